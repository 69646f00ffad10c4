package app.cerniq.application.runtime.saga;

import app.cerniq.domain.runtime.saga.SagaPlan;
import app.cerniq.domain.runtime.saga.StepName;
import java.util.Map;

/** A kind of saga with what its steps do. */
public record SagaScript(SagaPlan plan, Map<StepName, StepAction> actions) {

    public SagaScript {
        actions = Map.copyOf(actions);
        for (var step : plan.steps()) {
            if (!actions.containsKey(step.name())) {
                throw new IllegalArgumentException("Step " + step.name() + " of " + plan.name() + " does nothing.");
            }
        }
    }
}

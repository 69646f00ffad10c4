package app.cerniq.application.runtime.saga;

import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaStep;
import app.cerniq.domain.runtime.saga.StepName;
import app.cerniq.domain.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * One call of a step.
 *
 * @param actor in whose name it is done
 */
public record StepCall(Saga saga, SagaStep step, Actor actor, Instant at) {

    /** What came of another step of the saga, if it was done. */
    public Optional<String> resultOf(StepName other) {
        return saga.step(other).flatMap(SagaStep::result);
    }

    /** The name of one intended effect of this step: the same however often it is tried. */
    public String key(String effect) {
        return "saga/" + saga.id() + "/" + step.name() + "/" + effect;
    }
}

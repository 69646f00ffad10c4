package app.cerniq.application.runtime.saga;

import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaStep;

/**
 * Somebody who wants to know when a person has to decide about a step. Called once when the step gets there, after it was
 * written down; what fails in here is logged and changes nothing, because the saga stays visible by itself.
 */
@FunctionalInterface
public interface SagaAlarm {

    void stuck(Saga saga, SagaStep step);
}

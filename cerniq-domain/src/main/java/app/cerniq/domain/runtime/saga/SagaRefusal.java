package app.cerniq.domain.runtime.saga;

import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import java.util.List;

/** Every way in which a saga says no to a person. Nothing was written when one of these is returned. */
public sealed interface SagaRefusal extends Refusal {

    /** No tenant of that id is set up. */
    record UnknownTenant(TenantId tenant) implements SagaRefusal {
        @Override
        public String sentence() {
            return "There is no tenant " + tenant + ".";
        }

        @Override
        public String given() {
            return tenant.toString();
        }

        @Override
        public String accepted() {
            return "a tenant that is set up";
        }
    }

    /** The tenant has no saga of that id. */
    record UnknownSaga(SagaId saga) implements SagaRefusal {
        @Override
        public String sentence() {
            return "This tenant has no such saga.";
        }

        @Override
        public String given() {
            return saga.toString();
        }

        @Override
        public String accepted() {
            return "the id of a saga of tenant " + saga.tenant();
        }
    }

    /** The saga has no such step. */
    record UnknownStep(StepName step, List<StepName> steps) implements SagaRefusal {
        public UnknownStep {
            steps = List.copyOf(steps);
        }

        @Override
        public String sentence() {
            return "The saga has no step " + step + ".";
        }

        @Override
        public String given() {
            return step.toString();
        }

        @Override
        public String accepted() {
            return "one of " + steps;
        }
    }

    /** There is one already. */
    record AlreadyRunning(SagaSubject subject, SagaId saga) implements SagaRefusal {
        @Override
        public String sentence() {
            return "There is such a saga for this " + subject.kind() + " already, and it was not undone.";
        }

        @Override
        public String given() {
            return subject.toString();
        }

        @Override
        public String accepted() {
            return "a " + subject.kind() + " without one; saga " + saga + " is its own";
        }
    }

    /** Somebody else was faster. */
    record SagaChanged(long expected, long actual) implements SagaRefusal {
        @Override
        public String sentence() {
            return "The saga has changed since it was read.";
        }

        @Override
        public String given() {
            return "version " + expected;
        }

        @Override
        public String accepted() {
            return "version " + actual + ", after reading again";
        }
    }

    /** The step is in a state in which this cannot be asked of it. */
    record WrongStepState(String verb, StepName step, StepState state, List<StepState> allowed) implements SagaRefusal {
        public WrongStepState {
            allowed = List.copyOf(allowed);
        }

        @Override
        public String sentence() {
            return "Step " + step + " cannot " + verb + " now.";
        }

        @Override
        public String given() {
            return state.toString();
        }

        @Override
        public String accepted() {
            return "a step that is one of " + allowed;
        }
    }

    /** The saga is in a status in which this cannot be asked of it. */
    record WrongStatus(String verb, SagaStatus status, String accepted) implements SagaRefusal {
        @Override
        public String sentence() {
            return "The saga cannot " + verb + " now.";
        }

        @Override
        public String given() {
            return status.toString();
        }
    }

    /** A step is done after which there is no way back. */
    record BeyondThePivot(StepName pivot) implements SagaRefusal {
        @Override
        public String sentence() {
            return "Step " + pivot + " is done, and after it nothing is undone.";
        }

        @Override
        public String given() {
            return "undoing after " + pivot;
        }

        @Override
        public String accepted() {
            return "going forward: retry, skip or resolve what is left; a reversal is a new document";
        }
    }

    /** What became of a call must be known before anything is undone. */
    record StillInFlight(StepName step, StepState state) implements SagaRefusal {
        @Override
        public String sentence() {
            return "Nobody knows yet what becomes of step " + step + ", so nothing is undone before it.";
        }

        @Override
        public String given() {
            return step + " " + state;
        }

        @Override
        public String accepted() {
            return "waiting for the answer, or resolving the step as somebody found it to be";
        }
    }

    /** Only people decide about a saga. */
    record OnlyForPeople(String actor, String verb) implements SagaRefusal {
        @Override
        public String sentence() {
            return "Only a user may " + verb + ".";
        }

        @Override
        public String given() {
            return actor;
        }

        @Override
        public String accepted() {
            return "a user";
        }
    }
}

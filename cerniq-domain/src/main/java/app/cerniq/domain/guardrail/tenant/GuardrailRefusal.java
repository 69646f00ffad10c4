package app.cerniq.domain.guardrail.tenant;

import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Every way in which what a tenant lays down can be refused; nothing has changed then. */
public sealed interface GuardrailRefusal extends Refusal {

    /** No such tenant was set up. */
    record UnknownTenant(TenantId tenant) implements GuardrailRefusal {
        @Override
        public String sentence() {
            return "This tenant is not set up.";
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

    /** Somebody else was faster. */
    record StaleVersion(long expected, long actual) implements GuardrailRefusal {
        @Override
        public String sentence() {
            return "Another version was laid down meanwhile.";
        }

        @Override
        public String given() {
            return "version " + expected;
        }

        @Override
        public String accepted() {
            return "a change of version " + actual;
        }
    }

    /** What holds from an instant on was laid down before what holds earlier. */
    record TooEarly(Instant from, Instant earliest) implements GuardrailRefusal {
        @Override
        public String sentence() {
            return "A version takes the place of the one before it, and cannot begin earlier.";
        }

        @Override
        public String given() {
            return from.toString();
        }

        @Override
        public String accepted() {
            return "an instant from " + earliest + " on";
        }
    }

    /** Definitions outside the vocabulary; all faults at once. */
    record InvalidDefinitions(List<GuardrailFault> faults) implements GuardrailRefusal {
        public InvalidDefinitions {
            faults = List.copyOf(faults);
        }

        @Override
        public String sentence() {
            return "These definitions are not in the vocabulary of guardrails.";
        }

        @Override
        public String given() {
            return faults.stream().map(GuardrailFault::describe).collect(Collectors.joining(" | "));
        }

        @Override
        public String accepted() {
            return "definitions without faults";
        }
    }
}

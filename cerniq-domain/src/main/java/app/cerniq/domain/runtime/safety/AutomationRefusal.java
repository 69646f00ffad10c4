package app.cerniq.domain.runtime.safety;

import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;

/** Every way in which parking and resuming can be refused. */
public sealed interface AutomationRefusal extends Refusal {

    /** No tenant of that id is set up. */
    record UnknownTenant(TenantId tenant) implements AutomationRefusal {
        @Override
        public String sentence() {
            return "There is no such tenant.";
        }

        @Override
        public String given() {
            return tenant.toString();
        }

        @Override
        public String accepted() {
            return "the id of a tenant that was set up before";
        }
    }

    /** It stands still already. */
    record AlreadyParked(Park park) implements AutomationRefusal {
        @Override
        public String sentence() {
            return "The automation of this tenant stands still already: " + park.reason();
        }

        @Override
        public String given() {
            return "parked since " + park.since();
        }

        @Override
        public String accepted() {
            return "a tenant whose automation runs";
        }
    }

    /** There is nothing to resume. */
    record NotParked(TenantId tenant, Instant at) implements AutomationRefusal {
        @Override
        public String sentence() {
            return "The automation of this tenant is not parked.";
        }

        @Override
        public String given() {
            return "resume at " + at;
        }

        @Override
        public String accepted() {
            return "a tenant whose automation stands still";
        }
    }

    /** Only a person lets automation go on. */
    record OnlyPeopleResume(String actor) implements AutomationRefusal {
        @Override
        public String sentence() {
            return "Automation does not let itself go on.";
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

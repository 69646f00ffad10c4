package app.cerniq.domain.privacy;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;

/** Every way in which forgetting a person is refused. Nothing was written when one of these is returned. */
public sealed interface PrivacyRefusal extends Refusal {

    /** No tenant of that id is set up. */
    record UnknownTenant(TenantId tenant) implements PrivacyRefusal {
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

    /** The tenant has no deal of that id. */
    record UnknownDeal(NegotiationId negotiation) implements PrivacyRefusal {
        @Override
        public String sentence() {
            return "This tenant has no such negotiation.";
        }

        @Override
        public String given() {
            return negotiation.toString();
        }

        @Override
        public String accepted() {
            return "the id of a negotiation of this tenant";
        }
    }

    /** One of the deals does not allow it: it is not over yet, or the actor is an agent. */
    record DealForbids(NegotiationId negotiation, NegotiationRefusal because) implements PrivacyRefusal {
        @Override
        public String sentence() {
            return "Negotiation " + negotiation + " still needs its customer, or is not this actor's to empty. "
                    + because.sentence();
        }

        @Override
        public String given() {
            return because.given();
        }

        @Override
        public String accepted() {
            return because.accepted();
        }
    }

    /** The reason, which stays for ever, names the person who is to be forgotten. */
    record ReasonNamesThePerson() implements PrivacyRefusal {
        @Override
        public String sentence() {
            return "The reason stays in the books and must not name the person.";
        }

        @Override
        public String given() {
            return "a reason that contains what the deal knows of its customer";
        }

        @Override
        public String accepted() {
            return "a reason without name, address, code, email or phone, for example the number of the request";
        }
    }

    /** The deal was changed by others again and again while it was to be emptied. */
    record ChangedMeanwhile(NegotiationId negotiation) implements PrivacyRefusal {
        @Override
        public String sentence() {
            return "Negotiation " + negotiation + " was changed at the same time.";
        }

        @Override
        public String given() {
            return negotiation.toString();
        }

        @Override
        public String accepted() {
            return "the same request again, under the same key";
        }
    }

    /** The key was used for something else. */
    record IdempotencyKeyReused(String key) implements PrivacyRefusal {
        @Override
        public String sentence() {
            return "The key was used for another request.";
        }

        @Override
        public String given() {
            return key;
        }

        @Override
        public String accepted() {
            return "a new key, or the same request again";
        }
    }
}

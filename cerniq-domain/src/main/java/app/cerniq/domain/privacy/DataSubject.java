package app.cerniq.domain.privacy;

import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Cnp;
import java.util.Locale;

/**
 * Who asks what is held about them, or to be forgotten: by what a deal knows of them, at present or in its past. None of
 * it is printed, because it may end in a log.
 */
public sealed interface DataSubject {

    /** Whether data of a customer is about this person; never where a deal is named, which is found by its id. */
    boolean isIn(ClientData client);

    /** The customer of one deal. */
    record OfDeal(NegotiationId negotiation) implements DataSubject {
        @Override
        public boolean isIn(ClientData client) {
            return false;
        }
    }

    /** The person of this personal code. */
    record WithCnp(Cnp cnp) implements DataSubject {
        @Override
        public boolean isIn(ClientData client) {
            return client.cnp().filter(cnp::equals).isPresent();
        }
    }

    /**
     * The person whom this address reaches.
     *
     * @param email in any case, without surrounding spaces; not blank
     */
    record WithEmail(String email) implements DataSubject {
        public WithEmail {
            email = email.strip().toLowerCase(Locale.ROOT);
            if (email.isEmpty()) {
                throw new IllegalArgumentException("An email address is not blank.");
            }
        }

        @Override
        public boolean isIn(ClientData client) {
            return client.email()
                    .filter(known -> known.strip().toLowerCase(Locale.ROOT).equals(email))
                    .isPresent();
        }

        @Override
        public String toString() {
            return "WithEmail[…]";
        }
    }

    /**
     * The person whom this number reaches.
     *
     * @param phone whatever is neither a digit nor a plus is left out; at least one digit
     */
    record WithPhone(String phone) implements DataSubject {
        public WithPhone {
            phone = plain(phone);
            if (phone.chars().noneMatch(Character::isDigit)) {
                throw new IllegalArgumentException("A phone number has at least one digit.");
            }
        }

        private static String plain(String number) {
            return number.replaceAll("[^0-9+]", "");
        }

        @Override
        public boolean isIn(ClientData client) {
            return client.phone().filter(known -> plain(known).equals(phone)).isPresent();
        }

        @Override
        public String toString() {
            return "WithPhone[…]";
        }
    }
}

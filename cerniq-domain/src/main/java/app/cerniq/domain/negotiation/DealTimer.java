package app.cerniq.domain.negotiation;

import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Documents.Proforma;
import java.time.Instant;
import java.util.Optional;

/**
 * What can be waited for in vain. A timer says from when on it counts; for how long, and what follows, the rules say.
 * Source: specification, section 1.6.
 */
public enum DealTimer {
    /** Nothing happens in a deal that has only begun. Counts from the last activity. */
    STALLED {
        @Override
        public Optional<Instant> startOf(Negotiation deal) {
            return Optional.of(deal.timing().lastActivityAt());
        }
    },
    /** The quote is as old as a quote may become. Counts from the quote, or from its proposal where that came later. */
    QUOTE_EXPIRED {
        @Override
        public Optional<Instant> startOf(Negotiation deal) {
            var proposed = deal.stage().changedAt();
            return Optional.of(
                    deal.timing().quotedAt().filter(proposed::isBefore).orElse(proposed));
        }
    },
    /** Nobody bargains any more. Counts from the last activity. */
    NO_ANSWER {
        @Override
        public Optional<Instant> startOf(Negotiation deal) {
            return Optional.of(deal.timing().lastActivityAt());
        }
    },
    /** What was agreed is not completed. Counts from the last activity. */
    AGREEMENT_LAPSED {
        @Override
        public Optional<Instant> startOf(Negotiation deal) {
            return Optional.of(deal.timing().lastActivityAt());
        }
    },
    /** The proforma is no longer valid. Counts from its own end. */
    PROFORMA_EXPIRED {
        @Override
        public Optional<Instant> startOf(Negotiation deal) {
            return deal.documents().proforma().map(Proforma::expiresAt);
        }
    },
    /** The invoice should have been paid. Counts from its issue. */
    PAYMENT_DUE {
        @Override
        public Optional<Instant> startOf(Negotiation deal) {
            return deal.documents().invoice().map(Invoice::issuedAt);
        }
    },
    /** The customer has done everything, and still the deal does not move. Counts from the last activity. */
    STUCK {
        @Override
        public Optional<Instant> startOf(Negotiation deal) {
            return Optional.of(deal.timing().lastActivityAt());
        }
    };

    /** From when on this timer counts for a deal; empty where the deal has nothing to count from. */
    public abstract Optional<Instant> startOf(Negotiation deal);
}

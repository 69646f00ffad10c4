package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fiscal documents of the deal as the invoicing partner issued them, and the money that came in. */
public record Documents(Optional<Proforma> proforma, Optional<Invoice> invoice, List<Payment> payments) {

    public static final Documents NONE = new Documents(Optional.empty(), Optional.empty(), List.of());

    public Documents {
        payments = List.copyOf(payments);
    }

    /**
     * A proforma: not a fiscal document.
     *
     * @param ref series and number, 1 to 50 characters
     * @param quote the version it was made from
     * @param expiresAt the first instant at which it is no longer valid
     * @param acceptance when and how the customer accepted
     * @param rejectedAt when the customer refused
     */
    public record Proforma(
            String ref,
            ContentHash quote,
            Instant sentAt,
            Instant expiresAt,
            Optional<Acceptance> acceptance,
            Optional<Instant> rejectedAt) {

        public boolean isExpiredAt(Instant at) {
            return acceptance.isEmpty() && !at.isBefore(expiresAt);
        }

        /** Whether it still binds: neither refused nor expired. */
        public boolean isLiveAt(Instant at) {
            return rejectedAt.isEmpty() && !isExpiredAt(at);
        }

        Proforma accepted(Acceptance how) {
            return new Proforma(ref, quote, sentAt, expiresAt, Optional.of(how), rejectedAt);
        }

        Proforma rejected(Instant at) {
            return new Proforma(ref, quote, sentAt, expiresAt, acceptance, Optional.of(at));
        }
    }

    /** The customer's yes to a proforma; a payment is one kind of evidence. */
    public record Acceptance(Instant at, String evidence) {}

    /**
     * The invoice.
     *
     * @param stornoRef the document that reversed it in full, if one did
     */
    public record Invoice(String ref, Instant issuedAt, Money gross, Optional<String> stornoRef) {

        Invoice reversedBy(String storno) {
            return new Invoice(ref, issuedAt, gross, Optional.of(storno));
        }
    }

    /** Money that arrived. */
    public record Payment(String ref, Money amount, Instant receivedAt) {}

    /** Everything that was paid so far; empty before the first payment. */
    public Optional<Money> paid() {
        return payments.stream().map(Payment::amount).reduce(Money::plus);
    }

    Documents withProforma(Proforma next) {
        return new Documents(Optional.of(next), invoice, payments);
    }

    Documents withInvoice(Invoice next) {
        return new Documents(proforma, Optional.of(next), payments);
    }

    Documents withPayment(Payment payment) {
        var all = new ArrayList<>(payments);
        all.add(payment);
        return new Documents(proforma, invoice, all);
    }
}

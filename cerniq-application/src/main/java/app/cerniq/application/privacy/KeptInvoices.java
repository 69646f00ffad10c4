package app.cerniq.application.privacy;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceReversed;
import app.cerniq.domain.negotiation.Redaction;
import app.cerniq.domain.privacy.Erasure.KeptByLaw;
import app.cerniq.domain.privacy.RecordKind;
import app.cerniq.domain.privacy.RetentionPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the law keeps of a deal: the invoices that were issued for it, and with each the customer it shows. A storno is a
 * document of its own day, and wants the same customer.
 *
 * @param byLaw the longest of them; empty where the law wants nothing of a person
 */
record KeptInvoices(Redaction redaction, Optional<KeptByLaw> byLaw) {

    static KeptInvoices of(List<Change> history, RetentionPlan plan, Instant now) {
        var reversed = history.stream()
                .filter(change -> change.events().stream().anyMatch(InvoiceReversed.class::isInstance))
                .map(Change::at)
                .toList();
        var redaction = Redaction.of(
                history, issuedAt -> plan.isKept(RecordKind.FISCAL_DOCUMENT, last(issuedAt, reversed), now));
        var ofCompanies = Redaction.of(history, issuedAt -> false);
        return redaction.equals(ofCompanies)
                ? new KeptInvoices(redaction, Optional.empty())
                : new KeptInvoices(redaction, longest(history, reversed, plan));
    }

    Optional<LocalDate> until() {
        return byLaw.map(KeptByLaw::until);
    }

    private static Optional<KeptByLaw> longest(List<Change> history, List<Instant> reversed, RetentionPlan plan) {
        return history.stream()
                .flatMap(change -> change.events().stream())
                .filter(InvoiceIssued.class::isInstance)
                .map(event -> last(((InvoiceIssued) event).invoice().issuedAt(), reversed))
                .map(at -> new KeptByLaw(
                        plan.of(RecordKind.FISCAL_DOCUMENT, at).end(at),
                        plan.of(RecordKind.FISCAL_DOCUMENT, at).source()))
                .max(Comparator.comparing(KeptByLaw::until));
    }

    /** The invoice, or the first storno after it: there is at most one invoice between two resurrections. */
    private static Instant last(Instant issuedAt, List<Instant> reversed) {
        return reversed.stream()
                .filter(at -> !at.isBefore(issuedAt))
                .findFirst()
                .orElse(issuedAt);
    }
}

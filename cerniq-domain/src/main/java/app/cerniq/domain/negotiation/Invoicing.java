package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.INVOICED;
import static app.cerniq.domain.negotiation.NegotiationState.PROFORMA_SENT;

import app.cerniq.domain.negotiation.Documents.Acceptance;
import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Documents.Payment;
import app.cerniq.domain.negotiation.Documents.Proforma;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceReversed;
import app.cerniq.domain.negotiation.NegotiationEvent.PaymentReceived;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaAccepted;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaRejected;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The documents of a deal, as facts: each is recorded first, and only then may the deal move. */
public final class Invoicing extends Conduct {

    Invoicing(Negotiation deal, Stamp stamp) {
        super(deal, stamp);
    }

    /** Records the proforma that the invoicing partner made out for exactly the current quote. */
    public Either<NegotiationRefusal, Accepted> recordProforma(String ref, ContentHash quote, Instant expiresAt) {
        return unlessOverruled(() -> proformaFault(ref, quote, expiresAt)
                .map(Conduct::no)
                .orElseGet(() -> yes(new ProformaIssued(
                        new Proforma(ref, quote, stamp.at(), expiresAt, Optional.empty(), Optional.empty())))));
    }

    private Optional<NegotiationRefusal> proformaFault(String ref, ContentHash named, Instant expiresAt) {
        var current = deal.bargain().quote().map(version -> version.hash());
        var missing = deal.client().missingForFiscalDocument();
        var live = deal.documents().proforma().filter(proforma -> proforma.isLiveAt(stamp.at()));
        return outside("record a proforma", CLOSING)
                .or(() -> refFault(ref))
                .or(() -> deal.bargain().lines().isEmpty()
                        ? Optional.of(new NegotiationRefusal.EmptyQuote("record a proforma"))
                        : Optional.empty())
                .or(() -> current.filter(hash -> !hash.equals(named))
                        .map(hash -> new NegotiationRefusal.QuoteChanged(named, hash)))
                .or(() -> outdatedPrices())
                .or(() -> missing.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new NegotiationRefusal.ClientDataIncomplete(missing)))
                .or(() ->
                        live.map(proforma -> new NegotiationRefusal.DocumentAlreadyExists("proforma", proforma.ref())))
                .or(() -> expiresAt.isAfter(stamp.at())
                        ? Optional.empty()
                        : Optional.of(new NegotiationRefusal.DocumentValueRefused(
                                "proforma's validity", expiresAt.toString(), "an instant after " + stamp.at())));
    }

    /** Records that the customer accepted the proforma. */
    public Either<NegotiationRefusal, Accepted> acceptProforma(String evidence) {
        return unlessOverruled(() -> onLiveProforma(
                "accept a proforma",
                proforma -> proforma.acceptance().isPresent()
                        ? no(new NegotiationRefusal.NoLiveDocument(
                                "proforma that waits for an answer", "accept a proforma"))
                        : yes(new ProformaAccepted(proforma.ref(), new Acceptance(stamp.at(), evidence)))));
    }

    /** Records that the customer refused the proforma. */
    public Either<NegotiationRefusal, Accepted> rejectProforma(String reason) {
        return unlessOverruled(() -> onLiveProforma(
                "reject a proforma",
                proforma -> proforma.acceptance().isPresent()
                        ? no(new NegotiationRefusal.NoLiveDocument(
                                "proforma that waits for an answer", "reject a proforma"))
                        : yes(new ProformaRejected(proforma.ref(), reason))));
    }

    /** Records the invoice; its amount is the gross total of the quote. */
    public Either<NegotiationRefusal, Accepted> recordInvoice(String ref, Instant issuedAt) {
        return unlessOverruled(() -> onLiveProforma("record an invoice", proforma -> {
            if (proforma.acceptance().isEmpty()) {
                return no(new NegotiationRefusal.NoLiveDocument("accepted proforma", "record an invoice"));
            }
            if (deal.documents().invoice().isPresent()) {
                return no(new NegotiationRefusal.DocumentAlreadyExists(
                        "invoice", deal.invoice().ref()));
            }
            return refFault(ref)
                    .map(Conduct::no)
                    .orElseGet(
                            () -> yes(new InvoiceIssued(new Invoice(ref, issuedAt, quotedGross(), Optional.empty()))));
        }));
    }

    /** Records money that arrived; before the invoice it also counts as acceptance of the proforma. */
    public Either<NegotiationRefusal, Accepted> recordPayment(String ref, Money amount, Instant receivedAt) {
        var fault = outside("record a payment", PROFORMA_SENT, INVOICED)
                .or(() -> refFault(ref))
                .or(() -> amountFault(amount))
                .or(() -> deal.documents().payments().stream()
                        .filter(payment -> payment.ref().equals(ref))
                        .findFirst()
                        .map(payment -> new NegotiationRefusal.DocumentAlreadyExists("payment", payment.ref())))
                .or(() -> deal.documents().invoice().flatMap(Invoice::stornoRef).isPresent()
                        ? Optional.of(new NegotiationRefusal.NoLiveDocument("invoice", "record a payment"))
                        : Optional.empty())
                .or(() -> rejectedProforma());
        return unlessOverruled(() -> fault.map(Conduct::no).orElseGet(() -> {
            var events = new ArrayList<NegotiationEvent>();
            events.add(new PaymentReceived(new Payment(ref, amount, receivedAt)));
            if (deal.proforma().acceptance().isEmpty()) {
                events.add(new ProformaAccepted(deal.proforma().ref(), new Acceptance(stamp.at(), "payment " + ref)));
            }
            return yes(List.copyOf(events));
        }));
    }

    /** Records the storno that reversed the invoice in full. */
    public Either<NegotiationRefusal, Accepted> recordStorno(String ref) {
        return unlessOverruled(() -> outside("record a storno", INVOICED)
                .or(() -> refFault(ref))
                .or(() -> deal.invoice().stornoRef().isPresent()
                        ? Optional.of(new NegotiationRefusal.NoLiveDocument("invoice", "record a storno"))
                        : Optional.empty())
                .map(Conduct::no)
                .orElseGet(() -> yes(new InvoiceReversed(ref))));
    }

    private Optional<NegotiationRefusal> rejectedProforma() {
        return deal.proforma().rejectedAt().isPresent()
                ? Optional.of(new NegotiationRefusal.NoLiveDocument("proforma", "record a payment"))
                : Optional.empty();
    }

    private Optional<NegotiationRefusal> amountFault(Money amount) {
        var right = !amount.isZero() && amount.currency().equals(deal.bargain().currency());
        return right
                ? Optional.empty()
                : Optional.of(new NegotiationRefusal.DocumentValueRefused(
                        "payment",
                        amount.toString(),
                        "an amount above 0 in " + deal.bargain().currency()));
    }

    private static Optional<NegotiationRefusal> refFault(String ref) {
        return ref.isBlank() || ref.length() > 50
                ? Optional.of(new NegotiationRefusal.DocumentValueRefused(
                        "document reference", "\"" + ref + "\"", "1 to 50 characters"))
                : Optional.empty();
    }

    private Money quotedGross() {
        return deal.bargain().quote().orElseThrow().totals().gross();
    }

    private Either<NegotiationRefusal, Accepted> onLiveProforma(
            String command, java.util.function.Function<Proforma, Either<NegotiationRefusal, Accepted>> decision) {
        var wrongState = outside(command, PROFORMA_SENT);
        if (wrongState.isPresent()) {
            return no(wrongState.get());
        }
        return deal.documents()
                .proforma()
                .filter(proforma -> proforma.isLiveAt(stamp.at()))
                .map(decision)
                .orElseGet(() -> no(new NegotiationRefusal.NoLiveDocument("proforma", command)));
    }
}

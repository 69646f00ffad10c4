package app.cerniq.testkit.fiscal;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.fiscal.Collection;
import app.cerniq.ports.fiscal.DocumentKind;
import app.cerniq.ports.fiscal.DocumentNumber;
import app.cerniq.ports.fiscal.DocumentQuestion;
import app.cerniq.ports.fiscal.DocumentReference;
import app.cerniq.ports.fiscal.InvoiceOrder;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.fiscal.IssuedDocument;
import app.cerniq.ports.fiscal.ProformaOrder;
import app.cerniq.ports.fiscal.StornoOrder;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An invoicing office in memory. It numbers documents without gaps per tenant and series, honours references as
 * idempotency keys, and fails as its {@link Faults} say. Deterministic: time comes from the clock alone. Thread-safe.
 */
public final class SimulatedInvoicing implements Invoicing {

    private record Key(TenantId tenant, DocumentReference reference) {}

    private record Filed(IssuedDocument document, Optional<DocumentNumber> made, Money gross, Instant at) {
        Filed cancelled() {
            var it = document;
            return new Filed(
                    new IssuedDocument(it.kind(), it.reference(), it.number(), it.issuedOn(), it.gross(), true),
                    made,
                    gross,
                    at);
        }
    }

    private record Paid(TenantId tenant, DocumentNumber invoice, Collection collection) {}

    private final Desk desk;
    private final Map<Key, Filed> filed = new LinkedHashMap<>();
    private final List<Paid> paid = new ArrayList<>();

    public SimulatedInvoicing(Clock clock) {
        this.desk = new Desk("invoicing", "OBLIO", "OBLIO_DOCUMENT_REFUSED", clock);
    }

    /** From now on calls fail like this. */
    public synchronized SimulatedInvoicing failing(Faults faults) {
        desk.faults(faults);
        return this;
    }

    /** The next calls fail like this, one each; then nothing fails. */
    public SimulatedInvoicing failing(Fault... next) {
        return failing(Faults.inOrder(List.of(next)));
    }

    /** Somebody pays an invoice at the office. */
    public synchronized void pay(TenantId tenant, DocumentNumber invoice, Collection collection) {
        paid.add(new Paid(tenant, invoice, collection));
    }

    /** Everything that was ever issued for a tenant, in the order of issue: what really happened. */
    public synchronized List<IssuedDocument> issued(TenantId tenant) {
        return filed.entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .map(entry -> entry.getValue().document())
                .toList();
    }

    @Override
    public synchronized Outcome<IssuedDocument> issueProforma(ProformaOrder order) {
        return desk.change(
                "issueProforma",
                at -> issue(
                        new Key(order.tenant(), order.reference()),
                        DocumentKind.PROFORMA,
                        order.issuedOn(),
                        Optional.empty(),
                        order.quote().totals().gross(),
                        at));
    }

    @Override
    public synchronized Outcome<IssuedDocument> issueInvoice(InvoiceOrder order) {
        return desk.change("issueInvoice", at -> {
            var key = new Key(order.tenant(), order.reference());
            var proforma = byNumber(order.tenant(), DocumentKind.PROFORMA, order.proforma());
            if (proforma.isEmpty() || proforma.get().document().isCancelled()) {
                return no("There is no live proforma " + order.proforma() + ".");
            }
            if (!proforma.get().gross().equals(order.gross())) {
                return no("Proforma " + order.proforma() + " comes to "
                        + proforma.get().gross() + ", not to " + order.gross() + ".");
            }
            return once(key, DocumentKind.INVOICE, order.issuedOn(), order.proforma(), order.gross(), at);
        });
    }

    @Override
    public synchronized Outcome<IssuedDocument> issueStorno(StornoOrder order) {
        return desk.change("issueStorno", at -> {
            var invoice = byNumber(order.tenant(), DocumentKind.INVOICE, order.invoice());
            return invoice.isEmpty()
                    ? no("There is no invoice " + order.invoice() + ".")
                    : once(
                            new Key(order.tenant(), order.reference()),
                            DocumentKind.STORNO,
                            order.issuedOn(),
                            order.invoice(),
                            invoice.get().gross(),
                            at);
        });
    }

    @Override
    public synchronized Outcome<DocumentNumber> cancelProforma(TenantId tenant, DocumentNumber proforma) {
        return desk.change("cancelProforma", at -> {
            var found = filed.entrySet().stream()
                    .filter(entry -> entry.getKey().tenant().equals(tenant)
                            && entry.getValue().document().kind() == DocumentKind.PROFORMA
                            && entry.getValue().document().number().equals(proforma))
                    .findFirst();
            if (found.isEmpty()) {
                return no("There is no proforma " + proforma + ".");
            }
            if (madeFrom(tenant, DocumentKind.INVOICE, proforma).isPresent()) {
                return no("Proforma " + proforma + " was invoiced.");
            }
            found.get().setValue(found.get().getValue().cancelled());
            return right(proforma);
        });
    }

    @Override
    public synchronized Outcome<Optional<IssuedDocument>> find(DocumentQuestion question) {
        return desk.ask(
                "find",
                at -> right(Optional.ofNullable(filed.get(new Key(question.tenant(), question.reference())))
                        .filter(there -> !there.at().isAfter(at))
                        .map(Filed::document)
                        .filter(document -> document.kind() == question.kind()
                                && !document.issuedOn().isBefore(question.notBefore()))));
    }

    @Override
    public synchronized Outcome<List<Collection>> collections(TenantId tenant, DocumentNumber invoice) {
        return desk.ask(
                "collections",
                at -> right(paid.stream()
                        .filter(one ->
                                one.tenant().equals(tenant) && one.invoice().equals(invoice))
                        .map(Paid::collection)
                        .toList()));
    }

    /** A document of which a source has at most one. */
    private Either<Failure, IssuedDocument> once(
            Key key, DocumentKind kind, LocalDate on, DocumentNumber source, Money gross, Instant at) {
        var other = madeFrom(key.tenant(), kind, source)
                .filter(there -> !there.document().reference().equals(key.reference()));
        return other.isPresent()
                ? no("Document " + source + " has its " + kind + " "
                        + other.get().document().number() + " already.")
                : issue(key, kind, on, Optional.of(source), gross, at);
    }

    private Either<Failure, IssuedDocument> issue(
            Key key, DocumentKind kind, LocalDate on, Optional<DocumentNumber> source, Money gross, Instant at) {
        var there = filed.computeIfAbsent(key, fresh -> {
            var document = new IssuedDocument(
                    kind, key.reference(), nextNumber(key.tenant(), kind), on, Optional.of(gross), false);
            return new Filed(document, source, gross, at);
        });
        return there.document().kind() == kind
                ? right(there.document())
                : no("Reference " + key.reference() + " is that of a "
                        + there.document().kind() + ".");
    }

    private DocumentNumber nextNumber(TenantId tenant, DocumentKind kind) {
        var series = kind == DocumentKind.PROFORMA ? "PF" : "FCT";
        var before = issued(tenant).stream()
                .filter(document -> document.number().series().equals(series))
                .count();
        return new DocumentNumber(series, "%04d".formatted(before + 1));
    }

    private Optional<Filed> byNumber(TenantId tenant, DocumentKind kind, DocumentNumber number) {
        return filed.entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue)
                .filter(there -> there.document().kind() == kind
                        && there.document().number().equals(number))
                .findFirst();
    }

    private Optional<Filed> madeFrom(TenantId tenant, DocumentKind kind, DocumentNumber source) {
        return filed.entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue)
                .filter(there -> there.document().kind() == kind && there.made().equals(Optional.of(source)))
                .findFirst();
    }

    private <T> Either<Failure, T> no(String message) {
        return left(desk.failure("OBLIO_DOCUMENT_REFUSED", message));
    }
}

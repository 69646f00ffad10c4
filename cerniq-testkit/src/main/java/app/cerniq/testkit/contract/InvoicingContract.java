package app.cerniq.testkit.contract;

import static app.cerniq.testkit.contract.FiscalContract.done;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.fiscal.DocumentKind;
import app.cerniq.ports.fiscal.DocumentQuestion;
import app.cerniq.ports.fiscal.DocumentReference;
import app.cerniq.ports.fiscal.InvoiceOrder;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.fiscal.IssuedDocument;
import app.cerniq.ports.fiscal.ProformaOrder;
import app.cerniq.ports.fiscal.StornoOrder;
import app.cerniq.testkit.fiscal.Fault;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Invoicing} must do. */
public interface InvoicingContract extends FiscalContract {

    /** The office under test; the same one within a test. */
    Invoicing invoicing();

    /** What every document here is made from. */
    QuoteVersion QUOTE =
            new QuoteVersion(1, Money.RON, Rounding.HALF_UP, List.of(Lines.of(Goods.WHEAT_SEED, "40", "10")));

    static ProformaOrder proforma(TenantId tenant, String reference) {
        return new ProformaOrder(
                tenant, new DocumentReference(reference), TODAY, TODAY.plusDays(7), Goods.COMPANY, QUOTE);
    }

    static InvoiceOrder invoice(TenantId tenant, String reference, IssuedDocument proforma) {
        return new InvoiceOrder(
                tenant,
                new DocumentReference(reference),
                TODAY,
                proforma.number(),
                QUOTE.totals().gross());
    }

    static StornoOrder storno(TenantId tenant, String reference, IssuedDocument invoice) {
        return new StornoOrder(tenant, new DocumentReference(reference), TODAY, invoice.number());
    }

    private Outcome<Optional<IssuedDocument>> find(TenantId tenant, DocumentKind kind, String reference) {
        return invoicing().find(new DocumentQuestion(tenant, kind, new DocumentReference(reference), TODAY));
    }

    @Test
    default void a_proforma_becomes_an_invoice_and_the_invoice_a_storno() {
        var tenant = tenant();

        var proforma = done(invoicing().issueProforma(proforma(tenant, "pf-1")));
        var invoice = done(invoicing().issueInvoice(invoice(tenant, "fct-1", proforma)));
        var storno = done(invoicing().issueStorno(storno(tenant, "st-1", invoice)));

        assertThat(List.of(proforma.kind(), invoice.kind(), storno.kind()))
                .containsExactly(DocumentKind.PROFORMA, DocumentKind.INVOICE, DocumentKind.STORNO);
        assertThat(invoice.number()).isNotEqualTo(storno.number());
        assertThat(done(find(tenant, DocumentKind.INVOICE, "fct-1")).map(IssuedDocument::number))
                .contains(invoice.number());
    }

    @Test
    default void one_reference_has_one_document_however_often_it_is_ordered() {
        var tenant = tenant();

        var first = done(invoicing().issueProforma(proforma(tenant, "pf-1")));
        var again = done(invoicing().issueProforma(proforma(tenant, "pf-1")));

        assertThat(again.number()).isEqualTo(first.number());
    }

    @Test
    default void two_references_have_two_numbers() {
        var tenant = tenant();

        var first = done(invoicing().issueProforma(proforma(tenant, "pf-1")));
        var second = done(invoicing().issueProforma(proforma(tenant, "pf-2")));

        assertThat(second.number()).isNotEqualTo(first.number());
    }

    @Test
    default void a_call_that_times_out_before_it_was_executed_is_unknown_and_leaves_nothing() {
        var tenant = tenant();
        failNext(Fault.TIMEOUT_BEFORE);

        var outcome = invoicing().issueProforma(proforma(tenant, "pf-1"));
        pass(Duration.ofMinutes(10));

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(done(find(tenant, DocumentKind.PROFORMA, "pf-1"))).isEmpty();
    }

    @Test
    default void a_call_whose_answer_is_lost_is_unknown_and_found_by_its_reference() {
        var tenant = tenant();
        failNext(Fault.TIMEOUT_AFTER);

        var outcome = invoicing().issueProforma(proforma(tenant, "pf-1"));
        var found = done(find(tenant, DocumentKind.PROFORMA, "pf-1"));

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(found).isPresent();
        assertThat(done(invoicing().issueProforma(proforma(tenant, "pf-1"))).number())
                .isEqualTo(found.orElseThrow().number());
    }

    @Test
    default void what_is_executed_late_is_not_there_at_first_and_then_it_is() {
        var tenant = tenant();
        failNext(Fault.EXECUTED_LATE);

        invoicing().issueProforma(proforma(tenant, "pf-1"));

        assertThat(done(find(tenant, DocumentKind.PROFORMA, "pf-1"))).isEmpty();
        pass(Duration.ofMinutes(10));
        assertThat(done(find(tenant, DocumentKind.PROFORMA, "pf-1"))).isPresent();
    }

    @Test
    default void a_closed_office_has_surely_executed_nothing() {
        var tenant = tenant();
        failNext(Fault.MAINTENANCE);

        assertThat(invoicing().issueProforma(proforma(tenant, "pf-1"))).isInstanceOf(Outcome.Unavailable.class);
        assertThat(done(find(tenant, DocumentKind.PROFORMA, "pf-1"))).isEmpty();
    }

    @Test
    default void a_refusal_leaves_nothing_and_says_why() {
        var tenant = tenant();
        failNext(Fault.REFUSED);

        assertThat(invoicing().issueProforma(proforma(tenant, "pf-1")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.failure().message()).isNotBlank());
        assertThat(done(find(tenant, DocumentKind.PROFORMA, "pf-1"))).isEmpty();
    }

    @Test
    default void a_call_that_is_delivered_twice_makes_one_document() {
        var tenant = tenant();
        failNext(Fault.DUPLICATE);

        var delivered = done(invoicing().issueProforma(proforma(tenant, "pf-1")));
        var next = done(invoicing().issueProforma(proforma(tenant, "pf-2")));

        assertThat(done(find(tenant, DocumentKind.PROFORMA, "pf-1")).map(IssuedDocument::number))
                .contains(delivered.number());
        assertThat(Integer.parseInt(next.number().number()))
                .isEqualTo(Integer.parseInt(delivered.number().number()) + 1);
    }

    @Test
    default void a_cancelled_proforma_stays_cancelled_and_is_not_invoiced() {
        var tenant = tenant();
        var proforma = done(invoicing().issueProforma(proforma(tenant, "pf-1")));

        var once = invoicing().cancelProforma(tenant, proforma.number());
        var twice = invoicing().cancelProforma(tenant, proforma.number());

        assertThat(once).isEqualTo(twice).isEqualTo(new Outcome.Done<>(proforma.number()));
        assertThat(done(find(tenant, DocumentKind.PROFORMA, "pf-1")).map(IssuedDocument::isCancelled))
                .contains(true);
        assertThat(invoicing().issueInvoice(invoice(tenant, "fct-1", proforma))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    default void what_was_invoiced_is_neither_cancelled_nor_invoiced_again() {
        var tenant = tenant();
        var proforma = done(invoicing().issueProforma(proforma(tenant, "pf-1")));
        done(invoicing().issueInvoice(invoice(tenant, "fct-1", proforma)));

        assertThat(invoicing().cancelProforma(tenant, proforma.number())).isInstanceOf(Outcome.Refused.class);
        assertThat(invoicing().issueInvoice(invoice(tenant, "fct-2", proforma))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    default void an_invoice_is_reversed_once() {
        var tenant = tenant();
        var proforma = done(invoicing().issueProforma(proforma(tenant, "pf-1")));
        var invoice = done(invoicing().issueInvoice(invoice(tenant, "fct-1", proforma)));
        var storno = done(invoicing().issueStorno(storno(tenant, "st-1", invoice)));

        assertThat(done(invoicing().issueStorno(storno(tenant, "st-1", invoice)))
                        .number())
                .isEqualTo(storno.number());
        assertThat(invoicing().issueStorno(storno(tenant, "st-2", invoice))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    default void nobody_sees_the_documents_of_another() {
        var tenant = tenant();
        done(invoicing().issueProforma(proforma(tenant, "pf-1")));

        assertThat(done(find(tenant(), DocumentKind.PROFORMA, "pf-1"))).isEmpty();
    }

    @Test
    default void an_invoice_that_nobody_paid_has_no_payments() {
        var tenant = tenant();
        var proforma = done(invoicing().issueProforma(proforma(tenant, "pf-1")));
        var invoice = done(invoicing().issueInvoice(invoice(tenant, "fct-1", proforma)));

        assertThat(done(invoicing().collections(tenant, invoice.number()))).isEmpty();
    }
}

package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.GROSS;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.PROFORMA_ENDS;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inInvoiced;
import static app.cerniq.domain.negotiation.Deals.inProformaSent;
import static app.cerniq.domain.negotiation.Deals.withAcceptedProforma;
import static app.cerniq.domain.shared.Money.ron;
import static app.cerniq.domain.shared.People.REP;
import static app.cerniq.domain.shared.People.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.Documents.Acceptance;
import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Documents.Payment;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceReversed;
import app.cerniq.domain.negotiation.NegotiationEvent.PaymentReceived;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaAccepted;
import app.cerniq.domain.negotiation.NegotiationRefusal.DocumentAlreadyExists;
import app.cerniq.domain.negotiation.NegotiationRefusal.DocumentValueRefused;
import app.cerniq.domain.negotiation.NegotiationRefusal.NoLiveDocument;
import app.cerniq.domain.shared.Money;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvoiceTest {

    @Test
    void the_invoice_carries_the_gross_total_of_the_quote() {
        var decision = withAcceptedProforma().invoicing(by(SYSTEM)).recordInvoice("FCT 1", NOON);

        assertThat(events(decision))
                .containsExactly(new InvoiceIssued(new Invoice("FCT 1", NOON, GROSS, Optional.empty())));
    }

    @Test
    void no_invoice_before_the_customer_accepted() {
        var decision = inProformaSent().invoicing(by(SYSTEM)).recordInvoice("FCT 1", NOON);

        assertThat(refusal(decision)).isEqualTo(new NoLiveDocument("accepted proforma", "record an invoice"));
    }

    @Test
    void no_invoice_after_the_proforma_ended_unanswered() {
        var decision =
                inProformaSent().invoicing(new Stamp(SYSTEM, PROFORMA_ENDS)).recordInvoice("FCT 1", NOON);

        assertThat(refusal(decision)).isEqualTo(new NoLiveDocument("proforma", "record an invoice"));
    }

    @Test
    void an_accepted_proforma_can_be_invoiced_after_its_end() {
        var decision = withAcceptedProforma()
                .invoicing(new Stamp(SYSTEM, PROFORMA_ENDS))
                .recordInvoice("FCT 1", NOON);

        assertThat(decision.isRight()).isTrue();
    }

    @Test
    void one_deal_has_one_invoice() {
        var invoiced = next(withAcceptedProforma().invoicing(by(SYSTEM)).recordInvoice("FCT 1", NOON));

        assertThat(refusal(invoiced.invoicing(by(SYSTEM)).recordInvoice("FCT 2", NOON)))
                .isEqualTo(new DocumentAlreadyExists("invoice", "FCT 1"));
    }

    @Test
    void an_invoice_has_a_reference() {
        var decision = withAcceptedProforma().invoicing(by(SYSTEM)).recordInvoice(" ", NOON);

        assertThat(refusal(decision))
                .isEqualTo(new DocumentValueRefused("document reference", "\" \"", "1 to 50 characters"));
    }

    @Test
    void a_payment_after_the_invoice_is_a_payment() {
        assertThat(events(pay(inInvoiced(), "OP 1", ron("100.00"))))
                .containsExactly(new PaymentReceived(new Payment("OP 1", ron("100.00"), NOON)));
    }

    @Test
    void a_payment_before_the_invoice_counts_as_acceptance() {
        assertThat(events(pay(inProformaSent(), "OP 1", ron("100.00"))))
                .containsExactly(
                        new PaymentReceived(new Payment("OP 1", ron("100.00"), NOON)),
                        new ProformaAccepted("PF 1", new Acceptance(NOON, "payment OP 1")));
    }

    @Test
    void even_where_the_proforma_is_over_by_then() {
        var late = inProformaSent().invoicing(new Stamp(SYSTEM, PROFORMA_ENDS));

        var paid = next(late.recordPayment("OP 1", GROSS, PROFORMA_ENDS));

        assertThat(paid.conditionsAt(PROFORMA_ENDS)).contains(MoveCondition.PROFORMA_ACCEPTED);
    }

    @Test
    void but_not_where_the_customer_refused_it() {
        var refused = next(inProformaSent().invoicing(by(REP)).rejectProforma("too dear"));

        assertThat(refusal(pay(refused, "OP 1", GROSS))).isEqualTo(new NoLiveDocument("proforma", "record a payment"));
    }

    @Test
    void what_was_accepted_is_not_accepted_again() {
        assertThat(events(pay(withAcceptedProforma(), "OP 1", GROSS)))
                .containsExactly(new PaymentReceived(new Payment("OP 1", GROSS, NOON)));
    }

    @Test
    void payments_add_up() {
        var paidTwice = next(pay(next(pay(inInvoiced(), "OP 1", ron("100.00"))), "OP 2", ron("0.50")));

        assertThat(paidTwice.documents().paid()).contains(ron("100.50"));
    }

    @Test
    void before_the_first_payment_nothing_was_paid() {
        assertThat(inInvoiced().documents().paid()).isEmpty();
    }

    @Test
    void one_payment_is_not_recorded_twice() {
        var paid = next(pay(inInvoiced(), "OP 1", ron("100.00")));

        assertThat(refusal(pay(paid, "OP 1", ron("100.00")))).isEqualTo(new DocumentAlreadyExists("payment", "OP 1"));
    }

    @Test
    void nothing_is_no_payment() {
        assertThat(refusal(pay(inInvoiced(), "OP 1", ron("0"))))
                .isEqualTo(new DocumentValueRefused("payment", "0.00 RON", "an amount above 0 in RON"));
    }

    @Test
    void a_payment_is_in_the_currency_of_the_deal() {
        var euro = new Money(BigDecimal.TEN, Currency.getInstance("EUR"));

        assertThat(refusal(pay(inInvoiced(), "OP 1", euro)))
                .isEqualTo(new DocumentValueRefused("payment", "10.00 EUR", "an amount above 0 in RON"));
    }

    @Test
    void a_payment_has_a_reference() {
        assertThat(refusal(pay(inInvoiced(), "", GROSS)))
                .isEqualTo(new DocumentValueRefused("document reference", "\"\"", "1 to 50 characters"));
    }

    @Test
    void a_storno_reverses_the_invoice_in_full() {
        assertThat(events(inInvoiced().invoicing(by(SYSTEM)).recordStorno("STR 1")))
                .containsExactly(new InvoiceReversed("STR 1"));
    }

    @Test
    void an_invoice_is_reversed_once() {
        assertThat(refusal(reversed().invoicing(by(SYSTEM)).recordStorno("STR 2")))
                .isEqualTo(new NoLiveDocument("invoice", "record a storno"));
    }

    @Test
    void a_storno_has_a_reference() {
        assertThat(refusal(inInvoiced().invoicing(by(SYSTEM)).recordStorno("")))
                .isEqualTo(new DocumentValueRefused("document reference", "\"\"", "1 to 50 characters"));
    }

    @Test
    void nobody_pays_a_reversed_invoice() {
        assertThat(refusal(pay(reversed(), "OP 1", GROSS)))
                .isEqualTo(new NoLiveDocument("invoice", "record a payment"));
    }

    private static Negotiation reversed() {
        return next(inInvoiced().invoicing(by(SYSTEM)).recordStorno("STR 1"));
    }

    private static Either<NegotiationRefusal, Accepted> pay(Negotiation deal, String ref, Money amount) {
        return deal.invoicing(by(SYSTEM)).recordPayment(ref, amount, NOON);
    }
}

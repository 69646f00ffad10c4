package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Deals.GROSS;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.PROFORMA_ENDS;
import static app.cerniq.domain.negotiation.Deals.TICKET;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.hash;
import static app.cerniq.domain.negotiation.Deals.inClosing;
import static app.cerniq.domain.negotiation.Deals.inInvoiced;
import static app.cerniq.domain.negotiation.Deals.inNegotiation;
import static app.cerniq.domain.negotiation.Deals.inProformaSent;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.negotiation.Deals.withAcceptedProforma;
import static app.cerniq.domain.negotiation.MoveCondition.AGREEMENT_REACHED;
import static app.cerniq.domain.negotiation.MoveCondition.INVOICE_ISSUED;
import static app.cerniq.domain.negotiation.MoveCondition.PAYMENT_CONFIRMED;
import static app.cerniq.domain.negotiation.MoveCondition.PAYMENT_FAILED;
import static app.cerniq.domain.negotiation.MoveCondition.PRODUCT_CONFIRMED;
import static app.cerniq.domain.negotiation.MoveCondition.PROFORMA_ACCEPTED;
import static app.cerniq.domain.negotiation.MoveCondition.PROFORMA_CREATED;
import static app.cerniq.domain.negotiation.MoveCondition.PROFORMA_EXPIRED;
import static app.cerniq.domain.negotiation.MoveCondition.PROFORMA_REJECTED;
import static app.cerniq.domain.negotiation.MoveCondition.RESURRECTION;
import static app.cerniq.domain.shared.Money.ron;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.REP;
import static app.cerniq.domain.shared.People.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.shared.Money;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionsTest {

    @Test
    void a_quote_alone_meets_no_condition() {
        assertThat(inProposal().conditionsAt(NOON)).isEmpty();
    }

    @Test
    void confirmed_products_are_confirmed() {
        assertThat(inNegotiation().conditionsAt(NOON)).containsExactly(PRODUCT_CONFIRMED);
    }

    @Test
    void an_emptied_quote_confirms_nothing() {
        var emptied = next(inNegotiation().quoting(by(AGENT)).revise(List.of(), "all of it away", TICKET));

        assertThat(emptied.conditionsAt(NOON)).isEmpty();
    }

    @Test
    void the_customers_yes_is_an_agreement() {
        assertThat(inClosing().conditionsAt(NOON)).containsExactly(PRODUCT_CONFIRMED, AGREEMENT_REACHED);
    }

    @Test
    void a_live_proforma_for_the_current_quote_is_created() {
        assertThat(withProforma().conditionsAt(PROFORMA_ENDS.minusNanos(1))).contains(PROFORMA_CREATED);
    }

    @Test
    void at_its_end_it_is_no_longer() {
        assertThat(withProforma().conditionsAt(PROFORMA_ENDS)).doesNotContain(PROFORMA_CREATED);
    }

    @Test
    void a_proforma_for_an_earlier_version_is_none() {
        var changed = new Play(withProforma(), List.of())
                .to(NegotiationState.NEGOTIATION, REP, NOON)
                .then(deal ->
                        deal.quoting(by(AGENT)).revise(Judged.lines(Lines.of(WHEAT_SEED, "40", "5")), "dearer", TICKET))
                .deal();

        assertThat(changed.conditionsAt(NOON)).doesNotContain(PROFORMA_CREATED);
    }

    @Test
    void an_unanswered_proforma_is_not_accepted() {
        assertThat(inProformaSent().conditionsAt(NOON)).doesNotContain(PROFORMA_ACCEPTED);
    }

    @Test
    void an_accepted_proforma_is() {
        assertThat(withAcceptedProforma().conditionsAt(NOON)).contains(PROFORMA_ACCEPTED);
    }

    @Test
    void so_is_a_paid_one() {
        var paid = next(inProformaSent().invoicing(by(SYSTEM)).recordPayment("OP 1", ron("1.00"), NOON));

        assertThat(paid.conditionsAt(NOON)).contains(PROFORMA_ACCEPTED);
    }

    @Test
    void a_refused_proforma_is_rejected_and_neither_created_nor_expired() {
        var refused = next(inProformaSent().invoicing(by(REP)).rejectProforma("too dear"));

        assertThat(refused.conditionsAt(PROFORMA_ENDS))
                .containsExactly(PRODUCT_CONFIRMED, AGREEMENT_REACHED, PROFORMA_REJECTED);
    }

    @Test
    void before_its_end_a_proforma_is_not_expired() {
        assertThat(inProformaSent().conditionsAt(PROFORMA_ENDS.minusNanos(1))).doesNotContain(PROFORMA_EXPIRED);
    }

    @Test
    void from_its_end_on_it_is() {
        assertThat(inProformaSent().conditionsAt(PROFORMA_ENDS)).contains(PROFORMA_EXPIRED);
    }

    @Test
    void an_accepted_one_never_is() {
        assertThat(withAcceptedProforma().conditionsAt(PROFORMA_ENDS.plusSeconds(1)))
                .doesNotContain(PROFORMA_EXPIRED);
    }

    @Test
    void before_the_invoice_none_is_issued() {
        assertThat(withAcceptedProforma().conditionsAt(NOON)).doesNotContain(INVOICE_ISSUED);
    }

    @Test
    void after_it_one_is() {
        assertThat(inInvoiced().conditionsAt(NOON)).contains(INVOICE_ISSUED);
    }

    @Test
    void without_a_payment_nothing_is_covered() {
        assertThat(inInvoiced().conditionsAt(NOON)).doesNotContain(PAYMENT_CONFIRMED);
    }

    @Test
    void one_ban_too_little_does_not_cover_the_total() {
        assertThat(paid(GROSS.minus(ron("0.01"))).conditionsAt(NOON)).doesNotContain(PAYMENT_CONFIRMED);
    }

    @Test
    void the_gross_total_does() {
        assertThat(paid(GROSS).conditionsAt(NOON)).contains(PAYMENT_CONFIRMED);
    }

    @Test
    void so_do_several_payments_together() {
        var rest =
                next(paid(GROSS.minus(ron("100.00"))).invoicing(by(SYSTEM)).recordPayment("OP 2", ron("100.00"), NOON));

        assertThat(rest.conditionsAt(NOON)).contains(PAYMENT_CONFIRMED);
    }

    @Test
    void money_without_an_invoice_confirms_nothing() {
        var paidEarly = next(inProformaSent().invoicing(by(SYSTEM)).recordPayment("OP 1", GROSS, NOON));

        assertThat(paidEarly.conditionsAt(NOON)).doesNotContain(PAYMENT_CONFIRMED);
    }

    @Test
    void what_was_paid_early_counts_once_the_invoice_exists() {
        var invoiced = new Play(inProformaSent(), List.of())
                .then(deal -> deal.invoicing(by(SYSTEM)).recordPayment("OP 1", GROSS, NOON))
                .then(deal -> deal.invoicing(by(SYSTEM)).recordInvoice("FCT 1", NOON))
                .deal();

        assertThat(invoiced.conditionsAt(NOON)).contains(PAYMENT_CONFIRMED);
    }

    @Test
    void an_invoice_that_stands_has_not_failed() {
        assertThat(inInvoiced().conditionsAt(NOON)).doesNotContain(PAYMENT_FAILED);
    }

    @Test
    void a_reversed_invoice_has_failed_whatever_was_paid() {
        var reversed = next(paid(GROSS).invoicing(by(SYSTEM)).recordStorno("STR 1"));

        assertThat(reversed.conditionsAt(NOON))
                .containsExactly(
                        PRODUCT_CONFIRMED, AGREEMENT_REACHED, PROFORMA_CREATED, PROFORMA_ACCEPTED, PAYMENT_FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void that_somebody_wants_a_deal_back_is_never_a_fact_about_the_deal(NegotiationState state) {
        assertThat(Deals.in(state).conditionsAt(NOON)).doesNotContain(RESURRECTION);
    }

    @Test
    void every_condition_has_the_word_of_the_source_documents() {
        assertThat(Arrays.stream(MoveCondition.values()).map(MoveCondition::word))
                .containsExactly(
                        "product_confirmed",
                        "agreement_reached",
                        "proforma_created",
                        "proforma_accepted",
                        "invoice_issued",
                        "proforma_rejected",
                        "proforma_expired",
                        "payment_confirmed",
                        "payment_failed",
                        "resurrection");
    }

    private static Negotiation withProforma() {
        return next(inClosing().invoicing(by(SYSTEM)).recordProforma("PF 1", hash(inClosing()), PROFORMA_ENDS));
    }

    private static Negotiation paid(Money amount) {
        return next(inInvoiced().invoicing(by(SYSTEM)).recordPayment("OP 1", amount, NOON));
    }
}

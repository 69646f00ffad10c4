package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.AcceptProforma;
import app.cerniq.application.negotiation.NegotiationCommand.ConfirmProducts;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.HandBack;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.RecordPayment;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.Resurrect;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.ports.negotiation.Transition;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole deals, from the first message to the end. */
class DealScenarioTest {

    private final Desk desk = new Desk();

    @Test
    void a_deal_is_won_with_a_managers_discount_and_paid() {
        desk.toNegotiation();
        var request = desk.does(People.AGENT, (at, ask) -> at.requestDiscount(ask, wanting("22")))
                .get()
                .waiting()
                .orElseThrow();
        desk.must(
                People.MANAGER,
                (at, ask) -> at.grantDiscount(
                        ask, new GrantDiscount(request, Optional.of(Percentage.of("20")), "not more")));
        desk.toProformaSent()
                .must(People.AGENT, (at, ask) -> at.acceptProforma(ask, new AcceptProforma("signed")))
                .invoices()
                .must(
                        People.SYSTEM,
                        (at, ask) -> at.recordPayment(
                                ask, new RecordPayment("OP 1", Money.ron("8880.00"), desk.clock.instant())))
                .to(NegotiationState.PAID);

        // 40 bags at 250.00 less 20 % are 8,000.00; with 11 % VAT 8,880.00
        assertThat(desk.deal().documents().invoice().orElseThrow().gross()).isEqualTo(Money.ron("8880.00"));
        assertThat(desk.cerniq.negotiations().transitions(desk.id))
                .extracting(Transition::to)
                .containsExactly(
                        NegotiationState.PROPOSAL,
                        NegotiationState.NEGOTIATION,
                        NegotiationState.CLOSING,
                        NegotiationState.PROFORMA_SENT,
                        NegotiationState.INVOICED,
                        NegotiationState.PAID);
        assertThat(Negotiation.fold(desk.storage.negotiations().history(desk.id)))
                .isEqualTo(desk.deal());
    }

    @Test
    void a_deal_whose_proforma_expired_is_lost_and_comes_back_in_a_second_round() {
        desk.toNegotiation().toProformaSent();
        desk.clock.move(Duration.ofDays(7));
        desk.moves(People.SYSTEM, NegotiationState.DEAD).get();

        desk.must(
                People.REP,
                (at, ask) -> at.resurrect(ask, new Resurrect(TransitionTrigger.USER_ACTION, "the customer is back")));

        assertThat(desk.deal().state()).isEqualTo(NegotiationState.DISCOVERY);
        assertThat(desk.deal().stage().round()).isEqualTo(2);
        assertThat(desk.deal().bargain().quote()).isEmpty();
        assertThat(desk.deal().documents().proforma()).isEmpty();
    }

    @Test
    void a_deal_taken_over_by_a_human_is_closed_to_the_agent_until_it_is_handed_back() {
        desk.toNegotiation()
                .must(
                        People.AGENT,
                        (at, ask) -> at.handOver(
                                ask, new HandOver(People.idOf(People.REP), "the customer asked for a person")));

        var overruled = desk.moves(People.AGENT, NegotiationState.PROPOSAL);
        assertThat(overruled.getLeft()).isInstanceOf(NegotiationRefusal.AgentOverruled.class);

        desk.must(People.REP, (at, ask) -> at.handBack(ask, new HandBack("answered")));
        assertThat(desk.moves(People.AGENT, NegotiationState.PROPOSAL).isRight())
                .isTrue();
    }

    @Test
    void a_payment_that_arrives_before_the_invoice_counts_as_acceptance() {
        desk.toNegotiation()
                .toProformaSent()
                .must(
                        People.SYSTEM,
                        (at, ask) -> at.recordPayment(
                                ask, new RecordPayment("OP 1", Money.ron("9990.00"), desk.clock.instant())))
                .invoices()
                .to(NegotiationState.PAID);

        assertThat(desk.deal().state()).isEqualTo(NegotiationState.PAID);
    }

    @Test
    void stock_is_confirmed_against_what_there_is() {
        desk.adds(Goods.NOZZLE, "401", "0");

        var refusal = desk.does(People.AGENT, (at, ask) -> at.confirmProducts(ask, new ConfirmProducts(desk.quote())))
                .getLeft();

        assertThat(refusal.describe()).contains("401 buc").contains("at most 400 buc");
    }

    private static RequestDiscount wanting(String discount) {
        return new RequestDiscount(
                List.of(new RequestDiscount.Wanted(Goods.WHEAT_SEED.sku(), Percentage.of(discount))), "a large order");
    }
}

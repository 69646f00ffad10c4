package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.AcceptProforma;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.RecordPayment;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.Resurrect;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.ports.runtime.EventArchive.Span;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What others are told of a deal, step by step. */
class DealToldTest {

    private final Desk desk = new Desk();

    private List<OutboxMessage> told() {
        var span =
                new Span(Optional.of(Subject.of(desk.id).key()), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
        return desk.storage.outbox().find(desk.tenant, span, 1_000);
    }

    private List<String> types() {
        return told().stream().map(OutboxMessage::type).toList();
    }

    @Test
    void a_won_deal_is_told_from_its_beginning_to_the_sale() {
        desk.toNegotiation();
        var wanted = new RequestDiscount(
                List.of(new RequestDiscount.Wanted(Goods.WHEAT_SEED.sku(), Percentage.of("22"))), "a large order");
        var request = desk.does(People.AGENT, (at, ask) -> at.requestDiscount(ask, wanted))
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

        assertThat(types())
                .startsWith("negotiation.created", "negotiation.item.added", "price.calculated")
                .containsSubsequence(
                        "negotiation.state.changed",
                        "negotiation.quote.sent",
                        "stock.checked",
                        "negotiation.state.changed",
                        "discount.requested",
                        "discount.pending.approval",
                        "discount.approved",
                        "oblio.proforma.created",
                        "proforma.accepted",
                        "oblio.invoice.created",
                        "sale.invoice.issued",
                        "reservation.converted",
                        "payment.received",
                        "negotiation.state.changed")
                .endsWith("negotiation.completed", "sale.completed", "customer.created");
        var sale = told().stream()
                .filter(message -> message.type().equals("sale.completed"))
                .findFirst()
                .orElseThrow();
        assertThat(sale.payload())
                .contains("\"totalWithVat\":{\"amount\":\"8880.00\",\"currency\":\"RON\"}")
                .contains("\"unitPrice\":{\"amount\":\"200.00\",\"currency\":\"RON\"}")
                .contains("\"totalValue\":{\"amount\":\"8000.00\",\"currency\":\"RON\"}")
                .contains("\"clientCui\":\"" + Goods.COMPANY.cui().orElseThrow() + "\"")
                .doesNotContain(Goods.COMPANY.name().orElseThrow());
    }

    @Test
    void a_deal_whose_proforma_expired_is_told_as_lost_and_then_as_resurrected() {
        desk.toNegotiation().toProformaSent();
        desk.clock.move(Duration.ofDays(7));
        desk.moves(People.SYSTEM, NegotiationState.DEAD).get();
        desk.must(
                People.REP,
                (at, ask) -> at.resurrect(ask, new Resurrect(TransitionTrigger.USER_ACTION, "the customer is back")));

        assertThat(types())
                .containsSubsequence(
                        "proforma.expired",
                        "negotiation.cancelled",
                        "lead.cancelled",
                        "negotiation.state.changed",
                        "negotiation.resurrected");
    }

    @Test
    void events_name_what_caused_them_and_belong_to_what_it_belongs_to() {
        var event = desk.ids.next();
        var correlation = desk.ids.next();
        var cause = new EventCause(Optional.of(correlation), Optional.of(event), Optional.empty());
        var before = told().size();

        desk.must(
                People.AGENT,
                (at, ask) -> at.handOver(
                        ask.because(cause), new HandOver(People.idOf(People.REP), "the customer asked for a person")));

        assertThat(told()).first().satisfies(first -> {
            assertThat(first.correlation()).isEqualTo(desk.id.value());
            assertThat(first.causation()).isEmpty();
        });
        assertThat(told().subList(before, told().size())).isNotEmpty().allSatisfy(message -> {
            assertThat(message.correlation()).isEqualTo(correlation);
            assertThat(message.causation()).contains(event);
        });
        assertThat(types()).endsWith("handover.initiated");
    }
}

package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.MakeOffer;
import app.cerniq.application.negotiation.NegotiationCommand.RejectDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.RemoveItem;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.CounterOffer.Side;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuoteChangesTest {

    private final Desk desk = new Desk();

    @Test
    void a_product_added_twice_stands_once_with_both_quantities() {
        desk.adds(Goods.WHEAT_SEED, "40", "10").adds(Goods.WHEAT_SEED, "5", "0");

        assertThat(desk.deal().bargain().lines()).containsExactly(Lines.of(Goods.WHEAT_SEED, "45", "10"));
    }

    @Test
    void a_product_added_twice_takes_the_discount_that_was_named_last() {
        desk.adds(Goods.WHEAT_SEED, "40", "10").adds(Goods.WHEAT_SEED, "5", "12");

        assertThat(desk.deal().bargain().lines()).containsExactly(Lines.of(Goods.WHEAT_SEED, "45", "12"));
    }

    @Test
    void a_changed_line_keeps_the_price_it_was_quoted_at() {
        desk.adds(Goods.UREA, "2.5", "0");
        desk.cerniq.offerings().putOnSale(desk.tenant, List.of(dearerUrea()));

        desk.must(
                People.AGENT,
                (at, ask) -> at.changeItem(
                        ask,
                        new ChangeItem(
                                Goods.UREA.sku(), Optional.of(Quantity.of("3", Goods.UREA.unit())), Optional.empty())));

        assertThat(desk.deal().bargain().lines()).containsExactly(Lines.of(Goods.UREA, "3", "0"));
    }

    @Test
    void a_quote_revised_as_a_whole_has_the_prices_of_today() {
        desk.adds(Goods.UREA, "2.5", "0");
        desk.cerniq.offerings().putOnSale(desk.tenant, List.of(dearerUrea()));

        desk.must(
                People.AGENT,
                (at, ask) -> at.reviseQuote(
                        ask, new ReviseQuote(List.of(item(Goods.UREA, "2.5"), item(Goods.NOZZLE, "8")))));

        assertThat(desk.deal().bargain().lines())
                .containsExactly(Lines.of(dearerUrea(), "2.5", "0"), Lines.of(Goods.NOZZLE, "8", "0"));
    }

    @Test
    void a_quote_with_two_lines_for_one_product_is_refused() {
        var twice = new ReviseQuote(List.of(item(Goods.UREA, "1"), item(Goods.UREA, "2")));

        var answer = desk.does(People.AGENT, (at, ask) -> at.reviseQuote(ask, twice));

        assertThat(answer.getLeft()).isEqualTo(new NegotiationRefusal.DuplicateLine(Goods.UREA.sku()));
    }

    @Test
    void the_last_line_can_be_removed() {
        desk.adds(Goods.UREA, "2.5", "0")
                .must(People.AGENT, (at, ask) -> at.removeItem(ask, new RemoveItem(Goods.UREA.sku())));

        assertThat(desk.deal().bargain().lines()).isEmpty();
        assertThat(desk.deal().bargain().versions()).isEqualTo(2);
    }

    @Test
    void the_customers_offer_is_recorded_and_leaves_the_quote_alone() {
        desk.toNegotiation();
        var before = desk.quote();

        offers(People.AGENT, Side.CUSTOMER, "180.00");

        assertThat(desk.quote()).isEqualTo(before);
        assertThat(desk.deal().bargain().lastOffer().map(CounterOffer::side)).contains(Side.CUSTOMER);
    }

    @Test
    void the_sellers_offer_within_its_limits_stands_in_the_quote() {
        desk.toNegotiation();

        offers(People.AGENT, Side.SELLER, "215.00");

        assertThat(desk.deal().bargain().lines().get(0).unitPrice()).isEqualTo(Money.ron("215.00"));
        assertThat(desk.deal().bargain().lines().get(0).discount()).isEqualTo(Percentage.of("14"));
    }

    @Test
    void the_sellers_offer_beyond_its_limits_is_refused_and_not_recorded() {
        desk.toNegotiation();

        var answer = desk.does(People.AGENT, (at, ask) -> at.makeOffer(ask, offer(Side.SELLER, "212.49")));

        // 250.00 to 212.49 is 15.004 %, which counts as 15.01 %
        assertThat(answer.getLeft()).isInstanceOf(NegotiationRefusal.DiscountNeedsApproval.class);
        assertThat(desk.deal().bargain().lastOffer()).isEmpty();
    }

    @Test
    void an_offer_above_the_list_price_is_refused() {
        desk.toNegotiation();

        var answer = desk.does(People.AGENT, (at, ask) -> at.makeOffer(ask, offer(Side.SELLER, "250.01")));

        assertThat(answer.getLeft()).isInstanceOf(NegotiationRefusal.PriceOutOfRange.class);
    }

    @Test
    void a_manager_gives_within_his_own_authority_and_the_approval_is_recorded() {
        desk.adds(Goods.WHEAT_SEED, "40", "0").must(People.MANAGER, (at, ask) -> at.changeItem(ask, discounted("25")));

        assertThat(desk.deal().bargain().lines()).containsExactly(Lines.of(Goods.WHEAT_SEED, "40", "25"));
        assertThat(desk.deal().bargain().approvals()).hasSize(1);
    }

    @Test
    void a_discount_within_the_automatic_limit_is_granted_at_once() {
        desk.toNegotiation();

        var receipt = desk.does(People.AGENT, (at, ask) -> at.requestDiscount(ask, wanting("15")));

        assertThat(receipt.get().waiting()).isEmpty();
        assertThat(desk.deal().bargain().lines()).containsExactly(Lines.of(Goods.WHEAT_SEED, "40", "15"));
    }

    @Test
    void a_rejected_discount_leaves_the_quote_as_it_was() {
        desk.toNegotiation();
        var request = requested("22");

        desk.must(People.MANAGER, (at, ask) -> at.rejectDiscount(ask, new RejectDiscount(request, "too much")));

        assertThat(desk.deal().bargain().lines()).containsExactly(Lines.of(Goods.WHEAT_SEED, "40", "10"));
        assertThat(desk.deal().bargain().requests()).isEmpty();
    }

    @Test
    void of_two_deciders_the_second_is_told_that_nothing_waits_any_more() {
        desk.toNegotiation();
        var request = requested("22");
        desk.must(People.MANAGER, (at, ask) -> at.grantDiscount(ask, granting(request)));

        var second = desk.does(People.DIRECTOR, (at, ask) -> at.rejectDiscount(ask, new RejectDiscount(request, "no")));

        assertThat(second.getLeft()).isEqualTo(new NegotiationRefusal.NoSuchDiscountRequest(request, List.of()));
    }

    @Test
    void a_discount_that_waits_for_a_manager_is_not_granted_by_a_representative() {
        desk.toNegotiation();
        var request = requested("22");

        var answer = desk.does(People.REP, (at, ask) -> at.grantDiscount(ask, granting(request)));

        assertThat(answer.getLeft()).isInstanceOf(NegotiationRefusal.NotAuthorised.class);
    }

    @Test
    void the_quote_is_frozen_once_the_deal_is_closing() {
        desk.toNegotiation().toProformaSent();

        var answer = desk.does(People.REP, (at, ask) -> at.changeItem(ask, discounted("1")));

        assertThat(answer.getLeft())
                .isEqualTo(new NegotiationRefusal.WrongState(
                        "change the quote",
                        NegotiationState.PROFORMA_SENT,
                        List.of(NegotiationState.DISCOVERY, NegotiationState.PROPOSAL, NegotiationState.NEGOTIATION)));
    }

    private void offers(Actor actor, Side side, String price) {
        desk.must(actor, (at, ask) -> at.makeOffer(ask, offer(side, price)));
    }

    private MakeOffer offer(Side side, String price) {
        var term = new CounterOffer.Term(Goods.WHEAT_SEED.sku(), Money.ron(price), Optional.empty());
        return new MakeOffer(side, desk.quote(), List.of(term), "a message");
    }

    private DiscountRequestId requested(String discount) {
        return desk.does(People.AGENT, (at, ask) -> at.requestDiscount(ask, wanting(discount)))
                .get()
                .waiting()
                .orElseThrow();
    }

    private static GrantDiscount granting(DiscountRequestId request) {
        return new GrantDiscount(request, Optional.empty(), "granted");
    }

    private static RequestDiscount wanting(String discount) {
        return new RequestDiscount(
                List.of(new RequestDiscount.Wanted(Goods.WHEAT_SEED.sku(), Percentage.of(discount))), "a large order");
    }

    private static ChangeItem discounted(String discount) {
        return new ChangeItem(Goods.WHEAT_SEED.sku(), Optional.empty(), Optional.of(Percentage.of(discount)));
    }

    private static ReviseQuote.Item item(PricedOffering offering, String quantity) {
        return new ReviseQuote.Item(offering.sku(), Quantity.of(quantity, offering.unit()), Percentage.ZERO);
    }

    private static PricedOffering dearerUrea() {
        return new PricedOffering(
                Goods.UREA.sku(),
                2,
                Goods.UREA.name(),
                Goods.UREA.unit(),
                "spring",
                Money.ron("2600.00"),
                Money.ron("2100.00"),
                Goods.UREA.cost(),
                Goods.UREA.vat());
    }
}

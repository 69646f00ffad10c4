package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.RecordProforma;
import app.cerniq.application.negotiation.NegotiationCommand.RejectProforma;
import app.cerniq.application.negotiation.NegotiationCommand.RemoveItem;
import app.cerniq.application.negotiation.NegotiationCommand.Reprice;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.pricing.OutdatedPrice;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A quote that is reopened meets the prices of today. */
class RepricingTest {

    private static final PricedOffering DEARER = wheatAt("260.00", "190.00");

    private final Desk desk = new Desk();

    @Test
    void a_reopened_quote_at_todays_prices_can_be_agreed_to_at_once() {
        closing();

        desk.to(NegotiationState.NEGOTIATION);

        assertThat(desk.deal().bargain().outdated()).isEmpty();
        assertThat(agree().isRight()).isTrue();
    }

    @Test
    void a_price_that_changed_meanwhile_is_noted_in_the_very_move() {
        closing();
        onSale(DEARER);

        var version = desk.to(NegotiationState.NEGOTIATION).deal().version();

        assertThat(desk.deal().bargain().outdated())
                .containsExactly(new OutdatedPrice(
                        Goods.WHEAT_SEED.sku(), Money.ron("250.00"), Optional.of(Money.ron("260.00"))));
        assertThat(desk.storage
                        .negotiations()
                        .history(desk.id)
                        .get((int) version - 1)
                        .events())
                .hasSize(2);
    }

    @Test
    void no_agreement_is_recorded_at_a_price_of_yesterday() {
        closing();
        onSale(DEARER);
        desk.to(NegotiationState.NEGOTIATION);

        assertThat(agree().getLeft().describe())
                .isEqualTo("PRICES_OUTDATED: Prices have changed since they were quoted: SEM-GRAU-01 was quoted from a"
                        + " list price of 250.00 RON, which is 260.00 RON today. Given: SEM-GRAU-01 at 250.00 RON."
                        + " Accepted: a quote at today's prices: reprice it, or take off what is no longer on sale.");
    }

    @Test
    void a_refused_proforma_reopens_the_quote_as_well() {
        desk.toNegotiation().toProformaSent();
        onSale(DEARER);
        desk.must(People.REP, (at, ask) -> at.rejectProforma(ask, new RejectProforma("too dear")));

        desk.to(NegotiationState.NEGOTIATION);

        assertThat(desk.deal().bargain().outdated()).hasSize(1);
    }

    @Test
    void a_repriced_quote_has_todays_price_and_the_old_discount() {
        closing();
        onSale(DEARER);
        desk.to(NegotiationState.NEGOTIATION);

        reprice();

        assertThat(line().offering()).isEqualTo(DEARER);
        assertThat(line().discount()).isEqualTo(Percentage.of("10"));
        assertThat(desk.deal().bargain().outdated()).isEmpty();
        assertThat(agree().isRight()).isTrue();
    }

    @Test
    void a_discount_that_was_approved_once_is_not_approved_for_another_price() {
        desk.toNegotiation();
        approve("25");
        agree();
        desk.to(NegotiationState.CLOSING);
        onSale(DEARER);
        desk.to(NegotiationState.NEGOTIATION);

        reprice();

        assertThat(line().discount()).isEqualTo(Percentage.of("15"));
    }

    @Test
    void a_discount_that_reaches_below_todays_floor_is_dropped() {
        closing();
        onSale(wheatAt("250.00", "240.00"));
        desk.to(NegotiationState.NEGOTIATION);

        reprice();

        assertThat(line().discount()).isEqualTo(Percentage.ZERO);
    }

    @Test
    void a_price_that_came_back_needs_no_new_version() {
        closing();
        onSale(wheat(1, "260.00", "190.00"));
        desk.to(NegotiationState.NEGOTIATION);
        desk.clock.move(Duration.ofMinutes(5));
        onSale(Goods.WHEAT_SEED);
        var versions = desk.deal().bargain().versions();

        reprice();

        assertThat(desk.deal().bargain().versions()).isEqualTo(versions);
        assertThat(desk.deal().bargain().outdated()).isEmpty();
    }

    @Test
    void a_line_that_is_taken_off_is_not_outdated() {
        desk.adds(Goods.DRIP_TAPE, "10", "0");
        closing();
        onSale(DEARER);
        desk.to(NegotiationState.NEGOTIATION);

        desk.must(People.AGENT, (at, ask) -> at.removeItem(ask, new RemoveItem(Goods.WHEAT_SEED.sku())));

        assertThat(desk.deal().bargain().outdated()).isEmpty();
    }

    @Test
    void a_change_of_another_line_leaves_the_outdated_one_outdated() {
        closing();
        onSale(DEARER);
        desk.to(NegotiationState.NEGOTIATION);

        desk.adds(Goods.DRIP_TAPE, "10", "0");

        assertThat(desk.deal().bargain().outdated()).hasSize(1);
    }

    @Test
    void what_is_quoted_at_todays_prices_is_not_repriced() {
        desk.toNegotiation();

        assertThat(tryReprice().getLeft()).isEqualTo(new NegotiationRefusal.PricesUpToDate());
    }

    @Test
    void a_closed_quote_is_not_repriced() {
        closing();
        onSale(DEARER);

        assertThat(tryReprice().getLeft()).isInstanceOf(NegotiationRefusal.WrongState.class);
    }

    @Test
    void folding_the_history_gives_the_deal_with_its_outdated_prices() {
        closing();
        onSale(DEARER);
        desk.to(NegotiationState.NEGOTIATION);

        assertThat(Negotiation.fold(desk.storage.negotiations().history(desk.id)))
                .isEqualTo(desk.deal());
    }

    @Test
    void a_proforma_needs_an_agreement_that_outdated_prices_never_get() {
        closing();
        onSale(DEARER);
        desk.to(NegotiationState.NEGOTIATION);

        var refused = desk.moves(People.AGENT, NegotiationState.CLOSING);

        assertThat(refused.getLeft()).isInstanceOf(NegotiationRefusal.IllegalMove.class);
        assertThat(desk.does(People.AGENT, (at, ask) -> at.recordProforma(ask, proforma()))
                        .isLeft())
                .isTrue();
    }

    private void closing() {
        desk.toNegotiation();
        agree();
        desk.to(NegotiationState.CLOSING);
    }

    private Either<NegotiationRefusal, Receipt> agree() {
        return desk.does(
                People.AGENT, (at, ask) -> at.recordAgreement(ask, new RecordAgreement(desk.quote(), "message 1")));
    }

    private void approve(String discount) {
        var wanted = new RequestDiscount.Wanted(Goods.WHEAT_SEED.sku(), Percentage.of(discount));
        var request = desk.does(
                        People.AGENT,
                        (at, ask) -> at.requestDiscount(ask, new RequestDiscount(List.of(wanted), "a large order")))
                .get()
                .waiting()
                .orElseThrow();
        desk.must(
                People.MANAGER,
                (at, ask) -> at.grantDiscount(ask, new GrantDiscount(request, Optional.empty(), "granted")));
    }

    private void reprice() {
        tryReprice().getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
    }

    private Either<NegotiationRefusal, Receipt> tryReprice() {
        return desk.does(People.AGENT, (at, ask) -> at.reprice(ask, new Reprice()));
    }

    private RecordProforma proforma() {
        return new RecordProforma("PF 1", desk.quote(), desk.clock.instant().plus(Duration.ofDays(7)));
    }

    private QuoteLine line() {
        return desk.deal()
                .bargain()
                .quote()
                .flatMap(quote -> quote.line(Goods.WHEAT_SEED.sku()))
                .orElseThrow();
    }

    private void onSale(PricedOffering offering) {
        desk.cerniq.offerings().putOnSale(desk.tenant, List.of(offering));
    }

    private static PricedOffering wheatAt(String list, String floor) {
        return wheat(2, list, floor);
    }

    private static PricedOffering wheat(int version, String list, String floor) {
        var wheat = Goods.WHEAT_SEED;
        return new PricedOffering(
                wheat.sku(),
                version,
                wheat.name(),
                wheat.unit(),
                "spring",
                Money.ron(list),
                Money.ron(floor),
                wheat.cost(),
                wheat.vat());
    }
}

package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.ConfirmProducts;
import app.cerniq.application.negotiation.NegotiationCommand.DisplaceHold;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.ReleaseStock;
import app.cerniq.application.negotiation.NegotiationCommand.RemoveItem;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock.OnShortage;
import app.cerniq.application.negotiation.NegotiationCommand.SubstituteItem;
import app.cerniq.application.stock.Services;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.domain.stock.AllocationStrategy.Pick;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.Replenishment.Incoming;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.stock.Reservations;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holding goods through the desk, by the real rules. */
class ReservingStockTest {

    private static final Place NOZZLES = new Place(Goods.NOZZLE.sku(), LocationCode.PRINCIPAL);

    private final Desk desk = new Desk();

    @ParameterizedTest
    @CsvSource({"PROPOSAL, PT30M", "NEGOTIATION, PT2H", "CLOSING, PT24H", "PROFORMA_SENT, P7D"})
    void goods_are_held_for_the_time_of_the_state(NegotiationState state, Duration time) {
        in(state).reserves();

        assertThat(desk.held().map(Holding::expiresAt))
                .contains(desk.clock.instant().plus(time));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void in_discovery_nothing_is_held() {
        desk.adds(Goods.NOZZLE, "5", "0");

        assertThat(reserve().getLeft().describe())
                .startsWith("NO_HOLD_IN_STATE: A deal in DISCOVERY holds no stock: ")
                .contains("In DISCOVERY no stock is held.");
    }

    @Test
    void the_rule_that_gave_the_time_stands_in_the_receipt() {
        in(NegotiationState.PROPOSAL);

        assertThat(reserve().get().rules()).extracting(rule -> rule.id()).containsExactly("HOLD-01");
    }

    @Test
    void what_is_held_is_not_there_for_others() {
        in(NegotiationState.PROPOSAL).reserves();

        assertThat(desk.available(Goods.WHEAT_SEED)).isEqualTo(StockAmount.of("960", Unit.BAG));
    }

    @Test
    void but_can_be_confirmed_for_the_deal_itself() {
        desk.adds(Goods.NOZZLE, "400", "0").to(NegotiationState.PROPOSAL).reserves();

        var confirmed =
                desk.does(People.AGENT, (at, ask) -> at.confirmProducts(ask, new ConfirmProducts(desk.quote())));

        assertThat(confirmed.isRight()).isTrue();
    }

    @Test
    void a_shortage_names_what_there_is_and_when_more_comes() {
        desk.cerniq
                .stock()
                .replenish(
                        desk.tenant,
                        People.MANAGER,
                        NOZZLES,
                        Replenishment.standard(Unit.PIECE)
                                .expecting(new Incoming(Quantity.of("600", Unit.PIECE), LocalDate.of(2026, 4, 1))))
                .get();
        desk.adds(Goods.NOZZLE, "401", "0").to(NegotiationState.PROPOSAL);

        assertThat(reserve().getLeft().describe())
                .isEqualTo("NOT_ENOUGH_STOCK: There is not enough of ECH-DUZA-03 in stock."
                        + " Given: 401 buc of ECH-DUZA-03."
                        + " Accepted: at most 400 buc of ECH-DUZA-03, 600 buc more on 2026-04-01.");
    }

    @Test
    void after_a_shortage_nothing_was_written() {
        desk.adds(Goods.NOZZLE, "401", "0").to(NegotiationState.PROPOSAL);
        var before = desk.deal();

        reserve();

        assertThat(desk.deal()).isEqualTo(before);
        assertThat(desk.available(Goods.NOZZLE)).isEqualTo(StockAmount.of("400", Unit.PIECE));
    }

    @Test
    void a_quote_can_be_cut_to_what_there_is_and_held() {
        desk.adds(Goods.NOZZLE, "401", "0").adds(Goods.WHEAT_SEED, "40", "10").to(NegotiationState.PROPOSAL);

        reserveOrCut();

        assertThat(desk.deal().bargain().lines())
                .containsExactlyInAnyOrder(Lines.of(Goods.NOZZLE, "400", "0"), Lines.of(Goods.WHEAT_SEED, "40", "10"));
        assertThat(desk.available(Goods.NOZZLE).isNone()).isTrue();
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void where_there_is_none_the_line_goes() {
        var other = desk.beside()
                .adds(Goods.NOZZLE, "400", "0")
                .to(NegotiationState.PROPOSAL)
                .reserves();
        desk.adds(Goods.NOZZLE, "1", "0").adds(Goods.WHEAT_SEED, "40", "10").to(NegotiationState.PROPOSAL);

        reserveOrCut();

        assertThat(desk.deal().bargain().lines()).containsExactly(Lines.of(Goods.WHEAT_SEED, "40", "10"));
        assertThat(other.held()).isPresent();
    }

    @Test
    void where_there_is_nothing_of_anything_the_quote_stays() {
        desk.beside()
                .adds(Goods.NOZZLE, "400", "0")
                .to(NegotiationState.PROPOSAL)
                .reserves();
        desk.adds(Goods.NOZZLE, "1", "0").to(NegotiationState.PROPOSAL);

        var refusal = desk.does(
                        People.AGENT,
                        (at, ask) -> at.reserveStock(ask, new ReserveStock(desk.quote(), OnShortage.CUT_QUOTE)))
                .getLeft();

        assertThat(refusal.describe()).contains("at most 0 buc of ECH-DUZA-03");
        assertThat(desk.deal().bargain().lines()).containsExactly(Lines.of(Goods.NOZZLE, "1", "0"));
    }

    @Test
    void a_quote_is_cut_to_what_the_strategy_can_reach() {
        var shop = new LocationCode("shop");
        var own = new Desk(UnaryOperator.identity(), AllocationStrategy.inOrder(List.of(shop)));
        opened(own, shop);
        own.cerniq
                .stock()
                .receive(
                        own.tenant,
                        People.REP,
                        "shop",
                        Map.of(new Place(Goods.NOZZLE.sku(), shop), Quantity.of("3", Unit.PIECE)),
                        "")
                .get();
        own.adds(Goods.NOZZLE, "5", "0").to(NegotiationState.PROPOSAL);

        own.must(People.AGENT, (at, ask) -> at.reserveStock(ask, new ReserveStock(own.quote(), OnShortage.CUT_QUOTE)));

        assertThat(own.deal().bargain().lines()).containsExactly(Lines.of(Goods.NOZZLE, "3", "0"));
        assertThat(own.faults()).isEmpty();
    }

    @Test
    void goods_are_taken_from_two_locations_where_neither_has_enough() {
        var shop = new LocationCode("shop");
        opened(desk, shop);
        desk.cerniq
                .stock()
                .transfer(desk.tenant, People.REP, "carry", NOZZLES, shop, Quantity.of("150", Unit.PIECE), "")
                .get();

        desk.adds(Goods.NOZZLE, "300", "0").to(NegotiationState.PROPOSAL).reserves();

        assertThat(desk.held().orElseThrow().reservations())
                .extracting(reservation -> reservation.place().location(), Reservation::quantity)
                .containsExactly(
                        tuple(LocationCode.PRINCIPAL, Quantity.of("250", Unit.PIECE)),
                        tuple(shop, Quantity.of("50", Unit.PIECE)));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void what_was_reserved_can_be_released() {
        in(NegotiationState.PROPOSAL).reserves();

        desk.must(People.REP, (at, ask) -> at.releaseStock(ask, new ReleaseStock("the customer thinks again")));

        assertThat(desk.held()).isEmpty();
        assertThat(why()).containsExactly(Optional.of(ReleaseReason.CANCELLED));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void a_promise_that_cannot_be_kept_is_taken_back() {
        in(NegotiationState.PROPOSAL).reserves();

        desk.must(People.SYSTEM, (at, ask) -> at.displaceHold(ask, new DisplaceHold("a pallet was broken")));

        assertThat(why()).containsExactly(Optional.of(ReleaseReason.DISPLACED));
    }

    @Test
    void while_a_human_holds_the_deal_the_agent_reserves_nothing() {
        in(NegotiationState.PROPOSAL)
                .must(People.AGENT, (at, ask) -> at.handOver(ask, new HandOver(People.idOf(People.REP), "a person")));

        assertThat(reserve().getLeft()).isInstanceOf(NegotiationRefusal.AgentOverruled.class);
    }

    @Test
    void a_larger_quantity_is_held_at_once() {
        in(NegotiationState.PROPOSAL).reserves();

        changesTo("50");

        assertThat(desk.held().orElseThrow().of(Goods.WHEAT_SEED.sku()))
                .extracting(Reservation::quantity)
                .containsExactly(Quantity.of("50", Unit.BAG));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void what_is_held_already_counts_for_it() {
        in(NegotiationState.PROPOSAL).reserves();
        desk.beside()
                .adds(Goods.WHEAT_SEED, "950", "0")
                .to(NegotiationState.PROPOSAL)
                .reserves();

        changesTo("50");

        assertThat(desk.available(Goods.WHEAT_SEED).isNone()).isTrue();
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void where_there_is_too_little_the_quote_does_not_change() {
        in(NegotiationState.PROPOSAL).reserves();
        var before = desk.deal();

        var answer = desk.does(
                People.AGENT,
                (at, ask) -> at.changeItem(
                        ask,
                        new ChangeItem(
                                Goods.WHEAT_SEED.sku(), Optional.of(Quantity.of("1001", Unit.BAG)), Optional.empty())));

        assertThat(answer.getLeft().describe()).contains("at most 1000 sac of SEM-GRAU-01");
        assertThat(desk.deal()).isEqualTo(before);
    }

    @Test
    void another_product_in_the_place_of_one_is_held_in_its_place() {
        in(NegotiationState.PROPOSAL).reserves();

        desk.must(
                People.AGENT,
                (at, ask) -> at.substituteItem(
                        ask,
                        new SubstituteItem(
                                Goods.WHEAT_SEED.sku(),
                                Goods.UREA.sku(),
                                Quantity.of("2.5", Unit.TONNE),
                                Percentage.of("0"))));

        assertThat(desk.held().orElseThrow().reservations())
                .extracting(Reservation::sku, Reservation::quantity)
                .containsExactly(tuple(Goods.UREA.sku(), Quantity.of("2.5", Unit.TONNE)));
        assertThat(desk.available(Goods.WHEAT_SEED)).isEqualTo(StockAmount.of("1000", Unit.BAG));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void a_product_that_is_quoted_already_takes_nobodys_place() {
        desk.adds(Goods.NOZZLE, "5", "0").adds(Goods.UREA, "1", "0");

        var answer = desk.does(
                People.AGENT,
                (at, ask) -> at.substituteItem(
                        ask,
                        new SubstituteItem(
                                Goods.NOZZLE.sku(),
                                Goods.UREA.sku(),
                                Quantity.of("1", Unit.TONNE),
                                Percentage.of("0"))));

        assertThat(answer).isEqualTo(Either.left(new NegotiationRefusal.DuplicateLine(Goods.UREA.sku())));
    }

    @Test
    void nothing_takes_the_place_of_what_is_not_quoted() {
        desk.adds(Goods.NOZZLE, "5", "0");

        var answer = desk.does(
                People.AGENT,
                (at, ask) -> at.substituteItem(
                        ask,
                        new SubstituteItem(
                                Goods.WHEAT_SEED.sku(),
                                Goods.UREA.sku(),
                                Quantity.of("1", Unit.TONNE),
                                Percentage.of("0"))));

        assertThat(answer.getLeft()).isInstanceOf(NegotiationRefusal.NoSuchLine.class);
    }

    @Test
    void an_emptied_quote_holds_nothing() {
        in(NegotiationState.PROPOSAL).reserves();

        desk.must(People.AGENT, (at, ask) -> at.removeItem(ask, new RemoveItem(Goods.WHEAT_SEED.sku())));

        assertThat(desk.held()).isEmpty();
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void a_service_needs_no_stock_and_holds_none() {
        var own = new Desk(store -> new Services(store, Goods.NOZZLE.sku()), AllocationStrategy.fewestLocations());
        own.adds(Goods.NOZZLE, "9000", "0").adds(Goods.WHEAT_SEED, "40", "10").to(NegotiationState.PROPOSAL);

        own.reserves();

        assertThat(own.held().orElseThrow().reservations())
                .extracting(Reservation::sku)
                .containsExactly(Goods.WHEAT_SEED.sku());
    }

    @Test
    void a_repeat_under_the_same_key_holds_nothing_twice() {
        in(NegotiationState.PROPOSAL);
        var ask = desk.ask(People.AGENT);
        var command = ReserveStock.allOf(desk.quote());
        var first = desk.cerniq.negotiations().reserveStock(ask, command);

        var second = desk.cerniq.negotiations().reserveStock(ask, command);

        assertThat(second).isEqualTo(first);
        assertThat(desk.storage.reservations().of(desk.id)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("liars")
    void a_strategy_that_breaks_its_contract_is_stopped_before_anything_is_written(AllocationStrategy liar) {
        var own = new Desk(UnaryOperator.identity(), liar);
        own.adds(Goods.NOZZLE, "5", "0").to(NegotiationState.PROPOSAL);
        var before = own.deal();

        assertThatIllegalStateException()
                .isThrownBy(own::reserves)
                .withMessageStartingWith("The allocation strategy picked ");
        assertThat(own.deal()).isEqualTo(before);
        assertThat(own.storage.reservations().of(own.id)).isEmpty();
    }

    static List<AllocationStrategy> liars() {
        return List.of(
                picking(LocationCode.PRINCIPAL, "6", Unit.PIECE),
                picking(LocationCode.PRINCIPAL, "5", Unit.KILOGRAM),
                picking(new LocationCode("nowhere"), "5", Unit.PIECE),
                (wanted, levels) -> List.of(
                        new Pick(LocationCode.PRINCIPAL, Quantity.of("2", Unit.PIECE)),
                        new Pick(LocationCode.PRINCIPAL, Quantity.of("3", Unit.PIECE))));
    }

    private static AllocationStrategy picking(LocationCode location, String quantity, Unit unit) {
        return (wanted, levels) -> List.of(new Pick(location, Quantity.of(quantity, unit)));
    }

    private static void opened(Desk desk, LocationCode location) {
        desk.cerniq
                .stock()
                .openLocation(desk.tenant, location, StockLocation.Kind.STORE, "Shop")
                .get();
    }

    /** In a state of the usual road, with 40 bags of seed on the table. */
    private Desk in(NegotiationState state) {
        return switch (state) {
            case PROPOSAL -> desk.adds(Goods.WHEAT_SEED, "40", "10").to(NegotiationState.PROPOSAL);
            case NEGOTIATION -> desk.toNegotiation();
            case CLOSING -> desk.toNegotiation().toClosing();
            default -> desk.toNegotiation().toProformaSent();
        };
    }

    private void changesTo(String bags) {
        desk.must(
                People.AGENT,
                (at, ask) -> at.changeItem(
                        ask,
                        new ChangeItem(
                                Goods.WHEAT_SEED.sku(), Optional.of(Quantity.of(bags, Unit.BAG)), Optional.empty())));
    }

    private Either<NegotiationRefusal, Receipt> reserve() {
        return desk.does(People.AGENT, (at, ask) -> at.reserveStock(ask, ReserveStock.allOf(desk.quote())));
    }

    private void reserveOrCut() {
        desk.must(
                People.AGENT, (at, ask) -> at.reserveStock(ask, new ReserveStock(desk.quote(), OnShortage.CUT_QUOTE)));
    }

    private List<Optional<ReleaseReason>> why() {
        return desk.storage.reservations().of(desk.id).stream()
                .map(Reservations.Entry::why)
                .toList();
    }
}

package app.cerniq.application.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import app.cerniq.application.negotiation.Desk;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Movement;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.StockAlert;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.stock.Booked;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The warehouse at the front door. */
class StockDeskTest {

    private static final LocationCode SHOP = new LocationCode("shop");
    private static final Place HERE = new Place(Goods.NOZZLE.sku(), LocationCode.PRINCIPAL);
    private static final Place THERE = new Place(Goods.NOZZLE.sku(), SHOP);

    private final Desk desk = new Desk();
    private final StockDesk stock = desk.cerniq.stock();

    @Test
    void what_was_counted_is_on_hand() {
        assertThat(onHand(count("c-1", HERE, "250"))).containsExactly(pieces("250"));
    }

    @Test
    void what_arrives_is_added() {
        assertThat(onHand(receive("r-1", HERE, "50"))).containsExactly(pieces("450"));
    }

    @Test
    void what_is_carried_away_arrives() {
        opensTheShop();

        assertThat(onHand(transfer("t-1", "150"))).containsExactly(pieces("250"), pieces("150"));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void what_is_held_for_a_deal_is_not_carried_away() {
        opensTheShop();
        desk.adds(Goods.NOZZLE, "390", "0").to(NegotiationState.PROPOSAL).reserves();

        assertThat(transfer("t-1", "11").getLeft())
                .isEqualTo(new StockRefusal.NotEnoughThere(HERE, Quantity.of("11", Unit.PIECE), pieces("10")));
    }

    @Test
    void a_place_is_not_carried_to_itself() {
        var answer = stock.transfer(
                desk.tenant, People.REP, "t-1", HERE, LocationCode.PRINCIPAL, Quantity.of("1", Unit.PIECE), "");

        assertThat(answer).isEqualTo(Either.left(new StockRefusal.PlaceTwice(HERE)));
    }

    @Test
    void less_than_is_held_is_not_counted() {
        desk.adds(Goods.NOZZLE, "390", "0").to(NegotiationState.PROPOSAL).reserves();

        assertThat(count("c-1", HERE, "389"))
                .isEqualTo(
                        Either.left(new StockRefusal.BelowReserved(HERE, pieces("389"), pieces("390"), pieces("0"))));
        assertThat(onHand(count("c-2", HERE, "390"))).containsExactly(pieces("390"));
    }

    @Test
    void the_ledger_tells_what_happened_and_why() {
        count("c-1", HERE, "250");

        assertThat(stock.movements(desk.tenant, HERE, 1, 10))
                .extracting(
                        Movement::number,
                        Movement::type,
                        movement -> movement.onHand().toString(),
                        Movement::reason)
                .containsExactly(tuple(2L, MovementType.ADJUSTMENT, "-150 buc", "because"));
    }

    @Test
    void a_repeat_under_the_same_key_has_no_second_effect() {
        var first = receive("r-1", HERE, "50");

        assertThat(receive("r-1", HERE, "50")).isEqualTo(first);
        assertThat(desk.available(Goods.NOZZLE)).isEqualTo(pieces("450"));
    }

    @Test
    void another_booking_under_the_same_key_is_refused() {
        receive("r-1", HERE, "50");

        assertThat(receive("r-1", HERE, "51")).isEqualTo(Either.left(new StockRefusal.IdempotencyKeyReused("r-1")));
    }

    @Test
    void an_unknown_product_is_not_booked() {
        var unknown = new Place(new Sku("NO-SUCH"), LocationCode.PRINCIPAL);

        assertThat(count("c-1", unknown, "1")).isEqualTo(Either.left(new StockRefusal.UnknownSku(unknown.sku())));
    }

    @Test
    void nothing_is_booked_where_no_location_is() {
        assertThat(count("c-1", THERE, "1"))
                .isEqualTo(Either.left(new StockRefusal.UnknownLocation(SHOP, List.of(LocationCode.PRINCIPAL))));
    }

    @Test
    void nozzles_are_not_counted_in_kilograms() {
        var answer = stock.count(
                desk.tenant, People.REP, "c-1", Map.of(HERE, StockAmount.of("1", Unit.KILOGRAM)), "because");

        assertThat(answer).isEqualTo(Either.left(new StockRefusal.WrongUnit(HERE.sku(), "1 kg", "buc")));
    }

    @Test
    void an_unknown_tenant_books_nothing() {
        var nobody = new TenantId(desk.ids.next());

        assertThat(stock.count(nobody, People.REP, "c-1", Map.of(HERE, pieces("1")), ""))
                .isEqualTo(Either.left(new StockRefusal.UnknownTenant(nobody)));
    }

    @Test
    void one_bad_place_stops_the_whole_count() {
        var answer =
                stock.count(desk.tenant, People.REP, "c-1", Map.of(HERE, pieces("1"), THERE, pieces("1")), "because");

        assertThat(answer.isLeft()).isTrue();
        assertThat(desk.available(Goods.NOZZLE)).isEqualTo(pieces("400"));
    }

    @Test
    void a_reason_is_no_novel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stock.count(desk.tenant, People.REP, "c-1", Map.of(), "x".repeat(501)))
                .withMessage("A reason has at most 500 characters, not 501.");
    }

    @Test
    void a_location_is_opened_renamed_and_archived() {
        opensTheShop();
        stock.openLocation(desk.tenant, SHOP, StockLocation.Kind.STORE, "Another name");
        stock.archiveLocation(desk.tenant, SHOP);

        assertThat(stock.locations(desk.tenant))
                .containsExactly(
                        new StockLocation(LocationCode.PRINCIPAL, StockLocation.Kind.WAREHOUSE, "Principal", false),
                        new StockLocation(SHOP, StockLocation.Kind.STORE, "Another name", true));
    }

    @Test
    void a_location_with_goods_is_not_archived() {
        opensTheShop();
        transfer("t-1", "1");

        assertThat(stock.archiveLocation(desk.tenant, SHOP).getLeft().describe())
                .isEqualTo("LOCATION_NOT_EMPTY: Location shop is not empty. Given: 1 buc of ECH-DUZA-03."
                        + " Accepted: a location with nothing on hand and nothing held.");
    }

    @Test
    void safety_stock_is_promised_to_nobody() {
        replenish(Replenishment.standard(Unit.PIECE).keeping(pieces("100")));

        assertThat(desk.available(Goods.NOZZLE)).isEqualTo(pieces("300"));
    }

    @Test
    void safety_stock_does_not_take_what_is_held() {
        desk.adds(Goods.NOZZLE, "390", "0").to(NegotiationState.PROPOSAL).reserves();

        assertThat(replenish(Replenishment.standard(Unit.PIECE).keeping(pieces("11")))
                        .getLeft())
                .isEqualTo(new StockRefusal.BelowReserved(HERE, pieces("400"), pieces("390"), pieces("11")));
    }

    @Test
    void somebody_is_told_when_the_threshold_is_crossed_and_not_again_before_it_was_left() {
        count("c-1", HERE, "11");
        assertThat(alerts()).isEmpty();

        count("c-2", HERE, "10");
        count("c-3", HERE, "9");
        count("c-4", HERE, "11");
        count("c-5", HERE, "0");

        assertThat(alerts())
                .extracting(StockAlert::available, StockAlert::severity)
                .containsExactly(
                        tuple(pieces("10"), StockAlert.Severity.HIGH),
                        tuple(pieces("0"), StockAlert.Severity.CRITICAL));
    }

    /** Sweeping changes no answer, so it does not change when somebody is told. */
    @Test
    void somebody_is_told_again_when_a_hold_was_over_whether_or_not_anybody_swept() {
        desk.adds(Goods.NOZZLE, "390", "0").to(NegotiationState.PROPOSAL).reserves();
        desk.clock.move(Duration.ofMinutes(30));

        desk.beside()
                .adds(Goods.NOZZLE, "395", "0")
                .to(NegotiationState.PROPOSAL)
                .reserves();

        assertThat(alerts()).extracting(StockAlert::available).containsExactly(pieces("10"), pieces("5"));
    }

    @Test
    void the_sweep_ends_what_is_over_batch_by_batch() {
        for (var deal = 0; deal < 5; deal++) {
            desk.beside()
                    .adds(Goods.NOZZLE, "10", "0")
                    .to(NegotiationState.PROPOSAL)
                    .reserves();
        }
        desk.clock.move(Duration.ofMinutes(30));
        desk.adds(Goods.NOZZLE, "10", "0").to(NegotiationState.PROPOSAL).reserves();
        desk.clock.move(Duration.ofMinutes(29));

        // The new hold has taken the place of the five already: the commit ended them.
        assertThat(stock.sweep(desk.tenant, People.SYSTEM, 2)).isZero();

        desk.clock.move(Duration.ofMinutes(1));
        assertThat(stock.sweep(desk.tenant, People.SYSTEM, 2)).isEqualTo(1);
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void the_sweep_goes_on_until_there_is_nothing_more() {
        for (var deal = 0; deal < 5; deal++) {
            desk.beside()
                    .adds(Goods.NOZZLE, "10", "0")
                    .to(NegotiationState.PROPOSAL)
                    .reserves();
        }
        desk.clock.move(Duration.ofMinutes(30));

        assertThat(stock.sweep(desk.tenant, People.SYSTEM, 2)).isEqualTo(5);
        assertThat(stock.drifts(desk.tenant)).isEmpty();
        assertThat(stock.repair(desk.tenant, People.SYSTEM)).isEmpty();
    }

    private void opensTheShop() {
        stock.openLocation(desk.tenant, SHOP, StockLocation.Kind.STORE, "Shop").get();
    }

    private Either<StockRefusal, Booked> count(String key, Place place, String amount) {
        return stock.count(desk.tenant, People.REP, key, Map.of(place, pieces(amount)), "because");
    }

    private Either<StockRefusal, Booked> receive(String key, Place place, String amount) {
        return stock.receive(desk.tenant, People.REP, key, Map.of(place, Quantity.of(amount, Unit.PIECE)), "because");
    }

    private Either<StockRefusal, Booked> transfer(String key, String amount) {
        return stock.transfer(desk.tenant, People.REP, key, HERE, SHOP, Quantity.of(amount, Unit.PIECE), "because");
    }

    private Either<StockRefusal, StockLevel> replenish(Replenishment replenishment) {
        return stock.replenish(desk.tenant, People.MANAGER, HERE, replenishment);
    }

    private List<StockAlert> alerts() {
        return stock.alerts(desk.tenant, Instant.EPOCH.plusSeconds(1), 10);
    }

    private static List<StockAmount> onHand(Either<StockRefusal, Booked> booked) {
        return booked.get().levels().stream().map(StockLevel::onHand).toList();
    }

    private static StockAmount pieces(String value) {
        return StockAmount.of(value, Unit.PIECE);
    }
}

package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.Replenishment.Incoming;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockLocation.Kind;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.stock.Booked;
import app.cerniq.ports.stock.Booking;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Holds;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.stock.Inventory} must do. There are 1,000 bags of wheat seed and 400 nozzles. */
public interface InventoryContract extends StorageContract {

    Place NOZZLES = new Place(Goods.NOZZLE.sku(), LocationCode.PRINCIPAL);

    ActorRef CLERK = ActorRef.of(People.REP);

    @Test
    default void what_arrives_is_added() {
        var tenant = tenant();

        var booked = book(tenant, new Booking.Received(NOZZLES, pieces("25"))).get();

        assertThat(booked.levels())
                .singleElement()
                .satisfies(level -> assertThat(level.onHand()).hasToString("425 buc"));
        assertThat(ledger(tenant)).containsExactly("ADJUSTMENT +400 buc", "PURCHASE +25 buc");
    }

    @Test
    default void what_is_counted_replaces_what_was_there() {
        var tenant = tenant();

        book(tenant, new Booking.Counted(NOZZLES, stock("390"), false)).get();

        assertThat(onHand(tenant, NOZZLES)).hasToString("390 buc");
        assertThat(ledger(tenant)).endsWith("ADJUSTMENT -10 buc");
    }

    @Test
    default void a_count_can_find_nothing() {
        var tenant = tenant();

        book(tenant, new Booking.Counted(NOZZLES, stock("0"), false)).get();

        assertThat(onHand(tenant, NOZZLES)).isEqualTo(StockAmount.none(Unit.PIECE));
    }

    @Test
    default void a_count_that_finds_what_is_known_is_in_the_ledger_all_the_same() {
        var tenant = tenant();

        book(tenant, new Booking.Counted(NOZZLES, stock("400"), true)).get();

        assertThat(ledger(tenant)).endsWith("SYNC 0 buc");
    }

    @Test
    default void an_import_settles_whether_somebody_else_changed_it() {
        var tenant = tenant();
        assertThat(level(tenant, NOZZLES).isChangedSinceSync()).isTrue();

        book(tenant, new Booking.Counted(NOZZLES, stock("400"), true)).get();
        assertThat(level(tenant, NOZZLES).isChangedSinceSync()).isFalse();

        book(tenant, new Booking.Received(NOZZLES, pieces("1"))).get();
        assertThat(level(tenant, NOZZLES).isChangedSinceSync()).isTrue();
    }

    @Test
    default void what_is_carried_away_arrives() {
        var tenant = tenant();
        var shop = shop(tenant);

        book(tenant, new Booking.Transferred(NOZZLES, shop, pieces("150"))).get();

        assertThat(onHand(tenant, NOZZLES)).hasToString("250 buc");
        assertThat(onHand(tenant, shop)).hasToString("150 buc");
        assertThat(storage().inventory().movements(tenant, shop, 0, 10))
                .extracting(movement -> movement.type() + " " + movement.onHand())
                .containsExactly("TRANSFER +150 buc");
    }

    @Test
    default void more_than_there_is_cannot_be_carried_away() {
        var tenant = tenant();
        var shop = shop(tenant);

        var refusal = book(tenant, new Booking.Transferred(NOZZLES, shop, pieces("401")))
                .getLeft();

        assertThat(refusal).isEqualTo(new StockRefusal.NotEnoughThere(NOZZLES, pieces("401"), stock("400")));
        assertThat(onHand(tenant, NOZZLES)).hasToString("400 buc");
    }

    @Test
    default void what_is_held_cannot_be_carried_away() {
        var tenant = tenant();
        var shop = shop(tenant);
        hold(tenant, "300");

        var refusal = book(tenant, new Booking.Transferred(NOZZLES, shop, pieces("101")))
                .getLeft();

        assertThat(refusal).isEqualTo(new StockRefusal.NotEnoughThere(NOZZLES, pieces("101"), stock("100")));
    }

    @Test
    default void less_than_is_held_cannot_be_counted() {
        var tenant = tenant();
        hold(tenant, "300");

        var refusal =
                book(tenant, new Booking.Counted(NOZZLES, stock("299"), true)).getLeft();

        assertThat(refusal).isEqualTo(new StockRefusal.BelowReserved(NOZZLES, stock("299"), stock("300"), stock("0")));
        assertThat(onHand(tenant, NOZZLES)).hasToString("400 buc");
    }

    @Test
    default void exactly_what_is_held_can_be_counted() {
        var tenant = tenant();
        hold(tenant, "300");

        assertThat(book(tenant, new Booking.Counted(NOZZLES, stock("300"), true))
                        .isRight())
                .isTrue();
    }

    @Test
    default void holds_whose_time_is_up_are_in_nobodys_way() {
        var tenant = tenant();
        hold(tenant, "300");
        var later = Play.MORNING.plus(Duration.ofHours(2));
        var booking = Goods.booking(tenant, ids(), List.of(new Booking.Counted(NOZZLES, stock("1"), false)));

        var answer = storage()
                .inventory()
                .book(new Booking(tenant, booking.entries(), "", CLERK, later, booking.key(), booking.fingerprint()));

        assertThat(answer.isRight()).isTrue();
        assertThat(onHand(tenant, NOZZLES)).hasToString("1 buc");
        assertThat(storage().inventory().drifts(tenant)).isEmpty();
    }

    @Test
    default void one_bad_entry_stops_them_all() {
        var tenant = tenant();

        var refusal = book(
                        tenant,
                        new Booking.Received(NOZZLES, pieces("5")),
                        new Booking.Received(new Place(new Sku("NO-SUCH"), LocationCode.PRINCIPAL), pieces("5")))
                .getLeft();

        assertThat(refusal).isEqualTo(new StockRefusal.UnknownSku(new Sku("NO-SUCH")));
        assertThat(onHand(tenant, NOZZLES)).hasToString("400 buc");
        assertThat(ledger(tenant)).hasSize(1);
    }

    @Test
    default void tonnes_of_nozzles_are_not_booked() {
        var refusal = book(tenant(), new Booking.Received(NOZZLES, Quantity.of("1.5", Unit.TONNE)))
                .getLeft();

        assertThat(refusal).isEqualTo(new StockRefusal.WrongUnit(Goods.NOZZLE.sku(), "1.5 t", "buc"));
    }

    @Test
    default void nothing_is_booked_where_no_location_is() {
        var nowhere = new LocationCode("nowhere");

        var refusal = book(tenant(), new Booking.Received(new Place(Goods.NOZZLE.sku(), nowhere), pieces("1")))
                .getLeft();

        assertThat(refusal).isEqualTo(new StockRefusal.UnknownLocation(nowhere, List.of(LocationCode.PRINCIPAL)));
    }

    @Test
    default void a_place_is_named_once() {
        var refusal = book(
                        tenant(),
                        new Booking.Received(NOZZLES, pieces("1")),
                        new Booking.Counted(NOZZLES, stock("7"), false))
                .getLeft();

        assertThat(refusal).isEqualTo(new StockRefusal.PlaceTwice(NOZZLES));
    }

    @Test
    default void an_unknown_tenant_books_nothing() {
        var nobody = new TenantId(ids().next());

        assertThat(book(nobody, new Booking.Received(NOZZLES, pieces("1"))).getLeft())
                .isEqualTo(new StockRefusal.UnknownTenant(nobody));
    }

    @Test
    default void the_same_booking_again_has_no_second_effect() {
        var tenant = tenant();
        var booking = Goods.booking(tenant, ids(), List.of(new Booking.Received(NOZZLES, pieces("25"))));

        var first = storage().inventory().book(booking);
        var second = storage().inventory().book(booking);

        assertThat(second).isEqualTo(first);
        assertThat(onHand(tenant, NOZZLES)).hasToString("425 buc");
    }

    @Test
    default void another_booking_under_the_same_key_is_refused() {
        var tenant = tenant();
        var booking = Goods.booking(tenant, ids(), List.of(new Booking.Received(NOZZLES, pieces("25"))));
        var other = new Booking(
                tenant,
                List.of(new Booking.Received(NOZZLES, pieces("26"))),
                "",
                CLERK,
                Instant.EPOCH,
                booking.key(),
                app.cerniq.domain.shared.ContentHash.of(List.of("another")));
        storage().inventory().book(booking).get();

        assertThat(storage().inventory().book(other).getLeft())
                .isEqualTo(new StockRefusal.IdempotencyKeyReused(booking.key().value()));
        assertThat(onHand(tenant, NOZZLES)).hasToString("425 buc");
    }

    @Test
    default void every_movement_says_who_when_and_why() {
        var tenant = tenant();
        var at = Play.MORNING;
        var booking = Goods.booking(tenant, ids(), List.of(new Booking.Received(NOZZLES, pieces("25"))));

        storage()
                .inventory()
                .book(new Booking(
                        tenant, booking.entries(), "delivery note 7", CLERK, at, booking.key(), booking.fingerprint()))
                .get();

        assertThat(storage().inventory().movements(tenant, NOZZLES, 1, 10))
                .singleElement()
                .satisfies(movement -> {
                    assertThat(movement.number()).isEqualTo(2);
                    assertThat(movement.type()).isEqualTo(MovementType.PURCHASE);
                    assertThat(movement.reason()).isEqualTo("delivery note 7");
                    assertThat(movement.by()).isEqualTo(CLERK);
                    assertThat(movement.at()).isEqualTo(at);
                    assertThat(movement.onHandAfter()).hasToString("425 buc");
                    assertThat(movement.reservedAfter()).hasToString("0 buc");
                    assertThat(movement.reservation()).isEmpty();
                });
    }

    @Test
    default void thresholds_and_deliveries_are_kept() {
        var tenant = tenant();
        var replenishment = new Replenishment(
                stock("50"),
                stock("80"),
                stock("120"),
                Optional.of(pieces("500")),
                Optional.of(new Incoming(pieces("600"), LocalDate.of(2026, 12, 1))));

        var level = storage()
                .inventory()
                .replenish(tenant, NOZZLES, replenishment, CLERK, Play.MORNING)
                .get();

        assertThat(level.replenishment()).isEqualTo(replenishment);
        assertThat(level.available()).hasToString("350 buc");
        assertThat(level(tenant, NOZZLES)).isEqualTo(level);
    }

    @Test
    default void safety_stock_does_not_take_what_is_held() {
        var tenant = tenant();
        hold(tenant, "300");

        var refusal = storage()
                .inventory()
                .replenish(
                        tenant, NOZZLES, Replenishment.standard(Unit.PIECE).keeping(stock("101")), CLERK, Play.MORNING)
                .getLeft();

        assertThat(refusal)
                .isEqualTo(new StockRefusal.BelowReserved(NOZZLES, stock("400"), stock("300"), stock("101")));
    }

    @Test
    default void thresholds_of_nothing_that_is_known_are_refused() {
        var nothing = new Place(new Sku("NO-SUCH"), LocationCode.PRINCIPAL);

        assertThat(storage()
                        .inventory()
                        .replenish(tenant(), nothing, Replenishment.standard(Unit.PIECE), CLERK, Play.MORNING)
                        .getLeft())
                .isEqualTo(new StockRefusal.UnknownSku(new Sku("NO-SUCH")));
    }

    @Test
    default void thresholds_can_be_set_before_anything_was_booked() {
        var tenant = tenant();
        var shop = shop(tenant);

        var level = storage()
                .inventory()
                .replenish(tenant, shop, Replenishment.standard(Unit.PIECE), CLERK, Play.MORNING)
                .get();

        assertThat(level.onHand()).isEqualTo(StockAmount.none(Unit.PIECE));
    }

    @Test
    default void somebody_is_told_when_the_threshold_is_crossed_and_again_only_after_it_was_left() {
        var tenant = tenant();

        book(tenant, new Booking.Counted(NOZZLES, stock("10"), false)).get();
        book(tenant, new Booking.Counted(NOZZLES, stock("9"), false)).get();
        book(tenant, new Booking.Counted(NOZZLES, stock("11"), false)).get();
        book(tenant, new Booking.Counted(NOZZLES, stock("0"), false)).get();

        assertThat(storage().inventory().alerts(tenant, Instant.EPOCH, 10))
                .extracting(alert -> alert.movement() + " " + alert.severity() + " " + alert.available())
                .containsExactly("2 HIGH 10 buc", "5 CRITICAL 0 buc");
    }

    @Test
    default void a_sound_store_has_nothing_to_repair() {
        var tenant = tenant();
        hold(tenant, "300");

        assertThat(storage().inventory().repair(tenant, CLERK, Play.MORNING)).isEmpty();
        assertThat(ledger(tenant)).hasSize(2);
    }

    // --- helpers

    private Either<StockRefusal, Booked> book(TenantId tenant, Booking.Entry... entries) {
        return storage().inventory().book(Goods.booking(tenant, ids(), List.of(entries)));
    }

    private Place shop(TenantId tenant) {
        var code = new LocationCode("shop");
        storage().locations().open(tenant, code, Kind.STORE, "The shop").get();
        return new Place(Goods.NOZZLE.sku(), code);
    }

    private void hold(TenantId tenant, String pieces) {
        var play = Play.open(storage().negotiations(), ids(), tenant).quote(Lines.of(Goods.NOZZLE, pieces, "0"));
        play.keep(Holds.hold(play, Duration.ofHours(2), Holds.of(ids(), Goods.NOZZLE, pieces)));
    }

    private StockLevel level(TenantId tenant, Place place) {
        return storage().stockLevels().page(tenant, Optional.empty(), Optional.empty(), 100, Play.MORNING).stream()
                .filter(level -> level.place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    private StockAmount onHand(TenantId tenant, Place place) {
        return level(tenant, place).onHand();
    }

    private List<String> ledger(TenantId tenant) {
        return storage().inventory().movements(tenant, NOZZLES, 0, 100).stream()
                .map(movement -> movement.type() + " " + movement.onHand())
                .toList();
    }

    private static Quantity pieces(String value) {
        return Quantity.of(value, Unit.PIECE);
    }

    private static StockAmount stock(String value) {
        return StockAmount.of(value, Unit.PIECE);
    }
}

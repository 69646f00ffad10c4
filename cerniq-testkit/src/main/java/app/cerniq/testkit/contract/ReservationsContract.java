package app.cerniq.testkit.contract;

import static app.cerniq.testkit.fixture.Holds.follow;
import static app.cerniq.testkit.fixture.Holds.hold;
import static app.cerniq.testkit.fixture.Holds.release;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationRefusal.HoldLost;
import app.cerniq.domain.negotiation.NegotiationRefusal.NotEnoughStock;
import app.cerniq.domain.negotiation.NegotiationRefusal.StaleVersion;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Movement;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.Reservation.Status;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.stock.Reservations;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Holds;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every store must do with goods that are held: {@link app.cerniq.ports.negotiation.Negotiations#commit} makes and
 * ends reservations, {@link Reservations} shows and sweeps them. There are 1,000 bags of wheat seed and 400 nozzles.
 */
public interface ReservationsContract extends StorageContract {

    Duration TWO_HOURS = Duration.ofHours(2);

    ActorRef TIMER = ActorRef.of(People.SYSTEM);

    @Test
    default void goods_that_are_held_are_not_available() {
        var play = wheat(tenant(), "600");

        var held = held(play, "600");

        assertThat(level(play, Goods.WHEAT_SEED).available()).hasToString("400 sac");
        assertThat(storage().reservations().of(play.deal().id()))
                .containsExactly(new Reservations.Entry(
                        play.deal().id(),
                        held,
                        Status.ACTIVE,
                        play.now(),
                        play.now().plus(TWO_HOURS),
                        java.util.Optional.empty()));
        assertThat(ledger(play, Goods.WHEAT_SEED)).endsWith("RESERVATION 0 sac/+600 sac");
        sound(play);
    }

    @Test
    default void another_deal_cannot_hold_what_is_not_there_any_more() {
        var tenant = tenant();
        held(wheat(tenant, "600"), "600");
        var second = wheat(tenant, "401");

        var answer = commit(hold(second, TWO_HOURS, Holds.of(ids(), Goods.WHEAT_SEED, "401")));

        assertThat(answer.getLeft())
                .isInstanceOfSatisfying(
                        NotEnoughStock.class,
                        no -> assertThat(no.shortages())
                                .singleElement()
                                .satisfies(shortage ->
                                        assertThat(shortage.available()).hasToString("400 sac"))
                                .satisfies(shortage ->
                                        assertThat(shortage.wanted()).hasToString("401 sac")));
        assertThat(stored(second)).isEqualTo(second.deal());
        assertThat(storage().reservations().of(second.deal().id())).isEmpty();
        sound(second);
    }

    @Test
    default void the_very_last_piece_can_be_held() {
        var play = wheat(tenant(), "1000");

        held(play, "1000");

        assertThat(level(play, Goods.WHEAT_SEED).available()).hasToString("0 sac");
        sound(play);
    }

    @Test
    default void safety_stock_is_never_promised() {
        var tenant = tenant();
        var place = new Place(Goods.WHEAT_SEED.sku(), LocationCode.PRINCIPAL);
        var unit = Goods.WHEAT_SEED.unit();
        storage()
                .inventory()
                .replenish(
                        tenant,
                        place,
                        Replenishment.standard(unit).keeping(StockAmount.of("100", unit)),
                        TIMER,
                        Play.MORNING)
                .get();
        var play = wheat(tenant, "901");

        var answer = commit(hold(play, TWO_HOURS, Holds.of(ids(), Goods.WHEAT_SEED, "901")));

        assertThat(answer.getLeft().accepted()).contains("900 sac");
    }

    @Test
    default void once_its_time_is_up_nothing_is_held_although_nobody_swept() {
        var play = wheat(tenant(), "600");
        held(play, "600");

        play.at(play.now().plus(TWO_HOURS));

        assertThat(level(play, Goods.WHEAT_SEED).available()).hasToString("1000 sac");
        assertThat(storage().reservations().holding(play.deal().id().tenant(), place(Goods.WHEAT_SEED), play.now(), 10))
                .isEmpty();
        assertThat(stored(play)).isEqualTo(play.deal());
    }

    @Test
    default void the_next_deal_takes_goods_whose_time_is_up() {
        var tenant = tenant();
        var first = wheat(tenant, "600");
        held(first, "600");
        var second = wheat(tenant, "700").at(first.now().plus(TWO_HOURS));

        held(second, "700");

        assertThat(statuses(first)).containsExactly("EXPIRED EXPIRED");
        assertThat(level(second, Goods.WHEAT_SEED).available()).hasToString("300 sac");
        assertThat(ledger(second, Goods.WHEAT_SEED)).endsWith("RELEASE 0 sac/-600 sac", "RESERVATION 0 sac/+700 sac");
        sound(second);
    }

    @Test
    default void sweeping_ends_only_what_is_due_and_never_more_than_asked() {
        var tenant = tenant();
        var plays = Stream.of("1", "2", "3").map(many -> wheat(tenant, many)).toList();
        plays.forEach(play -> held(play, quoted(play)));
        var late = wheat(tenant, "4").at(Play.MORNING.plusSeconds(1));
        held(late, "4");
        var at = Play.MORNING.plus(TWO_HOURS);

        var first = storage().reservations().releaseExpired(tenant, TIMER, at, 2);
        var second = storage().reservations().releaseExpired(tenant, TIMER, at, 2);
        var third = storage().reservations().releaseExpired(tenant, TIMER, at, 2);

        assertThat(List.of(first, second, third)).containsExactly(2, 1, 0);
        assertThat(statuses(late)).containsExactly("ACTIVE ");
        assertThat(level(late, Goods.WHEAT_SEED).reserved()).hasToString("4 sac");
        sound(late);
    }

    @Test
    default void sweeping_leaves_the_deal_as_it_is() {
        var play = wheat(tenant(), "600");
        held(play, "600");

        storage()
                .reservations()
                .releaseExpired(play.deal().id().tenant(), TIMER, play.now().plus(TWO_HOURS), 10);

        assertThat(stored(play)).isEqualTo(play.deal());
        assertThat(Negotiation.fold(storage().negotiations().history(play.deal().id())))
                .isEqualTo(play.deal());
    }

    @Test
    default void a_move_holds_the_goods_for_longer() {
        var play = wheat(tenant(), "600");
        held(play, "600");
        var moved = follow(play, People.REP, play.move(People.REP, NegotiationState.PROPOSAL), Duration.ofHours(24));

        play.keep(moved);

        assertThat(storage().reservations().of(play.deal().id()))
                .extracting(Reservations.Entry::expiresAt)
                .containsExactly(play.now().plus(Duration.ofHours(24)));
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void a_hold_that_others_have_ended_by_their_clock_cannot_be_held_on() {
        var play = wheat(tenant(), "600");
        held(play, "600");
        var fastClock = play.now().plus(TWO_HOURS);
        storage().reservations().releaseExpired(play.deal().id().tenant(), TIMER, fastClock, 10);
        play.at(fastClock.minusSeconds(5));

        var answer = commit(
                follow(play, People.REP, play.move(People.REP, NegotiationState.PROPOSAL), Duration.ofHours(24)));

        assertThat(answer.getLeft()).isInstanceOf(HoldLost.class);
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void what_is_given_back_is_available_again() {
        var play = wheat(tenant(), "600");
        held(play, "600");

        play.keep(release(play, ReleaseReason.CANCELLED));

        assertThat(level(play, Goods.WHEAT_SEED).available()).hasToString("1000 sac");
        assertThat(statuses(play)).containsExactly("CANCELLED CANCELLED");
        assertThat(ledger(play, Goods.WHEAT_SEED)).endsWith("RELEASE 0 sac/-600 sac");
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void giving_back_what_others_have_ended_is_no_fault() {
        var play = wheat(tenant(), "600");
        held(play, "600");
        var fastClock = play.now().plus(TWO_HOURS);
        storage().reservations().releaseExpired(play.deal().id().tenant(), TIMER, fastClock, 10);
        play.at(fastClock.minusSeconds(5));

        var answer = commit(release(play, ReleaseReason.DEAD));

        assertThat(answer.isRight()).isTrue();
        assertThat(level(play, Goods.WHEAT_SEED).available()).hasToString("1000 sac");
        sound(play);
    }

    @Test
    default void another_quote_holds_other_goods() {
        var play = wheat(tenant(), "600");
        held(play, "600");
        var revised = play.revision(Lines.of(Goods.WHEAT_SEED, "900", "0"), Lines.of(Goods.NOZZLE, "4", "0"));
        var found = new Reservation[] {Holds.of(ids(), Goods.WHEAT_SEED, "900"), Holds.of(ids(), Goods.NOZZLE, "4")};

        play.keep(follow(play, People.AGENT, revised, TWO_HOURS, found));

        assertThat(level(play, Goods.WHEAT_SEED).reserved()).hasToString("900 sac");
        assertThat(level(play, Goods.NOZZLE).reserved()).hasToString("4 buc");
        assertThat(statuses(play)).containsExactlyInAnyOrder("CANCELLED REPLACED", "ACTIVE ", "ACTIVE ");
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void one_line_is_replaced_and_the_other_is_held_on() {
        var play = wheatAndNozzles(tenant());
        var wheat = Holds.of(ids(), Goods.WHEAT_SEED, "40");
        var nozzles = Holds.of(ids(), Goods.NOZZLE, "8");
        play.keep(hold(play, TWO_HOURS, wheat, nozzles));
        var revised = play.revision(Lines.of(Goods.WHEAT_SEED, "40", "0"), Lines.of(Goods.NOZZLE, "9", "0"));

        play.keep(follow(play, People.AGENT, revised, TWO_HOURS, Holds.of(ids(), Goods.NOZZLE, "9")));

        assertThat(play.deal().stock().held().orElseThrow().reservations()).contains(wheat);
        assertThat(level(play, Goods.NOZZLE).reserved()).hasToString("9 buc");
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void a_stale_commit_moves_no_goods() {
        var play = wheat(tenant(), "600");
        var stale = hold(play, TWO_HOURS, Holds.of(ids(), Goods.WHEAT_SEED, "600"));
        play.step(People.AGENT, it -> stamp -> it.handling(stamp).useSession("mcp-2"));

        var answer = commit(stale);

        assertThat(answer.getLeft()).isInstanceOf(StaleVersion.class);
        assertThat(level(play, Goods.WHEAT_SEED).available()).hasToString("1000 sac");
        sound(play);
    }

    @Test
    default void held_goods_leave_with_the_invoice() {
        var play =
                proforma(tenant(), Holds.of(ids(), Goods.WHEAT_SEED, "40"), Holds.of(ids(), Goods.DRIP_TAPE, "1500"));

        play.keep(follow(play, People.REP, play.move(People.REP, NegotiationState.INVOICED), Duration.ZERO));

        var level = level(play, Goods.WHEAT_SEED);
        assertThat(level.onHand()).hasToString("960 sac");
        assertThat(level.reserved()).hasToString("0 sac");
        assertThat(statuses(play)).containsExactly("CONVERTED ", "CONVERTED ");
        assertThat(ledger(play, Goods.WHEAT_SEED)).endsWith("SALE -40 sac/-40 sac");
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void goods_that_nobody_held_leave_with_the_invoice_too() {
        var play = proforma(tenant());

        play.keep(invoiced(play, "40"));

        assertThat(level(play, Goods.WHEAT_SEED).onHand()).hasToString("960 sac");
        assertThat(ledger(play, Goods.WHEAT_SEED)).endsWith("SALE -40 sac/0 sac");
        assertThat(statuses(play)).containsExactly("CONVERTED ", "CONVERTED ");
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void a_hold_whose_time_is_up_ends_when_its_deal_goes_on() {
        var play = wheat(tenant(), "600");
        held(play, "600");
        play.at(play.now().plus(TWO_HOURS));

        play.keep(follow(play, People.REP, play.move(People.REP, NegotiationState.PROPOSAL), TWO_HOURS));

        assertThat(statuses(play)).containsExactly("EXPIRED EXPIRED");
        assertThat(stored(play)).isEqualTo(play.deal());
        assertThat(play.deal().stock().held()).isEmpty();
        sound(play);
    }

    @Test
    default void a_hold_whose_time_is_up_ends_when_the_goods_are_held_anew() {
        var play = wheat(tenant(), "600");
        held(play, "600");
        play.at(play.now().plus(TWO_HOURS));

        held(play, "600");

        assertThat(statuses(play)).containsExactlyInAnyOrder("EXPIRED EXPIRED", "ACTIVE ");
        assertThat(level(play, Goods.WHEAT_SEED).available()).hasToString("400 sac");
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void goods_leave_although_the_hold_of_the_deal_was_over() {
        var play =
                proforma(tenant(), Holds.of(ids(), Goods.WHEAT_SEED, "40"), Holds.of(ids(), Goods.DRIP_TAPE, "1500"));
        play.at(play.now().plus(Duration.ofDays(7)));

        play.keep(invoiced(play, "40"));

        assertThat(statuses(play))
                .containsExactlyInAnyOrder("EXPIRED EXPIRED", "EXPIRED EXPIRED", "CONVERTED ", "CONVERTED ");
        assertThat(level(play, Goods.WHEAT_SEED).onHand()).hasToString("960 sac");
        assertThat(level(play, Goods.WHEAT_SEED).reserved()).hasToString("0 sac");
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void goods_that_are_held_for_another_deal_do_not_leave() {
        var tenant = tenant();
        held(wheat(tenant, "961"), "961");
        var play = proforma(tenant);

        var answer = commit(invoiced(play, "40"));

        assertThat(answer.getLeft()).isInstanceOf(NotEnoughStock.class);
        assertThat(answer.getLeft().accepted()).contains("39 sac");
        assertThat(level(play, Goods.WHEAT_SEED).onHand()).hasToString("1000 sac");
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void goods_that_nobody_held_do_not_leave_out_of_the_safety_stock() {
        var tenant = tenant();
        var unit = Goods.WHEAT_SEED.unit();
        storage()
                .inventory()
                .replenish(
                        tenant,
                        place(Goods.WHEAT_SEED),
                        Replenishment.standard(unit).keeping(StockAmount.of("961", unit)),
                        TIMER,
                        Play.MORNING)
                .get();
        var play = proforma(tenant);

        var answer = commit(invoiced(play, "40"));

        assertThat(answer.getLeft().accepted()).contains("39 sac");
        sound(play);
    }

    @Test
    default void goods_come_back_with_the_storno() {
        var play =
                proforma(tenant(), Holds.of(ids(), Goods.WHEAT_SEED, "40"), Holds.of(ids(), Goods.DRIP_TAPE, "1500"));
        play.keep(follow(play, People.REP, play.move(People.REP, NegotiationState.INVOICED), Duration.ZERO))
                .step(People.SYSTEM, it -> stamp -> it.invoicing(stamp).recordStorno("STR 1"));

        play.keep(follow(play, People.REP, play.move(People.REP, NegotiationState.DEAD), Duration.ZERO));

        assertThat(level(play, Goods.WHEAT_SEED).onHand()).hasToString("1000 sac");
        assertThat(ledger(play, Goods.WHEAT_SEED)).endsWith("RETURN +40 sac/0 sac");
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void goods_of_one_line_may_lie_in_two_places() {
        var tenant = tenant();
        var depot = new LocationCode("depot");
        storage()
                .locations()
                .open(tenant, depot, StockLocation.Kind.WAREHOUSE, "Depot")
                .get();
        var play = wheat(tenant, "1200");
        storage()
                .inventory()
                .book(Goods.received(tenant, ids(), Goods.WHEAT_SEED, depot, "300"))
                .get();

        play.keep(hold(
                play,
                TWO_HOURS,
                Holds.of(ids(), Goods.WHEAT_SEED, "1000"),
                Holds.of(ids(), Goods.WHEAT_SEED, depot, "200")));

        assertThat(storage()
                        .stockLevels()
                        .positions(tenant, List.of(Goods.WHEAT_SEED.sku()), play.now())
                        .values())
                .singleElement()
                .satisfies(position -> assertThat(position.available()).hasToString("100 sac"));
        assertThat(stored(play)).isEqualTo(play.deal());
        sound(play);
    }

    @Test
    default void a_hold_is_stored_as_its_history_says() {
        var play = wheat(tenant(), "600");
        held(play, "600");

        assertThat(stored(play)).isEqualTo(play.deal());
        assertThat(Negotiation.fold(storage().negotiations().history(play.deal().id())))
                .isEqualTo(play.deal());
    }

    @Test
    default void the_newest_holds_of_a_place_come_first() {
        var tenant = tenant();
        var first = wheat(tenant, "10");
        held(first, "10");
        var second = wheat(tenant, "20").at(Play.MORNING.plusSeconds(60));
        held(second, "20");

        var holding = storage().reservations().holding(tenant, place(Goods.WHEAT_SEED), second.now(), 10);

        assertThat(holding)
                .extracting(Reservations.Entry::negotiation)
                .containsExactly(second.deal().id(), first.deal().id());
    }

    @Test
    default void holding_goods_tells_somebody_when_few_are_left_and_only_once() {
        var tenant = tenant();
        held(wheat(tenant, "990"), "990");
        held(wheat(tenant, "5"), "5");

        var alerts = storage().inventory().alerts(tenant, Play.MORNING, 10);

        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.place()).isEqualTo(place(Goods.WHEAT_SEED));
            assertThat(alert.available()).hasToString("10 sac");
        });
    }

    // --- the play

    private Play wheat(TenantId tenant, String bags) {
        return Play.open(storage().negotiations(), ids(), tenant).quote(Lines.of(Goods.WHEAT_SEED, bags, "0"));
    }

    private Play wheatAndNozzles(TenantId tenant) {
        return Play.open(storage().negotiations(), ids(), tenant)
                .quote(Lines.of(Goods.WHEAT_SEED, "40", "0"), Lines.of(Goods.NOZZLE, "8", "0"));
    }

    private Play proforma(TenantId tenant, Reservation... held) {
        var play = Play.open(storage().negotiations(), ids(), tenant).toProformaSent();
        if (held.length > 0) {
            play.keep(hold(play, Duration.ofDays(7), held));
        }
        return play.step(People.REP, it -> stamp -> it.invoicing(stamp).acceptProforma("signed"))
                .step(People.SYSTEM, it -> stamp -> it.invoicing(stamp).recordInvoice("FCT 1", play.now()));
    }

    private Accepted invoiced(Play play, String bags) {
        return follow(
                play,
                People.REP,
                play.move(People.REP, NegotiationState.INVOICED),
                Duration.ZERO,
                Holds.of(ids(), Goods.WHEAT_SEED, bags),
                Holds.of(ids(), Goods.DRIP_TAPE, "1500"));
    }

    private Reservation held(Play play, String bags) {
        var reservation = Holds.of(ids(), Goods.WHEAT_SEED, bags);
        play.keep(hold(play, TWO_HOURS, reservation));
        return reservation;
    }

    private static String quoted(Play play) {
        return play.deal().bargain().lines().get(0).quantity().value().toPlainString();
    }

    private Either<NegotiationRefusal, Receipt> commit(Accepted accepted) {
        return storage().negotiations().commit(Play.commitOf(accepted, ids()));
    }

    // --- what is seen

    private Negotiation stored(Play play) {
        return storage().negotiations().find(play.deal().id()).orElseThrow();
    }

    private StockLevel level(Play play, PricedOffering offering) {
        return storage()
                .stockLevels()
                .positions(play.deal().id().tenant(), List.of(offering.sku()), play.now())
                .values()
                .iterator()
                .next()
                .levels()
                .get(0);
    }

    private static Place place(PricedOffering offering) {
        return new Place(offering.sku(), LocationCode.PRINCIPAL);
    }

    private List<String> statuses(Play play) {
        return storage().reservations().of(play.deal().id()).stream()
                .map(entry -> entry.status() + " " + entry.why().map(Enum::name).orElse(""))
                .toList();
    }

    private List<String> ledger(Play play, PricedOffering offering) {
        return movements(play, offering).stream()
                .map(movement -> movement.type() + " " + movement.onHand() + "/" + movement.reserved())
                .toList();
    }

    private List<Movement> movements(Play play, PricedOffering offering) {
        return storage().inventory().movements(play.deal().id().tenant(), place(offering), 0, 1_000);
    }

    /** The ledger has no gaps and adds up, and no counter has drifted. */
    private void sound(Play play) {
        for (var offering : Goods.all()) {
            var onHand = StockAmount.none(offering.unit());
            var reserved = StockAmount.none(offering.unit());
            var number = 0L;
            for (var movement : movements(play, offering)) {
                number++;
                onHand = movement.onHand().appliedTo(onHand);
                reserved = movement.reserved().appliedTo(reserved);
                assertThat(movement.number()).isEqualTo(number);
                assertThat(movement.onHandAfter()).isEqualTo(onHand);
                assertThat(movement.reservedAfter()).isEqualTo(reserved);
                assertThat(movement.type() == MovementType.SALE
                                || !movement.onHand().isNone()
                                || !movement.reserved().isNone())
                        .isTrue();
            }
        }
        assertThat(storage().inventory().drifts(play.deal().id().tenant())).isEmpty();
    }
}

package app.cerniq.application.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import app.cerniq.application.negotiation.Desk;
import app.cerniq.application.stock.SyncReport.Line;
import app.cerniq.application.stock.SyncReport.Outcome;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.domain.stock.ConflictPolicy;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.stock.Reservations;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Taking over what another system says. */
class SyncingStockTest {

    private static final Place NOZZLES = new Place(Goods.NOZZLE.sku(), LocationCode.PRINCIPAL);
    private static final Place SEED = new Place(Goods.WHEAT_SEED.sku(), LocationCode.PRINCIPAL);
    private static final Place UREA = new Place(Goods.UREA.sku(), LocationCode.PRINCIPAL);
    private static final LocationCode CLOSED = new LocationCode("closed");

    private final Desk desk =
            new Desk(store -> new Services(store, Goods.DRIP_TAPE.sku()), AllocationStrategy.fewestLocations());

    @Test
    void what_the_other_system_says_is_on_hand() {
        var report = sync("s-1", SyncOrder.of(List.of(nozzles(1, "350"), seed(2, "1000"))));

        assertThat(report.isApplied()).isTrue();
        assertThat(report.lines()).extracting(Line::outcome).containsExactly(Outcome.TAKEN_OVER, Outcome.UNCHANGED);
        assertThat(desk.available(Goods.NOZZLE)).isEqualTo(pieces("350"));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void a_dry_run_says_what_would_happen() {
        var report = sync("s-1", SyncOrder.of(List.of(nozzles(1, "350"))).asDryRun());

        assertThat(report.lines())
                .containsExactly(new Line(
                        nozzles(1, "350"),
                        Outcome.TAKEN_OVER,
                        Optional.of(pieces("400")),
                        Optional.of(pieces("350")),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void and_writes_nothing() {
        holds(desk, "390");
        var before = desk.cerniq.stock().movements(desk.tenant, NOZZLES, 0, 100);

        var report =
                sync("s-1", SyncOrder.of(List.of(nozzles(1, "0"))).displacing().asDryRun());

        assertThat(report.isApplied()).isFalse();
        assertThat(report.lines().get(0).displaced()).containsExactly(desk.id);
        assertThat(desk.cerniq.stock().movements(desk.tenant, NOZZLES, 0, 100)).isEqualTo(before);
        assertThat(desk.held()).isPresent();
    }

    @Test
    void nor_does_it_use_up_its_key() {
        var order = SyncOrder.of(List.of(nozzles(1, "350")));
        sync("s-1", order.asDryRun());

        assertThat(sync("s-1", order).isApplied()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void a_bad_row_is_named_with_its_fault_and_stops_everything(SyncOrder.Row bad, String code) {
        archivesALocation();
        holds(desk, "390");
        var order = SyncOrder.of(List.of(seed(1, "5"), bad));

        var report = sync("s-1", order);

        assertThat(report.isApplied()).isFalse();
        assertThat(report.bad())
                .extracting(
                        line -> line.row().number(),
                        line -> line.refusal().orElseThrow().code())
                .containsExactly(tuple(bad.number(), code));
        assertThat(desk.available(Goods.WHEAT_SEED)).isEqualTo(StockAmount.of("1000", Unit.BAG));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void unless_bad_rows_are_skipped(SyncOrder.Row bad, String code) {
        archivesALocation();
        holds(desk, "390");
        var order = SyncOrder.of(List.of(seed(1, "5"), bad)).skippingBad();

        var report = sync("s-1", order);

        assertThat(report.isApplied()).isTrue();
        assertThat(report.count(Outcome.REFUSED)).as(code).isEqualTo(1);
        assertThat(desk.available(Goods.WHEAT_SEED)).isEqualTo(StockAmount.of("5", Unit.BAG));
        assertThat(desk.faults()).isEmpty();
    }

    static List<Arguments> badRows() {
        return List.of(
                bad(new Place(new Sku("NO-SUCH"), LocationCode.PRINCIPAL), pieces("1"), "UNKNOWN_SKU"),
                bad(
                        new Place(Goods.DRIP_TAPE.sku(), LocationCode.PRINCIPAL),
                        StockAmount.of("1", Unit.METRE),
                        "NOT_KEPT"),
                bad(new Place(Goods.NOZZLE.sku(), new LocationCode("nowhere")), pieces("1"), "UNKNOWN_LOCATION"),
                bad(new Place(Goods.NOZZLE.sku(), CLOSED), pieces("1"), "UNKNOWN_LOCATION"),
                bad(NOZZLES, StockAmount.of("400", Unit.KILOGRAM), "WRONG_UNIT"),
                bad(NOZZLES, pieces("389"), "BELOW_RESERVED"),
                bad(SEED, StockAmount.of("6", Unit.BAG), "PLACE_TWICE"));
    }

    private static Arguments bad(Place place, StockAmount onHand, String code) {
        return Arguments.of(new SyncOrder.Row(2, place, onHand), code);
    }

    @ParameterizedTest
    @CsvSource({
        "ERP_WINS, 300, TAKEN_OVER, 300",
        "LOCAL_WINS, 300, KEPT, 350",
        "HIGHER_WINS, 300, KEPT, 350",
        "LOWER_WINS, 300, TAKEN_OVER, 300",
        "HIGHER_WINS, 380, TAKEN_OVER, 380",
        "LOWER_WINS, 380, KEPT, 350",
        "MANUAL, 300, KEPT, 350"
    })
    void where_both_sides_changed_a_figure_the_policy_says_which_holds(
            ConflictPolicy policy, String imported, Outcome outcome, String holds) {
        sync("s-1", SyncOrder.of(List.of(nozzles(1, "400"))));
        counts("350");

        var report = sync("s-2", SyncOrder.of(List.of(nozzles(1, imported))).resolvingBy(policy));

        assertThat(report.lines()).extracting(Line::outcome).containsExactly(outcome);
        assertThat(desk.available(Goods.NOZZLE)).isEqualTo(pieces(holds));
    }

    @Test
    void where_only_the_other_side_changed_it_there_is_no_conflict() {
        sync("s-1", SyncOrder.of(List.of(nozzles(1, "400"))));

        var report = sync("s-2", SyncOrder.of(List.of(nozzles(1, "300"))).resolvingBy(ConflictPolicy.LOCAL_WINS));

        assertThat(report.lines()).extracting(Line::outcome).containsExactly(Outcome.TAKEN_OVER);
    }

    /** Imports run every night with the same figures. */
    @Test
    void a_figure_that_stays_stays_the_next_night_too() {
        sync("s-1", SyncOrder.of(List.of(nozzles(1, "400"))));
        counts("350");
        var order = SyncOrder.of(List.of(nozzles(1, "300"))).resolvingBy(ConflictPolicy.LOCAL_WINS);
        sync("s-2", order);

        var report = sync("s-3", order);

        assertThat(report.lines()).extracting(Line::outcome).containsExactly(Outcome.KEPT);
        assertThat(desk.available(Goods.NOZZLE)).isEqualTo(pieces("350"));
    }

    @Test
    void the_newest_hold_gives_way_first_and_only_as_many_as_have_to() {
        var first = holds(desk, "100");
        var second = holdsLater("100");
        var third = holdsLater("100");

        var report = sync("s-1", SyncOrder.of(List.of(nozzles(1, "250"))).displacing());

        assertThat(report.lines().get(0).displaced()).containsExactly(third.id);
        assertThat(List.of(
                        first.held().isPresent(),
                        second.held().isPresent(),
                        third.held().isPresent()))
                .containsExactly(true, true, false);
        assertThat(desk.storage.reservations().of(third.id))
                .extracting(Reservations.Entry::why)
                .containsExactly(Optional.of(ReleaseReason.DISPLACED));
        assertThat(desk.available(Goods.NOZZLE)).isEqualTo(pieces("50"));
        assertThat(third.faults()).isEmpty();
    }

    @Test
    void a_deal_that_gives_way_in_two_places_gives_way_once() {
        desk.adds(Goods.NOZZLE, "100", "0")
                .adds(Goods.UREA, "100", "0")
                .to(NegotiationState.PROPOSAL)
                .reserves();
        var order = SyncOrder.of(List.of(nozzles(1, "0"), new SyncOrder.Row(2, UREA, StockAmount.none(Unit.TONNE))))
                .displacing();

        var report = sync("s-1", order);

        assertThat(report.isApplied()).isTrue();
        assertThat(desk.held()).isEmpty();
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void a_repeat_under_the_same_key_takes_back_no_hold() {
        var order = SyncOrder.of(List.of(nozzles(1, "50"))).displacing();
        sync("s-1", order);
        counts("400");
        holds(desk, "390");

        var report = sync("s-1", order);

        assertThat(report.lines()).allMatch(line -> line.displaced().isEmpty());
        assertThat(desk.held()).isPresent();
        assertThat(desk.available(Goods.NOZZLE)).isEqualTo(pieces("10"));
    }

    @Test
    void another_import_under_the_same_key_is_refused() {
        sync("s-1", SyncOrder.of(List.of(nozzles(1, "50"))));

        var report = sync("s-1", SyncOrder.of(List.of(nozzles(1, "60"))));

        assertThat(report.isApplied()).isFalse();
        assertThat(report.bad())
                .extracting(line -> line.refusal().orElseThrow())
                .containsExactly(new StockRefusal.IdempotencyKeyReused("s-1"));
    }

    @Test
    void an_import_of_nothing_is_none() {
        assertThat(sync("s-1", SyncOrder.of(List.of()))).isEqualTo(new SyncReport(false, List.of()));
    }

    private SyncReport sync(String key, SyncOrder order) {
        return desk.cerniq.stock().sync(desk.tenant, People.SYSTEM, key, order);
    }

    private void counts(String nozzles) {
        desk.cerniq
                .stock()
                .count(desk.tenant, People.REP, desk.ids.next().toString(), Map.of(NOZZLES, pieces(nozzles)), "counted")
                .get();
    }

    private void archivesALocation() {
        desk.cerniq
                .stock()
                .openLocation(desk.tenant, CLOSED, StockLocation.Kind.STORE, "Closed")
                .get();
        desk.cerniq.stock().archiveLocation(desk.tenant, CLOSED).get();
    }

    private static Desk holds(Desk deal, String nozzles) {
        return deal.adds(Goods.NOZZLE, nozzles, "0")
                .to(NegotiationState.PROPOSAL)
                .reserves();
    }

    private Desk holdsLater(String nozzles) {
        desk.clock.move(Duration.ofSeconds(1));
        return holds(desk.beside(), nozzles);
    }

    private static SyncOrder.Row nozzles(int number, String onHand) {
        return new SyncOrder.Row(number, NOZZLES, pieces(onHand));
    }

    private static SyncOrder.Row seed(int number, String onHand) {
        return new SyncOrder.Row(number, SEED, StockAmount.of(onHand, Unit.BAG));
    }

    private static StockAmount pieces(String value) {
        return StockAmount.of(value, Unit.PIECE);
    }
}

package app.cerniq.examples.stock;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.application.stock.SyncOrder;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.ConflictPolicy;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.examples.data.Catalogue;
import app.cerniq.examples.data.StockCsv;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stock file taken over into the warehouse, and how that is shown. */
class StockImportTest {

    private static final PricedOffering SEED = Goods.WHEAT_SEED;
    private static final PricedOffering UREA = Goods.UREA;
    private static final SyncOrder PLAIN = SyncOrder.of(List.of());

    private final CountedIds ids = new CountedIds(11);
    private final Cerniq cerniq = Cerniq.builder()
            .storage(new InMemoryStorage())
            .policies(DroolsPolicies.standard())
            .ids(ids)
            .build();
    private final TenantId tenant = new TenantId(ids.next());

    @TempDir
    private Path folder;

    /** 200 bags of seed and 60.5 tonnes of urea, a third of each in the depot. */
    @BeforeEach
    void open() {
        cerniq.tenants().setUp(tenant, "A warehouse");
        cerniq.offerings().putOnSale(tenant, Goods.all());
        var catalogue = new Catalogue(
                Goods.all(),
                Map.of(SEED.sku(), Quantity.of("200", Unit.BAG), UREA.sku(), Quantity.of("60.5", Unit.TONNE)));
        OpeningStock.of(catalogue).countedBy(People.SYSTEM, cerniq.stock(), tenant, "opening");
    }

    @Test
    void good_lines_are_taken_over() throws IOException {
        var done = run(PLAIN, SEED.sku() + ",principal,120", UREA.sku() + ",depot,20", UREA.sku() + ",principal,0");

        assertThat(done.refusals()).isEmpty();
        assertThat(onHand(SEED, LocationCode.PRINCIPAL)).isEqualTo("120 sac");
        assertThat(onHand(UREA, LocationCode.PRINCIPAL)).isEqualTo("0 t");
        assertThat(ImportTable.of(done))
                .containsExactly(
                        "LINE  SKU          LOCATION   ON HAND   IS NOW   CHANGE  NOTE",
                        "   2  SEM-GRAU-01  principal  134 sac  120 sac  -14 sac",
                        "   4  ING-UREE-46  principal   40.5 t      0 t  -40.5 t",
                        "",
                        "2 figures taken over, 0 kept, 1 unchanged, 0 refused.");
    }

    @Test
    void a_dry_run_shows_the_same_and_writes_nothing() throws IOException {
        var done = run(PLAIN.asDryRun(), SEED.sku() + ",principal,120");

        assertThat(onHand(SEED, LocationCode.PRINCIPAL)).isEqualTo("134 sac");
        assertThat(ImportTable.of(done)).first().asString().contains("WOULD BE");
        assertThat(ImportTable.of(done))
                .last()
                .isEqualTo("1 figure to take over, 0 kept, 0 unchanged, 0 refused; nothing was written.");
    }

    @Test
    void one_bad_line_stops_everything_and_all_bad_lines_are_told_in_their_order() throws IOException {
        var done = run(
                PLAIN,
                SEED.sku() + ",principal,120",
                SEED.sku() + ",attic,1",
                UREA.sku() + ",depot,-1",
                SEED.sku() + ",depot,1.5",
                "NO-SUCH,depot,1",
                SEED.sku() + ",principal,121");

        assertThat(onHand(SEED, LocationCode.PRINCIPAL)).isEqualTo("134 sac");
        assertThat(done.refusals())
                .extracting(Refusal::describe)
                .satisfiesExactly(
                        attic -> assertThat(attic)
                                .startsWith("UNKNOWN_LOCATION: ")
                                .endsWith(
                                        "stock.csv, line 3: There is no location attic. Given: attic. Accepted: one of"
                                                + " depot, principal."),
                        negative -> assertThat(negative)
                                .contains("line 4, column on_hand")
                                .contains("Given: -1."),
                        decimals -> assertThat(decimals)
                                .contains("line 5, column on_hand")
                                .endsWith(
                                        "Given: 1.5. Accepted: a number of 0 or more with at most 0 decimals of sac."),
                        unknown -> assertThat(unknown)
                                .startsWith("UNKNOWN_SKU: ")
                                .endsWith("line 6: There is no product NO-SUCH. Given: NO-SUCH. Accepted: the SKU of a"
                                        + " product that is not archived."),
                        twice -> assertThat(twice).contains("line 7").contains("line 2 has these"));
        assertThat(ImportTable.of(done))
                .last()
                .isEqualTo("1 figure to take over, 0 kept, 0 unchanged, 5 refused; nothing was written.");
    }

    @Test
    void the_good_lines_are_taken_over_where_bad_ones_are_skipped() throws IOException {
        var done = run(PLAIN.skippingBad(), SEED.sku() + ",principal,120", "NO-SUCH,depot,1", "A,depot");

        assertThat(onHand(SEED, LocationCode.PRINCIPAL)).isEqualTo("120 sac");
        assertThat(done.refusals()).hasSize(2);
        assertThat(ImportTable.of(done)).last().isEqualTo("1 figure taken over, 0 kept, 0 unchanged, 2 refused.");
    }

    @Test
    void where_both_sides_changed_a_figure_somebody_wins() throws IOException {
        var done = run(
                PLAIN.resolvingBy(ConflictPolicy.LOWER_WINS), SEED.sku() + ",principal,150", SEED.sku() + ",depot,10");

        assertThat(onHand(SEED, LocationCode.PRINCIPAL)).isEqualTo("134 sac");
        assertThat(onHand(SEED, OpeningStock.DEPOT)).isEqualTo("10 sac");
        assertThat(ImportTable.of(done))
                .element(1)
                .asString()
                .endsWith("134 sac  134 sac    0 sac  stays, although the file says 150 sac");
    }

    private StockImport run(SyncOrder order, String... lines) throws IOException {
        var file = folder.resolve("stock.csv");
        Files.writeString(file, "sku,location,on_hand\n" + String.join("\n", lines) + "\n");
        return StockImport.of(
                StockCsv.read(file).get(), cerniq.stock(), tenant, People.SYSTEM, "import " + ids.next(), order);
    }

    private String onHand(PricedOffering offering, LocationCode location) {
        return cerniq.stock().positions(tenant, List.of(offering.sku())).values().stream()
                .flatMap(position -> position.levels().stream())
                .filter(level -> level.place().equals(new Place(offering.sku(), location)))
                .map(level -> level.onHand().toString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_there_is_shown_with_what_is_low() {
        var levels = cerniq.stock().positions(tenant, List.of(SEED.sku())).values().stream()
                .flatMap(position -> position.levels().stream())
                .toList();

        assertThat(levels).extracting(level -> level.onHand()).contains(StockAmount.of("66", Unit.BAG));
        assertThat(LevelsTable.of(levels))
                .containsExactly(
                        "SKU          LOCATION   ON HAND   HELD  SAFETY  AVAILABLE  ON ITS WAY  NOTE",
                        "SEM-GRAU-01  depot       66 sac  0 sac   0 sac     66 sac  –",
                        "SEM-GRAU-01  principal  134 sac  0 sac   0 sac    134 sac  –");
    }
}

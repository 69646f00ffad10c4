package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.examples.data.Catalogue;
import app.cerniq.examples.postgres.Installation;
import app.cerniq.examples.postgres.PlayPostgres;
import app.cerniq.examples.stock.OpeningStock;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.time.CountedIds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The stock commands in a warehouse that is there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockCommandIT {

    private final CountedIds ids = new CountedIds(12);
    private PlayPostgres database;
    private Installation installation;

    @TempDir
    private Path folder;

    @BeforeAll
    void install() {
        database = PlayPostgres.start();
        installation = Installation.made(database, "shop");
    }

    @AfterAll
    void stop() throws IOException {
        installation.close();
        database.close();
    }

    /** What a command printed, and how it ended. */
    private record Ended(int code, String out, String err) {}

    @Test
    void an_import_is_seen_in_the_levels() throws IOException {
        var tenant = warehouse();

        var imported = run(tenant, "import", file("SEM-GRAU-01,principal,12", "ING-UREE-46,depot,1.5"));

        assertThat(imported).isEqualTo(new Ended(ExitCode.OK, """
                        LINE  SKU          LOCATION   ON HAND  IS NOW    CHANGE  NOTE
                           2  SEM-GRAU-01  principal  667 sac  12 sac  -655 sac
                           3  ING-UREE-46  depot        166 t   1.5 t  -164.5 t

                        2 figures taken over, 0 kept, 0 unchanged, 0 refused.
                        """, ""));
        assertThat(run(tenant, "levels", "--low").out()).isEqualTo("""
                SKU          LOCATION   ON HAND   HELD  SAFETY  AVAILABLE  ON ITS WAY  NOTE
                ING-UREE-46  depot        1.5 t    0 t     0 t      1.5 t  –           low
                SEM-GRAU-01  principal   12 sac  0 sac   0 sac     12 sac  –           time to order

                2 places, 1 low.
                """);
    }

    @Test
    void a_bad_line_stops_the_import_and_is_told() throws IOException {
        var tenant = warehouse();

        var refused = run(tenant, "import", file("SEM-GRAU-01,principal,12", "SEM-GRAU-01,attic,12"));

        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.out())
                .endsWith("1 figure to take over, 0 kept, 0 unchanged, 1 refused; nothing was written.\n");
        assertThat(refused.err())
                .contains("line 3: There is no location attic. Given: attic. Accepted: one of depot, principal.")
                .hasLineCount(1);
        assertThat(run(tenant, "levels", "--location", "principal").out()).contains("667 sac");
    }

    @Test
    void bad_lines_are_skipped_where_that_is_asked_for_unless_all_are_bad() throws IOException {
        var tenant = warehouse();

        var skipped = run(tenant, "import", file("SEM-GRAU-01,principal,12", "SEM-GRAU-01,depot,1.5"), "--skip-bad");
        var allBad = run(tenant, "import", file("NO-SUCH,depot,1"), "--skip-bad");

        assertThat(skipped.code()).isEqualTo(ExitCode.OK);
        assertThat(skipped.err())
                .startsWith("cerniq: skipped: CSV_INVALID_VALUE: ")
                .hasLineCount(1);
        assertThat(allBad.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(allBad.err()).contains("There is no product NO-SUCH.").hasLineCount(1);
    }

    @Test
    void a_dry_run_writes_nothing() throws IOException {
        var tenant = warehouse();

        var tried = run(tenant, "import", file("SEM-GRAU-01,principal,12"), "--dry-run");

        assertThat(tried.code()).isEqualTo(ExitCode.OK);
        assertThat(tried.out()).contains("WOULD BE").endsWith("nothing was written.\n");
        assertThat(run(tenant, "levels", "--location", "principal").out()).contains("667 sac");
    }

    @Test
    void a_tenant_that_is_not_there_is_told() throws IOException {
        var nobody = new TenantId(ids.next());

        var refused = run(nobody, "levels");

        assertThat(refused)
                .isEqualTo(new Ended(
                        ExitCode.BAD_INPUT,
                        "",
                        "cerniq: UNKNOWN_TENANT: There is no tenant " + nobody + ". Given: " + nobody
                                + ". Accepted: a tenant that is set up.\n"));
    }

    @Test
    void a_location_that_is_not_there_is_told() throws IOException {
        var refused = run(warehouse(), "levels", "--location", "attic");

        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains("Accepted: one of depot, principal.");
    }

    @Test
    void without_a_database_one_is_started_with_the_shipped_goods() throws IOException {
        var tried = run("stock", "import", file("SEM-GRAU-C1-500,principal,12.5"), "--dry-run");

        assertThat(tried.code()).as(tried.err()).isEqualTo(ExitCode.OK);
        assertThat(tried.out()).contains("2  SEM-GRAU-C1-500  principal     56 t    12.5 t  -43.5 t");
    }

    /** A tenant with the goods of the test kit, a third of them in the depot. */
    private TenantId warehouse() {
        var cerniq = Cerniq.builder()
                .storage(installation.storage())
                .policies(DroolsPolicies.standard())
                .ids(ids)
                .build();
        var tenant = new TenantId(ids.next());
        cerniq.tenants().setUp(tenant, "A shop");
        cerniq.offerings().putOnSale(tenant, Goods.all());
        OpeningStock.of(new Catalogue(Goods.all(), Goods.plenty()))
                .countedBy(People.SYSTEM, cerniq.stock(), tenant, "opening");
        return tenant;
    }

    private String file(String... lines) throws IOException {
        return Files.writeString(
                        folder.resolve("stock.csv"), "sku,location,on_hand\n" + String.join("\n", lines) + "\n")
                .toString();
    }

    private Ended run(TenantId tenant, String... arguments) {
        var words = new ArrayList<>(List.of("stock"));
        words.addAll(List.of(arguments));
        words.addAll(List.of(
                "--jdbc-url",
                database.url(),
                "--schema",
                "shop",
                "--tenant",
                tenant.value().toString()));
        return run(words.toArray(String[]::new));
    }

    private static Ended run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = CerniqCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ended(code, unix(out), unix(err));
    }

    private static String unix(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}

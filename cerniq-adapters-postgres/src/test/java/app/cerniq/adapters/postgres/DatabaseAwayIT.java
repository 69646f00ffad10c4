package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeliveryNote;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Reception;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.time.CountedIds;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is shut down under a running engine, and comes back after a while. */
class DatabaseAwayIT {

    /** {@code -Dcerniq.away.seconds=60} for a longer one. */
    private static final Duration AWAY = Duration.ofSeconds(Long.getLong("cerniq.away.seconds", 3));

    private static final Duration PROMISED = Duration.ofSeconds(30);
    private static final CountedIds IDS = new CountedIds(77);

    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final TenantId tenant = new TenantId(IDS.next());

    @TempDir
    private Path folder;

    @Test
    void what_was_refused_meanwhile_left_nothing_and_work_goes_on_without_an_operator()
            throws IOException, InterruptedException {
        var server = started(0);
        var port = server.getPort();
        PostgresStorage.on(server.getPostgresDatabase()).migrate(server.getPostgresDatabase());
        try (var pool = pool(server)) {
            var engine = engine(pool);
            engine.tenants().setUp(tenant, "A tenant");
            engine.runtime().start();
            try {
                var before = new LeadId(IDS.next());
                var meanwhile = new LeadId(IDS.next());
                open(engine, before);
                assertThat(happens(() -> heard.size() == 1)).isTrue();

                server.close();
                var refused = catchThrowable(() -> open(engine, meanwhile));
                Thread.sleep(AWAY.toMillis());
                server = started(port);

                assertThat(refused).isInstanceOf(StorageUnavailable.class);
                assertThat(happens(() -> isAnswered(engine, meanwhile))).isTrue();
                assertThat(happens(() -> heard.size() == 2)).isTrue();
                assertThat(deals(server)).isEqualTo(2);
            } finally {
                engine.runtime().stop(Duration.ofSeconds(5));
            }
        } finally {
            server.close();
        }
    }

    private EmbeddedPostgres started(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static HikariDataSource pool(EmbeddedPostgres server) {
        var config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        config.addDataSourceProperty("options", "-c role=cerniq_runtime");
        config.setConnectionTimeout(1_000);
        return new HikariDataSource(config);
    }

    private Cerniq engine(DataSource source) {
        var storage = PostgresStorage.on(source);
        return Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .schedules(PostgresSchedules.of(storage))
                .consumer(new Ears())
                .build();
    }

    private void open(Cerniq engine, LeadId lead) {
        engine.negotiations()
                .open(tenant, People.AGENT, lead.toString(), OpenNegotiation.with(lead, Goods.COMPANY))
                .get();
    }

    private boolean isAnswered(Cerniq engine, LeadId lead) {
        try {
            open(engine, lead);
            return true;
        } catch (StorageUnavailable stillAway) {
            return false;
        }
    }

    private static long deals(EmbeddedPostgres server) {
        return new Raw(server.getPostgresDatabase())
                .number(Optional.empty(), "select count(*) from cerniq.gold_negotiations");
    }

    private static boolean happens(BooleanSupplier what) throws InterruptedException {
        var end = Instant.now().plus(PROMISED);
        while (!what.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        return what.getAsBoolean();
    }

    /** Hears of every deal that was opened. */
    private final class Ears implements EventConsumer {

        @Override
        public ConsumerName name() {
            return new ConsumerName("ears");
        }

        @Override
        public Set<EventType> types() {
            return Set.of(EventType.NEGOTIATION_CREATED);
        }

        @Override
        public Reception consume(Envelope envelope, DeliveryNote note) {
            heard.add(envelope.subject().key());
            return Reception.done();
        }
    }
}

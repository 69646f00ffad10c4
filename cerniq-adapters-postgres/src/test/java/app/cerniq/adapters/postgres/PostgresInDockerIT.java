package app.cerniq.adapters.postgres;

import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.contract.NegotiationsContract;
import app.cerniq.testkit.time.CountedIds;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The contract on the image that hosts run, where there is Docker. */
@Testcontainers(disabledWithoutDocker = true)
class PostgresInDockerIT implements NegotiationsContract {

    @Container
    private static final PostgreSQLContainer SERVER = new PostgreSQLContainer("postgres:16-alpine");

    private static final Ids IDS = new CountedIds(1);
    private static PostgresStorage storage;

    @BeforeAll
    static void start() {
        PostgresStorage.on(source("")).migrate(source(""));
        storage = PostgresStorage.on(source("-c role=cerniq_runtime"));
    }

    private static PGSimpleDataSource source(String options) {
        var source = new PGSimpleDataSource();
        source.setUrl(SERVER.getJdbcUrl());
        source.setUser(SERVER.getUsername());
        source.setPassword(SERVER.getPassword());
        source.setOptions(options);
        return source;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Ids ids() {
        return IDS;
    }
}

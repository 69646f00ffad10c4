package app.cerniq.adapters.postgres;

import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.contract.SemanticIndexContract;
import app.cerniq.testkit.time.CountedIds;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Meanings on a server that has pgvector, which the embedded one has not: {@code -Dcerniq.pgvector.url=jdbc:postgresql:…} names
 * an empty database of which the user is superuser.
 */
@EnabledIfSystemProperty(named = SemanticSearchIT.URL, matches = ".+")
class SemanticSearchIT implements SemanticIndexContract {

    static final String URL = "cerniq.pgvector.url";

    private static final Ids IDS = new CountedIds(1);
    private static PostgresStorage storage;

    @BeforeAll
    static void start() throws SQLException {
        var owner = source("");
        var installer = PostgresStorage.on(owner);
        installer.migrate(owner);
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(installer.semanticDdl());
        }
        storage = PostgresStorage.on(source("-c role=cerniq_runtime"));
    }

    private static PGSimpleDataSource source(String options) {
        var source = new PGSimpleDataSource();
        source.setUrl(System.getProperty(URL));
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

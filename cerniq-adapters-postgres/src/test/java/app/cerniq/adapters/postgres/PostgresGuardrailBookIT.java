package app.cerniq.adapters.postgres;

import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.contract.GuardrailBookContract;
import app.cerniq.testkit.time.CountedIds;
import org.junit.jupiter.api.BeforeAll;

class PostgresGuardrailBookIT implements GuardrailBookContract {

    private static final Ids IDS = new CountedIds(1);
    private static PostgresStorage storage;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.on(TestDatabase.migrated().runtime());
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

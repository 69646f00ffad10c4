package app.cerniq.testkit.memory;

import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.contract.ConversationsContract;
import app.cerniq.testkit.time.CountedIds;

class InMemoryConversationsTest implements ConversationsContract {

    private final Storage storage = new InMemoryStorage();
    private final Ids ids = new CountedIds(1);

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Ids ids() {
        return ids;
    }
}

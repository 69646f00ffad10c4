package app.cerniq.testkit.memory;

import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.contract.AutomationContract;
import app.cerniq.testkit.contract.CatalogueContract;
import app.cerniq.testkit.contract.CustomerTiersContract;
import app.cerniq.testkit.contract.DeadLettersContract;
import app.cerniq.testkit.contract.DeadlinesContract;
import app.cerniq.testkit.contract.EventArchiveContract;
import app.cerniq.testkit.contract.GuardrailBookContract;
import app.cerniq.testkit.contract.HumanTasksContract;
import app.cerniq.testkit.contract.InventoryContract;
import app.cerniq.testkit.contract.LocationsContract;
import app.cerniq.testkit.contract.NegotiationsContract;
import app.cerniq.testkit.contract.OfferingsContract;
import app.cerniq.testkit.contract.OutboxContract;
import app.cerniq.testkit.contract.PersonalDataContract;
import app.cerniq.testkit.contract.PriceListsContract;
import app.cerniq.testkit.contract.PriceRulesContract;
import app.cerniq.testkit.contract.ProductSearchContract;
import app.cerniq.testkit.contract.ReservationsContract;
import app.cerniq.testkit.contract.SagasContract;
import app.cerniq.testkit.contract.SemanticIndexContract;
import app.cerniq.testkit.contract.StockLevelsContract;
import app.cerniq.testkit.contract.TenantsContract;
import app.cerniq.testkit.time.CountedIds;

/** The store in memory keeps every contract. */
class InMemoryStorageTest
        implements TenantsContract,
                CatalogueContract,
                PriceListsContract,
                OfferingsContract,
                ProductSearchContract,
                SemanticIndexContract,
                StockLevelsContract,
                LocationsContract,
                InventoryContract,
                ReservationsContract,
                PriceRulesContract,
                CustomerTiersContract,
                GuardrailBookContract,
                SagasContract,
                NegotiationsContract,
                DeadlinesContract,
                HumanTasksContract,
                PersonalDataContract,
                AutomationContract,
                OutboxContract,
                DeadLettersContract,
                EventArchiveContract {

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

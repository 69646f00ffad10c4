package app.cerniq.application;

import app.cerniq.application.catalog.CatalogueDesk;
import app.cerniq.application.catalog.OfferingDesk;
import app.cerniq.application.catalog.PriceDesk;
import app.cerniq.application.catalog.search.CachedProductSearch;
import app.cerniq.application.catalog.search.SearchDesk;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.application.negotiation.TimerDesk;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.application.stock.StockDesk;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.ports.catalog.search.EmbeddingModel;
import app.cerniq.ports.pricing.CustomerTiers;
import app.cerniq.ports.pricing.PriceRules;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The front door: one engine over one store and one pack of rules. It starts no thread, keeps no global state, and runs
 * in the caller's thread; two engines live side by side in one JVM.
 *
 * <pre>{@code
 * Cerniq cerniq = Cerniq.builder()
 *         .storage(PostgresStorage.on(dataSource))
 *         .policies(DroolsPolicies.standard())
 *         .build();
 * }</pre>
 */
public final class Cerniq {

    private final Storage storage;
    private final NegotiationDesk negotiations;
    private final TimerDesk timers;
    private final CatalogueDesk catalogue;
    private final PriceDesk prices;
    private final OfferingDesk offerings;
    private final SearchDesk search;
    private final StockDesk stock;

    private Cerniq(
            Storage storage,
            Policies policies,
            AllocationStrategy allocation,
            SearchDesk search,
            Clock clock,
            Ids ids) {
        this.storage = storage;
        this.negotiations = new NegotiationDesk(storage, policies, allocation, clock, ids);
        this.timers = new TimerDesk(storage.deadlines(), negotiations, clock);
        this.catalogue = new CatalogueDesk(storage, clock);
        this.prices = new PriceDesk(storage, clock);
        this.offerings = new OfferingDesk(storage.offerings(), clock);
        this.search = search;
        this.stock = new StockDesk(storage, negotiations, clock);
    }

    /** An engine to be. */
    public static Builder builder() {
        return new Builder();
    }

    /** Deals. */
    public NegotiationDesk negotiations() {
        return negotiations;
    }

    /** Deals whose time is up. */
    public TimerDesk timers() {
        return timers;
    }

    /** The tenants of this installation. */
    public Tenants tenants() {
        return storage.tenants();
    }

    /** What is sold: its versions, attributes and variants. */
    public CatalogueDesk catalogue() {
        return catalogue;
    }

    /** Where it is sold and for how much: channels, price lists, prices and their history. */
    public PriceDesk prices() {
        return prices;
    }

    /** What is on sale now, and the short way to put it there. */
    public OfferingDesk offerings() {
        return offerings;
    }

    /** Finding goods. */
    public SearchDesk search() {
        return search;
    }

    /** What there is of it, and where. */
    public StockDesk stock() {
        return stock;
    }

    /** What tenants lay down about prices: volumes, customer tiers, promotions, limits and margins. */
    public PriceRules priceRules() {
        return storage.priceRules();
    }

    /** Which customers have a tier of their own. */
    public CustomerTiers customerTiers() {
        return storage.customerTiers();
    }

    /** What an engine needs: storage and policies; clock and ids have defaults. */
    public static final class Builder {

        private static final int REMEMBERED_QUESTIONS = 1_000;

        // Null until chosen: a builder is the one place where something may be missing.
        private @Nullable Storage storage;
        private @Nullable Policies policies;
        private @Nullable Ids ids;
        private @Nullable EmbeddingModel embeddings;
        private Duration searchMemory = Duration.ZERO;
        private AllocationStrategy allocation = AllocationStrategy.fewestLocations();
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** Where everything is kept. */
        public Builder storage(Storage chosen) {
            this.storage = chosen;
            return this;
        }

        /** The rules in force. */
        public Builder policies(Policies chosen) {
            this.policies = chosen;
            return this;
        }

        /** From which locations goods are taken; from as few as possible unless chosen. */
        public Builder allocation(AllocationStrategy chosen) {
            this.allocation = chosen;
            return this;
        }

        /** Who tells what texts mean; nobody unless chosen, and goods are found by their words alone. */
        public Builder embeddings(EmbeddingModel chosen) {
            this.embeddings = chosen;
            return this;
        }

        /**
         * For how long it is remembered which goods fit a question, up to an hour; not at all unless chosen. Prices, stock and
         * whether goods are on sale are never remembered.
         */
        public Builder searchMemory(Duration chosen) {
            this.searchMemory = chosen;
            return this;
        }

        /** The time; the system's in UTC unless chosen. */
        public Builder clock(Clock chosen) {
            this.clock = chosen;
            return this;
        }

        /** Where identities come from; time-ordered ones unless chosen. */
        public Builder ids(Ids chosen) {
            this.ids = chosen;
            return this;
        }

        /** The engine; throws {@link IllegalStateException} where storage or policies were not chosen. */
        public Cerniq build() {
            if (storage == null || policies == null) {
                throw new IllegalStateException("An engine needs storage(…) and policies(…); "
                        + (storage == null ? "storage" : "policies") + " was not chosen.");
            }
            return new Cerniq(
                    storage,
                    policies,
                    allocation,
                    search(storage),
                    clock,
                    ids == null ? new TimeOrderedIds(clock) : ids);
        }

        private SearchDesk search(Storage chosen) {
            var words = searchMemory.isZero()
                    ? chosen.productSearch()
                    : new CachedProductSearch(chosen.productSearch(), clock, searchMemory, REMEMBERED_QUESTIONS);
            return new SearchDesk(chosen, words, Optional.ofNullable(embeddings), clock);
        }
    }
}

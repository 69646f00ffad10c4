package app.cerniq.adapters.postgres;

import app.cerniq.ports.approval.HumanTasks;
import app.cerniq.ports.catalog.Catalogue;
import app.cerniq.ports.catalog.Offerings;
import app.cerniq.ports.catalog.PriceLists;
import app.cerniq.ports.catalog.SalesChannels;
import app.cerniq.ports.catalog.search.ProductSearch;
import app.cerniq.ports.catalog.search.SemanticIndex;
import app.cerniq.ports.guardrail.GuardrailBook;
import app.cerniq.ports.negotiation.Deadlines;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.ports.pricing.CustomerTiers;
import app.cerniq.ports.pricing.PriceRules;
import app.cerniq.ports.privacy.PersonalData;
import app.cerniq.ports.runtime.Automation;
import app.cerniq.ports.runtime.DeadLetters;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.runtime.Sagas;
import app.cerniq.ports.runtime.SetAside;
import app.cerniq.ports.runtime.WakeUp;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.Tenants;
import app.cerniq.ports.stock.Inventory;
import app.cerniq.ports.stock.Locations;
import app.cerniq.ports.stock.Reservations;
import app.cerniq.ports.stock.StockLevels;
import javax.sql.DataSource;

/**
 * Everything in the host's PostgreSQL, version 15 or newer, in a schema of its own.
 *
 * <p>Connections that commit by themselves get one transaction per call. Connections that do not are taken to be in the
 * host's transaction: calls join it, a refused commit takes back nothing but its own writes, and the host commits.
 *
 * <p>The role of the data source must be bound by row-level security: neither a superuser nor one with {@code BYPASSRLS}.
 * The schema brings such a role, {@code cerniq_runtime} unless named otherwise; {@code options=-c role=cerniq_runtime} in
 * the JDBC URL assumes it. The first call checks role and schema version and throws {@link
 * app.cerniq.ports.shared.StorageUnavailable} where they are wrong.
 *
 * <p>Thread-safe; it owns no thread and no connection.
 */
public final class PostgresStorage implements Storage {

    private final DataSource dataSource;
    private final Database database;
    private final Migrations migrations;
    private final PostgresTenants tenants;
    private final PostgresCatalogue catalogue;
    private final PostgresSalesChannels salesChannels;
    private final PostgresPriceLists priceLists;
    private final PostgresOfferings offerings;
    private final PostgresProductSearch productSearch;
    private final PostgresSemanticIndex semanticIndex;
    private final PostgresStockLevels stockLevels;
    private final PostgresInventory inventory;
    private final PostgresLocations locations;
    private final PostgresReservations reservations;
    private final PostgresPriceRules priceRules;
    private final PostgresCustomerTiers customerTiers;
    private final PostgresGuardrailBook guardrailBook;
    private final PostgresNegotiations negotiations;
    private final PostgresDeadlines deadlines;
    private final PostgresHumanTasks humanTasks;
    private final PostgresPersonalData personalData;
    private final PostgresSagas sagas;
    private final PostgresAutomation automation;
    private final PostgresOutbox outbox;
    private final PostgresSetAside setAside;
    private final PostgresEventArchive eventArchive;
    private final PostgresWakeUp wakeUp;

    private PostgresStorage(Builder builder) {
        var sql = new Sql(builder.schema, builder.runtimeRole);
        this.dataSource = builder.dataSource;
        this.database = new Database(dataSource, sql);
        this.migrations = new Migrations(sql);
        this.tenants = new PostgresTenants(database);
        this.catalogue = new PostgresCatalogue(database);
        this.salesChannels = new PostgresSalesChannels(database);
        this.priceLists = new PostgresPriceLists(database);
        this.offerings = new PostgresOfferings(database, catalogue, salesChannels, priceLists);
        this.productSearch = new PostgresProductSearch(database);
        this.semanticIndex = new PostgresSemanticIndex(database);
        this.stockLevels = new PostgresStockLevels(database);
        this.locations = new PostgresLocations(database);
        this.inventory = new PostgresInventory(database, stockLevels, locations);
        this.reservations = new PostgresReservations(database);
        this.priceRules = new PostgresPriceRules(database);
        this.customerTiers = new PostgresCustomerTiers(database);
        this.guardrailBook = new PostgresGuardrailBook(database);
        this.negotiations = new PostgresNegotiations(database);
        this.deadlines = new PostgresDeadlines(database);
        this.humanTasks = new PostgresHumanTasks(database);
        this.personalData = new PostgresPersonalData(database, negotiations);
        this.automation = new PostgresAutomation(database);
        this.outbox = new PostgresOutbox(database);
        this.sagas = new PostgresSagas(database, outbox);
        this.setAside = new PostgresSetAside(database);
        this.eventArchive = new PostgresEventArchive(database);
        this.wakeUp = new PostgresWakeUp(builder.dataSource, sql);
    }

    /** A store in schema {@code cerniq} of this database. */
    public static PostgresStorage on(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /** A store in this database that needs other names. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * Makes the schema, or brings it to this release. Nothing is migrated unless this is called; what one release made,
     * {@code drop schema cerniq cascade} takes back.
     *
     * @param owner connections of the role that shall own the schema; it needs {@code create} on the database, and
     *     {@code createrole} unless the runtime role is there already
     */
    public void migrate(DataSource owner) {
        migrations.migrate(owner);
    }

    /** Checks role and schema version now instead of at the first call. */
    public void validate() {
        database.validate();
    }

    DataSource dataSource() {
        return dataSource;
    }

    Database database() {
        return database;
    }

    /** The whole schema as one script, for a DBA who runs it instead of {@link #migrate}. */
    public String ddl() {
        return migrations.ddl();
    }

    /**
     * What finding goods by meaning needs beyond the schema, as a script for a role that may create the extension {@code
     * vector} and owns the schema. Without it, goods are found by their words alone.
     */
    public String semanticDdl() {
        return migrations.semanticDdl();
    }

    @Override
    public Tenants tenants() {
        return tenants;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public SalesChannels salesChannels() {
        return salesChannels;
    }

    @Override
    public PriceLists priceLists() {
        return priceLists;
    }

    @Override
    public Offerings offerings() {
        return offerings;
    }

    @Override
    public ProductSearch productSearch() {
        return productSearch;
    }

    @Override
    public SemanticIndex semanticIndex() {
        return semanticIndex;
    }

    @Override
    public StockLevels stockLevels() {
        return stockLevels;
    }

    @Override
    public Inventory inventory() {
        return inventory;
    }

    @Override
    public Locations locations() {
        return locations;
    }

    @Override
    public Reservations reservations() {
        return reservations;
    }

    @Override
    public PriceRules priceRules() {
        return priceRules;
    }

    @Override
    public GuardrailBook guardrailBook() {
        return guardrailBook;
    }

    @Override
    public CustomerTiers customerTiers() {
        return customerTiers;
    }

    @Override
    public Negotiations negotiations() {
        return negotiations;
    }

    @Override
    public Deadlines deadlines() {
        return deadlines;
    }

    @Override
    public HumanTasks humanTasks() {
        return humanTasks;
    }

    @Override
    public PersonalData personalData() {
        return personalData;
    }

    @Override
    public Sagas sagas() {
        return sagas;
    }

    @Override
    public Automation automation() {
        return automation;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public SetAside setAside() {
        return setAside;
    }

    @Override
    public DeadLetters deadLetters() {
        return setAside;
    }

    @Override
    public EventArchive eventArchive() {
        return eventArchive;
    }

    @Override
    public WakeUp wakeUp() {
        return wakeUp;
    }

    /** Names the schema and the role. */
    public static final class Builder {

        private final DataSource dataSource;
        private String schema = "cerniq";
        private String runtimeRole = "cerniq_runtime";

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** The schema that holds everything: 1 to 63 lower-case letters, digits and underscores. */
        public Builder schema(String name) {
            this.schema = name;
            return this;
        }

        /** The role that {@link PostgresStorage#migrate} makes and grants the least that is needed. */
        public Builder runtimeRole(String name) {
            this.runtimeRole = name;
            return this;
        }

        public PostgresStorage build() {
            return new PostgresStorage(this);
        }
    }
}

package app.cerniq.application;

import app.cerniq.application.approval.TaskDesk;
import app.cerniq.application.catalog.CatalogueDesk;
import app.cerniq.application.catalog.OfferingDesk;
import app.cerniq.application.catalog.PriceDesk;
import app.cerniq.application.catalog.search.CachedProductSearch;
import app.cerniq.application.catalog.search.SearchDesk;
import app.cerniq.application.guardrail.GuardrailDesk;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.application.negotiation.TimerDesk;
import app.cerniq.application.privacy.PrivacyDesk;
import app.cerniq.application.runtime.event.BridgeConsumer;
import app.cerniq.application.runtime.event.DispatchTerms;
import app.cerniq.application.runtime.event.EventDesk;
import app.cerniq.application.runtime.event.TellingCircuits;
import app.cerniq.application.runtime.health.HealthDesk;
import app.cerniq.application.runtime.process.Asking;
import app.cerniq.application.runtime.process.Deals;
import app.cerniq.application.runtime.process.Notifying;
import app.cerniq.application.runtime.process.ProcessManagers;
import app.cerniq.application.runtime.resilience.BreakerFigures;
import app.cerniq.application.runtime.resilience.BreakerListener;
import app.cerniq.application.runtime.resilience.Breakers;
import app.cerniq.application.runtime.resilience.CallListener;
import app.cerniq.application.runtime.resilience.GuardedEInvoices;
import app.cerniq.application.runtime.resilience.GuardedInvoicing;
import app.cerniq.application.runtime.resilience.Partner;
import app.cerniq.application.runtime.safety.AutomationDesk;
import app.cerniq.application.runtime.saga.SagaAlarm;
import app.cerniq.application.runtime.saga.SagaDesk;
import app.cerniq.application.runtime.saga.SagaRunner;
import app.cerniq.application.runtime.saga.completion.CompletionSaga;
import app.cerniq.application.runtime.schedule.AllTenants;
import app.cerniq.application.runtime.schedule.LoggedNotifications;
import app.cerniq.application.runtime.schedule.RuntimeDesk;
import app.cerniq.application.runtime.schedule.StandardWork;
import app.cerniq.application.runtime.schedule.Timetable;
import app.cerniq.application.runtime.telemetry.Gauges;
import app.cerniq.application.runtime.telemetry.Measure;
import app.cerniq.application.runtime.telemetry.MeasuredConsumer;
import app.cerniq.application.runtime.telemetry.MeasuredJob;
import app.cerniq.application.runtime.telemetry.Telemetry;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.application.stock.StockDesk;
import app.cerniq.domain.privacy.RetentionPlan;
import app.cerniq.domain.runtime.failure.FailureCatalogue;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.ports.approval.Staff;
import app.cerniq.ports.catalog.search.EmbeddingModel;
import app.cerniq.ports.fiscal.EInvoices;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.pricing.CustomerTiers;
import app.cerniq.ports.pricing.PriceRules;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.EventBridge;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Job;
import app.cerniq.ports.runtime.Notifications;
import app.cerniq.ports.runtime.Schedules;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Clock clock;
    private final NegotiationDesk negotiations;
    private final TimerDesk timers;
    private final CatalogueDesk catalogue;
    private final PriceDesk prices;
    private final OfferingDesk offerings;
    private final SearchDesk search;
    private final StockDesk stock;
    private final PrivacyDesk privacy;
    private final AutomationDesk automation;
    private final TaskDesk tasks;
    private final RuntimeDesk runtime;
    private final HealthDesk health;
    private final GuardrailDesk guardrails;
    private final SagaDesk sagas;
    private final EventDesk events;
    private final Breakers breakers;

    private Cerniq(
            Storage storage,
            Policies policies,
            AllocationStrategy allocation,
            SearchDesk search,
            RetentionPlan retention,
            Telemetry telemetry,
            Fiscal fiscal,
            Hearing hearing,
            Watch watch,
            Clock clock,
            Ids ids) {
        this.storage = storage;
        this.clock = clock;
        this.automation = new AutomationDesk(storage, clock, ids);
        this.negotiations = new NegotiationDesk(storage, policies, allocation, telemetry, automation, clock, ids);
        this.timers = new TimerDesk(storage.deadlines(), negotiations, clock);
        this.catalogue = new CatalogueDesk(storage, clock);
        this.prices = new PriceDesk(storage, clock);
        this.offerings = new OfferingDesk(storage.offerings(), clock);
        this.search = search;
        this.stock = new StockDesk(storage, negotiations, clock);
        this.privacy = new PrivacyDesk(storage, retention, clock, ids);
        this.breakers = fiscal.breakers();
        this.sagas = new SagaDesk(storage, fiscal.runner(storage, negotiations, clock, ids), clock, ids);
        this.tasks =
                new TaskDesk(storage.humanTasks(), policies.slas(), watch.staff(), watch.notifications(), clock, ids);
        this.events = new EventDesk(
                storage,
                hearing.archive(),
                hearing.all(managers(watch), telemetry, clock),
                hearing.terms(),
                clock,
                ids);
        this.runtime = new RuntimeDesk(watch.schedules(), work(watch, telemetry), events);
        this.guardrails = new GuardrailDesk(storage, policies, clock);
        this.health = new HealthDesk(storage, runtime, breakers, clock);
    }

    private ProcessManagers managers(Watch watch) {
        return new ProcessManagers(
                new Deals(negotiations, sagas), new Asking(tasks), new Notifying(watch.notifications()), automation);
    }

    private Map<Timetable, Job.Body> work(Watch watch, Telemetry telemetry) {
        var standard = new StandardWork(storage, timers, tasks, clock);
        var gauges = new Gauges(
                storage, breakers, () -> watch.schedules().map(Schedules::view).orElse(List.of()), telemetry, clock);
        var work = new EnumMap<Timetable, Job.Body>(standard.bound());
        work.putAll(standard.bound(sagas, events, privacy, gauges));
        work.putAll(watch.work());
        work.replaceAll((entry, body) -> new MeasuredJob(entry.job().value(), body, telemetry));
        return work;
    }

    /** Who hears of events, where they go after a while, and how they are dispatched. */
    private record Hearing(List<EventConsumer> consumers, EventArchive archive, DispatchTerms terms) {

        List<EventConsumer> all(ProcessManagers ours, Telemetry telemetry, Clock clock) {
            return Stream.concat(ours.consumers().stream(), consumers.stream())
                    .<EventConsumer>map(consumer -> new MeasuredConsumer(consumer, telemetry, clock))
                    .toList();
        }
    }

    /** Who makes out documents and reports them, and what is done when they fail; without partners no saga goes on. */
    private record Fiscal(
            Optional<Invoicing> invoicing,
            Optional<EInvoices> eInvoices,
            FailureCatalogue failures,
            Breakers breakers,
            List<SagaAlarm> alarms) {

        SagaRunner runner(Storage storage, NegotiationDesk desk, Clock clock, Ids ids) {
            var scripts = invoicing
                    .flatMap(office -> eInvoices.map(spv -> CompletionSaga.over(
                            storage,
                            desk,
                            new GuardedInvoicing(office, breakers),
                            new GuardedEInvoices(spv, breakers),
                            failures)))
                    .stream()
                    .toList();
            return new SagaRunner(storage.sagas(), scripts, failures, alarms, clock, ids);
        }
    }

    /** What a host brings so that things run by themselves and people hear of them. */
    private record Watch(
            Optional<Schedules> schedules, Map<Timetable, Job.Body> work, Staff staff, Notifications notifications) {}

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

    /** What others are told: dispatching, dead letters, replay, and what other stages tell us. */
    public EventDesk events() {
        return events;
    }

    /** What tenants lay down about prices: volumes, customer tiers, promotions, limits and margins. */
    public PriceRules priceRules() {
        return storage.priceRules();
    }

    /** Which customers have a tier of their own. */
    public CustomerTiers customerTiers() {
        return storage.customerTiers();
    }

    /** What natural persons can ask: what is held about them, and to be forgotten. */
    public PrivacyDesk privacy() {
        return privacy;
    }

    /** Whether a tenant's agents may act, and the red button. */
    public AutomationDesk automation() {
        return automation;
    }

    /** What people have to look at. */
    public TaskDesk tasks() {
        return tasks;
    }

    /** What runs by itself, once it is started. */
    public RuntimeDesk runtime() {
        return runtime;
    }

    /** Long undertakings that reach beyond the database: completing a deal, and what a person does when one is stuck. */
    public SagaDesk sagas() {
        return sagas;
    }

    /** Which partners are left alone for now, and for how long calls to them may take. */
    public Breakers breakers() {
        return breakers;
    }

    /** What may be said for a tenant, and whether a text may leave. */
    public GuardrailDesk guardrails() {
        return guardrails;
    }

    /** Whether it does what it should. */
    public HealthDesk health() {
        return health;
    }

    /** What an engine needs: storage and policies; clock and ids have defaults. */
    public static final class Builder {

        private static final int REMEMBERED_QUESTIONS = 1_000;
        private static final int LEARNED_AT_ONCE = 100;

        // Null until chosen: a builder is the one place where something may be missing.
        private @Nullable Storage storage;
        private @Nullable Policies policies;
        private @Nullable Ids ids;
        private @Nullable EmbeddingModel embeddings;
        private @Nullable Schedules schedules;
        private final Map<Timetable, Job.Body> work = new EnumMap<>(Timetable.class);
        private Staff staff = Staff.COMPLETE;
        private Notifications notifications = new LoggedNotifications();
        private @Nullable Invoicing invoicing;
        private @Nullable EInvoices eInvoices;
        private FailureCatalogue failures = FailureCatalogue.standard();
        private final List<SagaAlarm> alarms = new ArrayList<>();
        private @Nullable EventArchive eventArchive;
        private final List<EventConsumer> consumers = new ArrayList<>();
        private DispatchTerms dispatch = DispatchTerms.STANDARD;
        private final Map<Partner, BreakerFigures> figures = new EnumMap<>(Partner.class);
        private final List<BreakerListener> breakerListeners = new ArrayList<>();
        private Duration searchMemory = Duration.ZERO;
        private AllocationStrategy allocation = AllocationStrategy.fewestLocations();
        private RetentionPlan retention = RetentionPlan.STANDARD;
        private MeterRegistry meters = new CompositeMeterRegistry();
        private OpenTelemetry tracing = OpenTelemetry.noop();
        private boolean hasTenantLabels;
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

        /** For how long what has to be kept; what the laws of Romania ask unless chosen. */
        public Builder retention(RetentionPlan chosen) {
            this.retention = chosen;
            return this;
        }

        /** Where metrics go; nowhere unless chosen. */
        public Builder meters(MeterRegistry chosen) {
            this.meters = chosen;
            return this;
        }

        /** Whether metrics tell tenants apart; not unless chosen. For hosts with tens of tenants, not thousands. */
        public Builder tenantLabels(boolean chosen) {
            this.hasTenantLabels = chosen;
            return this;
        }

        /** Where spans go; nowhere unless chosen. */
        public Builder tracing(OpenTelemetry chosen) {
            this.tracing = chosen;
            return this;
        }

        /** What lets the engine run by itself; without it {@link Cerniq#runtime} can only be looked at. */
        public Builder schedules(Schedules chosen) {
            this.schedules = chosen;
            return this;
        }

        /** What is done for an entry of the timetable that the engine itself has nothing for; also instead of its own. */
        public Builder work(Timetable entry, Job.Body body) {
            this.work.put(entry, body);
            return this;
        }

        /** Who works for a tenant; everybody is there unless chosen. */
        public Builder staff(Staff chosen) {
            this.staff = chosen;
            return this;
        }

        /** How people hear of something; the log is told unless chosen. */
        public Builder notifications(Notifications chosen) {
            this.notifications = chosen;
            return this;
        }

        /**
         * Somebody who is told of events, beside those named before. Every process that dispatches names the same ones: a
         * message counts as delivered once all that are named where it is dispatched have it.
         */
        public Builder consumer(EventConsumer chosen) {
            consumers.add(chosen);
            return this;
        }

        /** A way to the host's own bus, beside those named before. */
        public Builder bridge(EventBridge chosen) {
            return consumer(new BridgeConsumer(chosen));
        }

        /** Where delivered events go after a while; into the store itself unless chosen. */
        public Builder eventArchive(EventArchive chosen) {
            this.eventArchive = chosen;
            return this;
        }

        /** How events are dispatched; {@link DispatchTerms#STANDARD} unless chosen. */
        public Builder dispatch(DispatchTerms chosen) {
            this.dispatch = chosen;
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

        /** Who makes out proformas and invoices; without one, and without {@link #eInvoices}, no deal is completed by itself. */
        public Builder invoicing(Invoicing chosen) {
            this.invoicing = chosen;
            return this;
        }

        /** Who reports invoices to the tax authority. */
        public Builder eInvoices(EInvoices chosen) {
            this.eInvoices = chosen;
            return this;
        }

        /** What is done about each kind of failure; the library's catalogue unless chosen. */
        public Builder failures(FailureCatalogue chosen) {
            this.failures = chosen;
            return this;
        }

        /** Somebody who wants to know when a saga waits for a person; as many as are added. */
        public Builder sagaAlarm(SagaAlarm alarm) {
            this.alarms.add(alarm);
            return this;
        }

        /** When a partner is left alone, and for how long; as documented unless chosen. */
        public Builder breaker(Partner partner, BreakerFigures chosen) {
            this.figures.put(partner, chosen);
            return this;
        }

        /** Somebody who wants to know when a partner is left alone; as many as are added. */
        public Builder breakerListener(BreakerListener listener) {
            this.breakerListeners.add(listener);
            return this;
        }

        /** The engine; throws {@link IllegalStateException} where storage or policies were not chosen. */
        public Cerniq build() {
            if (storage == null || policies == null) {
                throw new IllegalStateException("An engine needs storage(…) and policies(…); "
                        + (storage == null ? "storage" : "policies") + " was not chosen.");
            }
            var search = search(storage);
            var identities = ids == null ? new TimeOrderedIds(clock) : ids;
            var telemetry = Telemetry.of(meters, tracing, hasTenantLabels);
            return new Cerniq(
                    storage,
                    policies,
                    allocation,
                    search,
                    retention,
                    telemetry,
                    new Fiscal(
                            Optional.ofNullable(invoicing),
                            Optional.ofNullable(eInvoices),
                            failures,
                            new Breakers(figures, listeners(storage, identities), measured(telemetry), clock),
                            List.copyOf(alarms)),
                    new Hearing(
                            List.copyOf(consumers),
                            eventArchive == null ? storage.eventArchive() : eventArchive,
                            dispatch),
                    new Watch(Optional.ofNullable(schedules), work(storage, search), staff, notifications),
                    clock,
                    identities);
        }

        private static CallListener measured(Telemetry telemetry) {
            return (partner, tenant, took, outcome) ->
                    telemetry.time(Measure.CALLS, took, tenant, partner.name(), outcome);
        }

        private List<BreakerListener> listeners(Storage chosen, Ids identities) {
            var all = new ArrayList<>(breakerListeners);
            all.add(new TellingCircuits(chosen.outbox(), identities));
            return all;
        }

        private Map<Timetable, Job.Body> work(Storage chosen, SearchDesk search) {
            var all = new EnumMap<>(work);
            if (embeddings != null) {
                var tenants = new AllTenants(chosen.tenants());
                all.putIfAbsent(
                        Timetable.SEARCH_BACKLOG, () -> tenants.each(tenant -> search.learn(tenant, LEARNED_AT_ONCE)));
            }
            return all;
        }

        private SearchDesk search(Storage chosen) {
            var words = searchMemory.isZero()
                    ? chosen.productSearch()
                    : new CachedProductSearch(chosen.productSearch(), clock, searchMemory, REMEMBERED_QUESTIONS);
            return new SearchDesk(chosen, words, Optional.ofNullable(embeddings), clock);
        }
    }
}

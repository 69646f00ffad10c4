package app.cerniq.application;

import app.cerniq.application.catalog.search.CachedProductSearch;
import app.cerniq.application.catalog.search.SearchDesk;
import app.cerniq.application.runtime.event.BridgeConsumer;
import app.cerniq.application.runtime.event.DispatchTerms;
import app.cerniq.application.runtime.event.TellingCircuits;
import app.cerniq.application.runtime.resilience.BreakerFigures;
import app.cerniq.application.runtime.resilience.BreakerListener;
import app.cerniq.application.runtime.resilience.Breakers;
import app.cerniq.application.runtime.resilience.CallListener;
import app.cerniq.application.runtime.resilience.Partner;
import app.cerniq.application.runtime.saga.SagaAlarm;
import app.cerniq.application.runtime.schedule.AllTenants;
import app.cerniq.application.runtime.schedule.LoggedNotifications;
import app.cerniq.application.runtime.schedule.Timetable;
import app.cerniq.application.runtime.telemetry.Measure;
import app.cerniq.application.runtime.telemetry.Telemetry;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.domain.privacy.RetentionPlan;
import app.cerniq.domain.runtime.failure.FailureCatalogue;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.ports.approval.Staff;
import app.cerniq.ports.catalog.search.EmbeddingModel;
import app.cerniq.ports.conversation.LanguageModel;
import app.cerniq.ports.conversation.ToolBox;
import app.cerniq.ports.fiscal.EInvoices;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.fiscal.TaxRegistry;
import app.cerniq.ports.guardrail.TextGate;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.EventBridge;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Job;
import app.cerniq.ports.runtime.Notifications;
import app.cerniq.ports.runtime.Schedules;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
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
import org.jspecify.annotations.Nullable;

/** What an engine needs: storage and policies; clock and ids have defaults. */
public final class CerniqBuilder {

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
    private final List<LanguageModel> models = new ArrayList<>();
    private @Nullable ToolBox tools;
    private @Nullable TextGate gate;
    private @Nullable TaxRegistry registry;
    private Duration searchMemory = Duration.ZERO;
    private AllocationStrategy allocation = AllocationStrategy.fewestLocations();
    private RetentionPlan retention = RetentionPlan.STANDARD;
    private MeterRegistry meters = new CompositeMeterRegistry();
    private OpenTelemetry tracing = OpenTelemetry.noop();
    private boolean hasTenantLabels;
    private Clock clock = Clock.systemUTC();

    CerniqBuilder() {}

    /** Where everything is kept. */
    public CerniqBuilder storage(Storage chosen) {
        this.storage = chosen;
        return this;
    }

    /** The rules in force. */
    public CerniqBuilder policies(Policies chosen) {
        this.policies = chosen;
        return this;
    }

    /** From which locations goods are taken; from as few as possible unless chosen. */
    public CerniqBuilder allocation(AllocationStrategy chosen) {
        this.allocation = chosen;
        return this;
    }

    /** Who tells what texts mean; nobody unless chosen, and goods are found by their words alone. */
    public CerniqBuilder embeddings(EmbeddingModel chosen) {
        this.embeddings = chosen;
        return this;
    }

    /**
     * For how long it is remembered which goods fit a question, up to an hour; not at all unless chosen. Prices, stock and
     * whether goods are on sale are never remembered.
     */
    public CerniqBuilder searchMemory(Duration chosen) {
        this.searchMemory = chosen;
        return this;
    }

    /** For how long what has to be kept; what the laws of Romania ask unless chosen. */
    public CerniqBuilder retention(RetentionPlan chosen) {
        this.retention = chosen;
        return this;
    }

    /** Where metrics go; nowhere unless chosen. */
    public CerniqBuilder meters(MeterRegistry chosen) {
        this.meters = chosen;
        return this;
    }

    /** Whether metrics tell tenants apart; not unless chosen. For hosts with tens of tenants, not thousands. */
    public CerniqBuilder tenantLabels(boolean chosen) {
        this.hasTenantLabels = chosen;
        return this;
    }

    /** Where spans go; nowhere unless chosen. */
    public CerniqBuilder tracing(OpenTelemetry chosen) {
        this.tracing = chosen;
        return this;
    }

    /** What lets the engine run by itself; without it {@link Cerniq#runtime} can only be looked at. */
    public CerniqBuilder schedules(Schedules chosen) {
        this.schedules = chosen;
        return this;
    }

    /** What is done for an entry of the timetable that the engine itself has nothing for; also instead of its own. */
    public CerniqBuilder work(Timetable entry, Job.Body body) {
        this.work.put(entry, body);
        return this;
    }

    /** Who works for a tenant; everybody is there unless chosen. */
    public CerniqBuilder staff(Staff chosen) {
        this.staff = chosen;
        return this;
    }

    /** How people hear of something; the log is told unless chosen. */
    public CerniqBuilder notifications(Notifications chosen) {
        this.notifications = chosen;
        return this;
    }

    /**
     * Somebody who is told of events, beside those named before. Every process that dispatches names the same ones: a
     * message counts as delivered once all that are named where it is dispatched have it.
     */
    public CerniqBuilder consumer(EventConsumer chosen) {
        consumers.add(chosen);
        return this;
    }

    /** A way to the host's own bus, beside those named before. */
    public CerniqBuilder bridge(EventBridge chosen) {
        return consumer(new BridgeConsumer(chosen));
    }

    /** Where delivered events go after a while; into the store itself unless chosen. */
    public CerniqBuilder eventArchive(EventArchive chosen) {
        this.eventArchive = chosen;
        return this;
    }

    /** How events are dispatched; {@link DispatchTerms#STANDARD} unless chosen. */
    public CerniqBuilder dispatch(DispatchTerms chosen) {
        this.dispatch = chosen;
        return this;
    }

    /** The time; the system's in UTC unless chosen. */
    public CerniqBuilder clock(Clock chosen) {
        this.clock = chosen;
        return this;
    }

    /** Where identities come from; time-ordered ones unless chosen. */
    public CerniqBuilder ids(Ids chosen) {
        this.ids = chosen;
        return this;
    }

    /** Who makes out proformas and invoices; without one, and without {@link #eInvoices}, no deal is completed by itself. */
    public CerniqBuilder invoicing(Invoicing chosen) {
        this.invoicing = chosen;
        return this;
    }

    /** Who reports invoices to the tax authority. */
    public CerniqBuilder eInvoices(EInvoices chosen) {
        this.eInvoices = chosen;
        return this;
    }

    /** What is done about each kind of failure; the library's catalogue unless chosen. */
    public CerniqBuilder failures(FailureCatalogue chosen) {
        this.failures = chosen;
        return this;
    }

    /** Somebody who wants to know when a saga waits for a person; as many as are added. */
    public CerniqBuilder sagaAlarm(SagaAlarm alarm) {
        this.alarms.add(alarm);
        return this;
    }

    /** Somebody who writes texts, after those named before; without any, every turn of a customer goes to a person. */
    public CerniqBuilder languageModel(LanguageModel chosen) {
        this.models.add(chosen);
        return this;
    }

    /** What language models may use; the engine's own {@link Cerniq#toolsFor} unless chosen. */
    public CerniqBuilder tools(ToolBox chosen) {
        this.tools = chosen;
        return this;
    }

    /** Who looks at every automated text before it leaves; {@link Cerniq#guardrails} unless chosen. */
    public CerniqBuilder textGate(TextGate chosen) {
        this.gate = chosen;
        return this;
    }

    /** The tax authority's register of companies; without it only check digits are looked at. */
    public CerniqBuilder taxRegistry(TaxRegistry chosen) {
        this.registry = chosen;
        return this;
    }

    /** When a partner is left alone, and for how long; as documented unless chosen. */
    public CerniqBuilder breaker(Partner partner, BreakerFigures chosen) {
        this.figures.put(partner, chosen);
        return this;
    }

    /** Somebody who wants to know when a partner is left alone; as many as are added. */
    public CerniqBuilder breakerListener(BreakerListener listener) {
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
        return new Cerniq(new Parts(
                storage,
                policies,
                allocation,
                search,
                retention,
                telemetry,
                new Parts.Fiscal(
                        Optional.ofNullable(invoicing),
                        Optional.ofNullable(eInvoices),
                        failures,
                        new Breakers(figures, listeners(storage, identities), measured(telemetry), clock),
                        List.copyOf(alarms)),
                new Parts.Hearing(
                        List.copyOf(consumers), eventArchive == null ? storage.eventArchive() : eventArchive, dispatch),
                new Parts.Watch(Optional.ofNullable(schedules), work(storage, search), staff, notifications),
                new Parts.Talk(
                        List.copyOf(models),
                        Optional.ofNullable(tools),
                        Optional.ofNullable(gate),
                        Optional.ofNullable(registry)),
                clock,
                identities));
    }

    private static CallListener measured(Telemetry telemetry) {
        return (partner, tenant, took, outcome) -> telemetry.time(Measure.CALLS, took, tenant, partner.name(), outcome);
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

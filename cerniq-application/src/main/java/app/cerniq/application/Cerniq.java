package app.cerniq.application;

import app.cerniq.application.approval.Escalation;
import app.cerniq.application.approval.TaskDesk;
import app.cerniq.application.catalog.CatalogueDesk;
import app.cerniq.application.catalog.OfferingDesk;
import app.cerniq.application.catalog.PriceDesk;
import app.cerniq.application.catalog.search.SearchDesk;
import app.cerniq.application.conversation.Backing;
import app.cerniq.application.conversation.ConversationDesk;
import app.cerniq.application.conversation.DecidingDrafts;
import app.cerniq.application.conversation.DraftDesk;
import app.cerniq.application.conversation.tool.ToolGate;
import app.cerniq.application.guardrail.GuardrailDesk;
import app.cerniq.application.negotiation.DecidingDiscounts;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.application.negotiation.TimerDesk;
import app.cerniq.application.privacy.PrivacyDesk;
import app.cerniq.application.runtime.event.EventDesk;
import app.cerniq.application.runtime.health.HealthDesk;
import app.cerniq.application.runtime.process.Asking;
import app.cerniq.application.runtime.process.Deals;
import app.cerniq.application.runtime.process.Notifying;
import app.cerniq.application.runtime.process.ProcessManagers;
import app.cerniq.application.runtime.resilience.Breakers;
import app.cerniq.application.runtime.safety.AutomationDesk;
import app.cerniq.application.runtime.saga.SagaDesk;
import app.cerniq.application.runtime.schedule.AllTenants;
import app.cerniq.application.runtime.schedule.RuntimeDesk;
import app.cerniq.application.runtime.schedule.StandardWork;
import app.cerniq.application.runtime.schedule.Timetable;
import app.cerniq.application.runtime.telemetry.Gauges;
import app.cerniq.application.runtime.telemetry.MeasuredJob;
import app.cerniq.application.runtime.telemetry.Telemetry;
import app.cerniq.application.stock.StockDesk;
import app.cerniq.domain.shared.Actor;
import app.cerniq.ports.fiscal.TaxRegistry;
import app.cerniq.ports.pricing.CustomerTiers;
import app.cerniq.ports.pricing.PriceRules;
import app.cerniq.ports.runtime.Job;
import app.cerniq.ports.runtime.Schedules;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.Tenants;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private static final int TURNS_AT_ONCE = 20;

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
    private final ConversationDesk conversations;
    private final DraftDesk drafts;
    private final Policies policies;
    private final Optional<TaxRegistry> registry;

    Cerniq(Parts parts) {
        var allocation = parts.allocation();
        var telemetry = parts.telemetry();
        var fiscal = parts.fiscal();
        var hearing = parts.hearing();
        var watch = parts.watch();
        var talk = parts.talk();
        var ids = parts.ids();
        this.policies = parts.policies();
        this.storage = parts.storage();
        this.clock = parts.clock();
        this.automation = new AutomationDesk(storage, clock, ids);
        var escalation = new Escalation(storage.tenants(), policies.slas(), watch.staff());
        this.negotiations =
                new NegotiationDesk(storage, policies, allocation, telemetry, automation, escalation, clock, ids);
        this.timers = new TimerDesk(storage.deadlines(), negotiations, clock);
        this.catalogue = new CatalogueDesk(storage, clock);
        this.prices = new PriceDesk(storage, clock);
        this.offerings = new OfferingDesk(storage.offerings(), clock);
        this.search = parts.search();
        this.stock = new StockDesk(storage, negotiations, clock);
        this.privacy = new PrivacyDesk(storage, parts.retention(), clock, ids);
        this.breakers = fiscal.breakers();
        this.sagas = new SagaDesk(storage, fiscal.runner(storage, negotiations, clock, ids), clock, ids);
        this.tasks = new TaskDesk(
                storage.humanTasks(),
                escalation,
                watch.staff(),
                watch.notifications(),
                List.of(
                        new DecidingDiscounts(negotiations, storage.negotiations(), clock),
                        new DecidingDrafts(this::drafts)),
                telemetry,
                clock,
                ids);
        this.registry = talk.registry();
        this.guardrails = new GuardrailDesk(storage, policies, clock);
        var backing = talk.backing(
                storage,
                policies,
                guardrails.gate(),
                toolsFor(Backing.AGENT).asToolBox(),
                breakers,
                negotiations,
                tasks,
                automation,
                telemetry,
                clock,
                ids);
        this.conversations = new ConversationDesk(backing);
        this.drafts = new DraftDesk(backing);
        this.events = new EventDesk(
                storage,
                hearing.archive(),
                hearing.all(managers(watch), telemetry, clock),
                hearing.terms(),
                clock,
                ids);
        this.runtime = new RuntimeDesk(watch.schedules(), work(watch, telemetry), events);
        this.health = new HealthDesk(storage, runtime, breakers, clock);
    }

    private ProcessManagers managers(Parts.Watch watch) {
        return new ProcessManagers(
                new Deals(negotiations, sagas), new Asking(tasks), new Notifying(watch.notifications()), automation);
    }

    private Map<Timetable, Job.Body> work(Parts.Watch watch, Telemetry telemetry) {
        var standard = new StandardWork(storage, timers, tasks, clock);
        var gauges = new Gauges(
                storage, breakers, () -> watch.schedules().map(Schedules::view).orElse(List.of()), telemetry, clock);
        var work = new EnumMap<Timetable, Job.Body>(standard.bound());
        work.putAll(standard.bound(sagas, events, privacy, gauges));
        var tenants = new AllTenants(storage.tenants());
        work.put(Timetable.CONVERSATIONS, () -> tenants.each(tenant -> conversations.goOn(tenant, TURNS_AT_ONCE)));
        work.put(Timetable.DRAFTS, () -> tenants.each(drafts::expire));
        work.putAll(watch.work());
        work.replaceAll((entry, body) -> new MeasuredJob(entry.job().value(), body, telemetry));
        return work;
    }

    /** An engine to be. */
    public static CerniqBuilder builder() {
        return new CerniqBuilder();
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

    /** What is said to customers, and what never leaves. */
    public ConversationDesk conversations() {
        return conversations;
    }

    /** Answers of models that a person looks at before they leave. */
    public DraftDesk drafts() {
        return drafts;
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

    /** What an agent may ask the engine for, in that agent's name. */
    public ToolGate toolsFor(Actor agent) {
        return new ToolGate(storage, policies.tools(), negotiations, search, sagas, automation, registry, agent, clock);
    }

    /** What may be said for a tenant, and whether a text may leave. */
    public GuardrailDesk guardrails() {
        return guardrails;
    }

    /** Whether it does what it should. */
    public HealthDesk health() {
        return health;
    }
}

package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.HandBack;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.approval.Sla;
import app.cerniq.domain.approval.TaskBrief;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.privacy.DataSubject;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.runtime.saga.SagaSubject;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.MarkedLife;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.SagaPlay;
import app.cerniq.testkit.fixture.Talk;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every text of every table is looked through for what deals knew of a person, before and after they were forgotten. */
class ForgottenEverywhereIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final DataSubject PERSON =
            new DataSubject.WithCnp(MarkedLife.PERSON.cnp().orElseThrow());

    private static TestDatabase database;
    private static PostgresStorage storage;

    private final MovableClock clock = MovableClock.at(Play.MORNING.plus(Duration.ofDays(30)));
    private TenantId tenant;
    private Cerniq cerniq;
    private List<Negotiation> deals;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.runtime());
    }

    @BeforeEach
    void live() {
        tenant = Stocked.tenant(storage, IDS);
        cerniq = Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .clock(clock)
                .ids(IDS)
                .build();
        deals = MarkedLife.all(storage.negotiations(), IDS, tenant);
        lostAtTheDesk();
    }

    /** What only use cases write: receipts, decisions, and what others are told. */
    private void lostAtTheDesk() {
        var desk = cerniq.negotiations();
        var id = desk.open(tenant, People.REP, "open", OpenNegotiation.with(new LeadId(IDS.next()), MarkedLife.PERSON))
                .get()
                .negotiation();
        desk.handOver(ask(id, 1), new HandOver(People.idOf(People.REP), "qzx-handover"))
                .get();
        desk.handBack(ask(id, 2), new HandBack("qzx-handback")).get();
        desk.advance(ask(id, 3), Advance.to(NegotiationState.DEAD, TransitionTrigger.USER_ACTION, "qzx-loss"))
                .get();
        told(id);
        asked(id);
        Talk.open(storage, IDS, desk.find(id).orElseThrow()).lives("qzx-talk");
        var saga = storage.sagas()
                .begin(SagaPlay.start(IDS, tenant, new SagaSubject("negotiation", id.value(), 1)), List.of())
                .get();
        var skipped = saga.steering(People.MANAGER, SagaPlay.MORNING).skip(SagaPlay.ORDER, "qzx-skipped");
        saga = storage.sagas().keep(skipped.get(), List.of()).get();
        storage.sagas()
                .keep(
                        saga.steering(People.MANAGER, SagaPlay.MORNING)
                                .park("qzx-parked")
                                .get(),
                        List.of())
                .get();
    }

    /** What somebody was asked because of it, and answered. */
    private void asked(NegotiationId id) {
        var opened = HumanTask.open(
                new HumanTaskId(tenant, IDS.next()),
                new TaskTopic(
                        HumanTaskKind.PAYMENT_PLAN, TaskTopic.DEAL, id.value().toString(), "message 4"),
                "qzx-title",
                TaskBrief.asking("qzx-asked").and("plan", "qzx-fact"),
                Urgency.HIGH,
                Role.SALES_MANAGER,
                new Sla(Duration.ofHours(1), 80),
                Optional.empty(),
                People.SYSTEM,
                Play.MORNING);
        var task = storage.humanTasks().open(opened, List.of()).get();
        var approved = task.approve(People.MANAGER, Play.MORNING, Optional.of("qzx-granted"), "qzx-because");
        storage.humanTasks().commit(approved.get(), List.of()).get();
    }

    /** What others were told of it, on its way, set aside and in the archive. */
    private void told(NegotiationId id) {
        var message = new OutboxMessage(
                tenant,
                IDS.next(),
                "hitl.takeover.requested",
                1,
                Subject.of(id),
                id.value(),
                Optional.empty(),
                Play.MORNING,
                Optional.empty(),
                new Metadata("tests", "1", Metadata.Priority.NORMAL),
                Optional.empty(),
                "{\"reason\": \"qzx-told\"}");
        storage.outbox().append(tenant, List.of(message));
        storage.eventArchive().keep(tenant, List.of(message));
        storage.setAside()
                .replay(
                        tenant,
                        new ConsumerName("books"),
                        List.of(message),
                        ActorRef.of(People.MANAGER),
                        Play.MORNING,
                        "for the test");
    }

    private static Ask ask(NegotiationId deal, long version) {
        return Ask.by(People.REP, deal, version, "version " + version);
    }

    @Test
    void what_is_looked_for_can_be_found() {
        assertThat(placesOf(MarkedLife.MARK))
                .containsKeys(
                        "gold_negotiations",
                        "domain_events",
                        "negotiation_state_history",
                        "negotiation_offers",
                        "discount_requests",
                        "discount_approvals",
                        "outbox",
                        "outbox_set_aside",
                        "event_archive",
                        "human_tasks",
                        "human_task_history",
                        "sagas",
                        "saga_steps",
                        "saga_journal",
                        "ai_conversation_messages",
                        "conversation_turns",
                        "ai_tool_calls",
                        "guardrail_violations",
                        "conversation_slots",
                        "ai_drafts");
    }

    @Test
    void of_a_forgotten_person_nothing_is_left_but_what_the_invoice_shows() {
        var done = cerniq.privacy()
                .erase(tenant, PERSON, People.MANAGER, "request 17", "key-1")
                .get();

        assertThat(done).hasSize(4);
        assertThat(done.stream()
                        .flatMap(one -> one.keptByLaw().stream())
                        .map(kept -> kept.until().toString()))
                .containsExactly("2037-07-01");
        assertThat(placesOf(MarkedLife.MARK)).isEqualTo(placesOf(MarkedLife.MARK_ON_INVOICE));
        assertThat(placesOf(MarkedLife.MARK)).containsOnlyKeys("gold_negotiations", "domain_events");
        assertThat(deals)
                .allSatisfy(deal -> assertThat(storage.negotiations().find(deal.id()))
                        .contains(Negotiation.fold(storage.negotiations().history(deal.id()))));
    }

    @Test
    void a_task_whose_person_was_forgotten_can_still_be_read() {
        cerniq.privacy()
                .erase(tenant, PERSON, People.MANAGER, "request 17", "key-1")
                .get();

        var texts = new Raw(database.owner())
                .texts("select title || context || asked from cerniq.human_tasks where tenant_id = '" + tenant + "'");
        var ids = new Raw(database.owner())
                .texts("select id::text from cerniq.human_tasks where tenant_id = '" + tenant + "'");
        var task = storage.humanTasks()
                .find(new HumanTaskId(tenant, UUID.fromString(ids.get(0))))
                .orElseThrow();
        assertThat(texts).containsExactly("[erased][erased][erased]");
        assertThat(task.brief().context()).isEmpty();
        assertThat(task.status()).isEqualTo(HumanTaskStatus.APPROVED);
    }

    @Test
    void once_the_law_wants_it_no_longer_the_rest_goes_too() {
        cerniq.privacy().erase(tenant, PERSON, People.MANAGER, "request 17", "key-1");
        clock.move(Duration.ofDays(12 * 366));

        var swept = cerniq.privacy().forgetOutlived(tenant, People.SYSTEM, 10);

        assertThat(swept).hasSize(1);
        assertThat(placesOf(MarkedLife.MARK)).isEmpty();
        assertThat(cerniq.privacy().forgetOutlived(tenant, People.SYSTEM, 10)).isEmpty();
    }

    @Test
    void forgetting_again_has_no_second_effect() {
        var first = cerniq.privacy().erase(tenant, PERSON, People.MANAGER, "request 17", "key-1");
        var before = database();

        assertThat(cerniq.privacy().erase(tenant, PERSON, People.MANAGER, "request 17", "key-1"))
                .isEqualTo(first);
        assertThat(cerniq.privacy()
                        .erase(tenant, PERSON, People.MANAGER, "request 18", "key-2")
                        .get())
                .isEmpty();
        assertThat(database()).isEqualTo(before);
    }

    private Map<String, List<String>> database() {
        return placesOf(Pattern.compile("(?s).+"));
    }

    /** The marks in the rows of the tenant, by table; marks of one row stand together. */
    private Map<String, List<String>> placesOf(Pattern mark) {
        var owner = new Raw(database.owner());
        return owner.texts("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace = 'cerniq'::regnamespace and c.relkind in ('r', 'p')
                            and a.attname = 'tenant_id'
                        """).stream()
                .map(table -> Map.entry(table, marks(owner, table, mark)))
                .filter(found -> !found.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<String> marks(Raw owner, String table, Pattern mark) {
        return owner
                .texts("select t::text from cerniq." + table + " t where tenant_id = '" + tenant + "' order by 1")
                .stream()
                .flatMap(row -> mark.matcher(row).results().map(found -> found.group()))
                .sorted()
                .toList();
    }
}

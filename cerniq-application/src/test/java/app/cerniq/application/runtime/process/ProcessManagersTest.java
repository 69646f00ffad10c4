package app.cerniq.application.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.runtime.event.Announcing;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.runtime.event.AiEvent.FallbackTriggered;
import app.cerniq.domain.runtime.event.By;
import app.cerniq.domain.runtime.event.ChannelEvent;
import app.cerniq.domain.runtime.event.ContactChannel;
import app.cerniq.domain.runtime.event.CrossStageEvent.CallbackRequested;
import app.cerniq.domain.runtime.event.CrossStageEvent.ConversationContext;
import app.cerniq.domain.runtime.event.CrossStageEvent.WarmReply;
import app.cerniq.domain.runtime.event.EInvoiceEvent;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.event.Metadata.Priority;
import app.cerniq.domain.runtime.event.NegotiationNews;
import app.cerniq.domain.runtime.event.PricingEvent.DiscountPendingApproval;
import app.cerniq.domain.runtime.event.RuntimeEvent.CircuitOpened;
import app.cerniq.domain.runtime.event.RuntimeEvent.EventDeadLettered;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaStuck;
import app.cerniq.domain.runtime.event.SentimentEvent.UrgencyDetected;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.Notification;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import app.cerniq.testkit.time.VirtualSchedules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows from events, through the outbox and the dispatcher of a real engine. */
class ProcessManagersTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-02T08:00:00Z"));
    private final CountedIds ids = new CountedIds(5);
    private final InMemoryStorage storage = new InMemoryStorage();
    private final List<Notification> told = new ArrayList<>();
    private final Cerniq cerniq = Cerniq.builder()
            .storage(storage)
            .policies(DroolsPolicies.standard())
            .schedules(new VirtualSchedules(clock))
            .notifications(told::add)
            .clock(clock)
            .ids(ids)
            .build();
    private final TenantId tenant = new TenantId(ids.next());
    private final Announcing announcing = new Announcing(storage.outbox(), clock, ids);

    @BeforeEach
    void setUp() {
        cerniq.tenants().setUp(tenant, "A tenant");
        cerniq.runtime().runDue();
        told.clear();
    }

    @Test
    void every_line_of_the_table_has_somebody_who_acts_and_a_name_of_its_own() {
        var names = Arrays.stream(Reactions.values()).map(Reactions::consumer).toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(Reactions.values())
                .allSatisfy(reaction -> assertThat(reaction.events()).isNotEmpty());
    }

    @Test
    void a_lead_that_answers_gets_a_deal() {
        var lead = new LeadId(ids.next());

        happens(warmReply(lead));

        assertThat(opened()).isEqualTo(1);
    }

    @Test
    void a_lead_that_has_a_deal_gets_no_second_one() {
        var lead = new LeadId(ids.next());
        cerniq.negotiations()
                .open(tenant, People.REP, "by hand", OpenNegotiation.with(lead, Goods.COMPANY))
                .get();
        var before = opened();

        happens(warmReply(lead));

        assertThat(opened()).isEqualTo(before);
        assertThat(cerniq.events().deadLetters(tenant, 10)).isEmpty();
    }

    @Test
    void who_wants_to_be_called_is_somebodys_task() {
        happens(new CallbackRequested(
                new LeadId(ids.next()), Optional.empty(), ContactChannel.WHATSAPP, Optional.empty()));

        assertThat(tasks())
                .extracting(task -> task.topic().kind(), HumanTask::role)
                .containsExactly(tuple(HumanTaskKind.ESCALATION, Role.SALES_REP));
    }

    @Test
    void a_discount_that_waits_is_a_task_for_who_may_decide() {
        happens(waiting("17", DiscountTier.MANAGER));
        happens(waiting("35", DiscountTier.DIRECTOR));

        assertThat(tasks()).extracting(HumanTask::role).containsExactlyInAnyOrder(Role.SALES_MANAGER, Role.DIRECTOR);
        assertThat(tasks()).extracting(HumanTask::priority).containsExactlyInAnyOrder(Urgency.MEDIUM, Urgency.HIGH);
    }

    @Test
    void an_impatient_customer_is_a_task_and_a_patient_one_is_not() {
        happens(new UrgencyDetected(deal(), ids.next(), Urgency.MEDIUM));
        assertThat(tasks()).isEmpty();

        happens(new UrgencyDetected(deal(), ids.next(), Urgency.HIGH));

        assertThat(tasks()).hasSize(1);
    }

    @Test
    void a_deal_without_a_model_is_to_be_taken_over_and_one_with_another_model_is_not() {
        happens(new FallbackTriggered(deal(), "first", Optional.of("second"), "timeout"));
        assertThat(tasks()).isEmpty();

        happens(new FallbackTriggered(deal(), "second", Optional.empty(), "timeout"));

        assertThat(tasks()).extracting(task -> task.topic().kind()).containsExactly(HumanTaskKind.TAKEOVER);
    }

    @Test
    void a_refused_e_invoice_is_an_accountants_task() {
        happens(new EInvoiceEvent.Rejected(deal(), ids.next(), "FCT 7", List.of("BR-RO-100")));

        assertThat(tasks())
                .extracting(task -> task.topic().kind(), HumanTask::role)
                .containsExactly(tuple(HumanTaskKind.DOCUMENT_REVIEW, Role.ACCOUNTANT));
    }

    @Test
    void a_near_legal_deadline_is_told_by_every_way() {
        happens(new EInvoiceEvent.DeadlineCritical(
                deal(), Optional.empty(), "FCT 7", clock.instant().plus(Duration.ofDays(1))));

        assertThat(told)
                .filteredOn(note -> note.type() == Notification.Type.SPV_DEADLINE_CRITICAL)
                .singleElement()
                .satisfies(note -> assertThat(note.channels()).hasSize(Notification.Channel.values().length));
    }

    @Test
    void a_saga_that_is_stuck_is_a_task() {
        happens(new SagaStuck(ids.next(), "completion", deal(), "CREATE_INVOICE", "OBLIO_REFUSED"));

        assertThat(tasks()).extracting(task -> task.topic().kind()).containsExactly(HumanTaskKind.SAGA_STUCK);
    }

    @Test
    void a_partner_that_is_left_alone_is_told() {
        happens(new CircuitOpened("OBLIO", Percentage.of("60"), 10, clock.instant()));

        assertThat(told).extracting(Notification::type).contains(Notification.Type.CIRCUIT_BREAKER_OPEN);
    }

    @Test
    void what_fails_too_often_parks_the_automation_which_is_a_task() {
        cerniq.automation().bound(tenant, new SafetyBound(Signal.FAILURE, 2, Duration.ofMinutes(10)));

        for (var i = 0; i < 3; i++) {
            happens(new EventDeadLettered(ids.next(), "negotiation.created", 1, "books", 5, "no"));
        }
        cerniq.runtime().runDue();

        assertThat(cerniq.automation().parked(tenant)).isPresent();
        assertThat(tasks()).extracting(task -> task.topic().subjectKind()).contains("tenant");
    }

    @Test
    void messages_are_counted_against_their_bound() {
        cerniq.automation().bound(tenant, new SafetyBound(Signal.MESSAGE, 1, Duration.ofMinutes(10)));

        happens(new ChannelEvent.EmailSent(deal(), ids.next(), ContentHash.of(List.of("text 1")), "message 1"));
        happens(new ChannelEvent.EmailSent(deal(), ids.next(), ContentHash.of(List.of("text 2")), "message 2"));

        assertThat(cerniq.automation().parked(tenant)).isPresent();
    }

    @Test
    void the_same_event_delivered_again_asks_the_same_question() {
        happens(new SagaStuck(ids.next(), "completion", deal(), "CREATE_INVOICE", "OBLIO_REFUSED"));
        var consumer = Reactions.SAGA_STUCK.consumer();
        var all = new EventArchive.Span(
                Optional.empty(),
                clock.instant().minusSeconds(60),
                clock.instant().plusSeconds(60));

        cerniq.events()
                .replay(tenant, People.MANAGER, consumer, all, "for the test")
                .get();
        cerniq.runtime().runDue();

        assertThat(tasks()).hasSize(1);
    }

    @Test
    void without_partners_no_saga_is_begun_by_a_deal_that_closes() {
        happens(new NegotiationNews.StateChanged(
                deal(),
                NegotiationState.NEGOTIATION,
                NegotiationState.CLOSING,
                TransitionTrigger.USER_ACTION,
                By.of(ActorRef.of(People.REP)),
                7));

        assertThat(cerniq.events().deadLetters(tenant, 10)).isEmpty();
    }

    private WarmReply warmReply(LeadId lead) {
        return new WarmReply(
                lead,
                Optional.empty(),
                ContactChannel.WHATSAPP,
                "message",
                new ConversationContext(4, 60, Optional.empty()));
    }

    private DiscountPendingApproval waiting(String percent, DiscountTier tier) {
        return new DiscountPendingApproval(
                deal(),
                new DiscountRequestId(ids.next()),
                tier,
                Percentage.of(percent),
                clock.instant().plus(Duration.ofHours(1)));
    }

    private NegotiationId deal() {
        return new NegotiationId(tenant, ids.next());
    }

    private void happens(EventPayload payload) {
        announcing.tell(tenant, new Subject(Subject.Kind.NEGOTIATION, ids.next().toString()), payload, Priority.NORMAL);
        cerniq.runtime().runDue();
        clock.move(Duration.ofMillis(1));
    }

    /** How many deals the tenant's own events speak of. */
    private long opened() {
        var span = new EventArchive.Span(
                Optional.empty(),
                clock.instant().minusSeconds(3_600),
                clock.instant().plusSeconds(60));
        cerniq.runtime().runDue();
        cerniq.events().archive(Duration.ofMinutes(-1)); // what was delivered just now, too
        return storage.eventArchive().find(tenant, span, 1_000).stream()
                .filter(message -> message.type().equals(EventType.NEGOTIATION_CREATED.word()))
                .map(message -> UUID.fromString(message.subject().id()))
                .collect(Collectors.toSet())
                .size();
    }

    private List<HumanTask> tasks() {
        return cerniq.tasks().open(tenant, Optional.empty(), 100);
    }
}

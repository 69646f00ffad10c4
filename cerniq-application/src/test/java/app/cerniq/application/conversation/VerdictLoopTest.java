package app.cerniq.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.ConversationStatus;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.conversation.Origin;
import app.cerniq.domain.conversation.SafeReply;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.domain.conversation.TurnStatus;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.ports.conversation.ModelAnswer;
import app.cerniq.ports.conversation.ModelAnswer.ToolWish;
import app.cerniq.ports.guardrail.TextGate;
import app.cerniq.testkit.conversation.ScriptedModel;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictLoopTest {

    private static Outcome<ModelAnswer> gone() {
        return new Outcome.Unavailable<>(Failure.of("AI_CIRCUIT_OPEN", "Nobody answers.", Instant.EPOCH));
    }

    private static List<HumanTask> takeovers(TalkDesk desk) {
        return desk.cerniq.tasks().open(desk.tenant, Optional.empty(), 100).stream()
                .filter(task -> task.topic().kind() == HumanTaskKind.TAKEOVER)
                .toList();
    }

    @Test
    void a_true_answer_leaves_with_the_rows_behind_it() {
        var desk = new TalkDesk(ScriptedModel.saying(TalkDesk.TRUE_TEXT));
        var id = desk.asked("How much is urea?");

        var sent = (Reply.Sent) desk.answer(id).get();

        assertThat(sent.message().text()).isEqualTo(TalkDesk.TRUE_TEXT);
        assertThat(desk.cerniq.conversations().evidence(sent.message().id())).hasSize(2);
        assertThat(desk.cerniq.conversations().outgoing(sent.message().id()).get())
                .isEqualTo(sent.message());
        assertThat(desk.told())
                .contains(
                        "ai.message.received",
                        "ai.response.generated",
                        "guardrail.price.passed",
                        "guardrail.all.passed",
                        "ai.response.approved",
                        "channel.routed");
    }

    @Test
    void an_untrue_answer_is_written_again_with_what_was_wrong() {
        var model = ScriptedModel.saying("The price is 1 RON.", TalkDesk.TRUE_TEXT);
        var desk = new TalkDesk(model);
        var id = desk.asked("How much is urea?");

        assertThat(desk.answer(id).get()).isInstanceOf(Reply.Sent.class);

        assertThat(model.asked().get(1).feedback()).extracting(Violation::given).containsExactly("1");
        assertThat(desk.cerniq.conversations().flaws(id))
                .extracting(Flaw::resolution)
                .containsExactly(Optional.of(Flaw.Resolution.REGENERATED));
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER, Origin.AUTOMATED);
        assertThat(desk.told()).contains("guardrail.regenerate", "guardrail.compliance.failed", "ai.response.rejected");
    }

    @Test
    void four_untrue_answers_call_a_person() {
        var model =
                ScriptedModel.saying("It is 1 RON.", "It is 2 RON.", "It is 3 RON.", "It is 4 RON.", "It is 5 RON.");
        var desk = new TalkDesk(model);
        var id = desk.asked("How much is urea?");

        assertThat(desk.answer(id).get()).isEqualTo(new Reply.TakenOver("MAX_GUARDRAIL_REGENERATIONS"));

        assertThat(model.asked()).hasSize(4);
        var conversation = desk.conversation(id);
        assertThat(conversation.status()).isEqualTo(ConversationStatus.HANDED_OFF);
        assertThat(conversation.turn().orElseThrow().status()).isEqualTo(TurnStatus.TAKEN_OVER);
        assertThat(desk.messages(id).get(1).text()).isEqualTo(SafeReply.in(Language.EN));
        var deal = desk.cerniq.negotiations().find(conversation.negotiation()).orElseThrow();
        assertThat(deal.isHumanControlled()).isTrue();
        assertThat(deal.control().aiEnabled()).isFalse();
        assertThat(takeovers(desk))
                .singleElement()
                .satisfies(task -> assertThat(Duration.between(task.openedAt(), task.dueAt()))
                        .isEqualTo(Duration.ofMinutes(15)));
        assertThat(desk.told()).contains("hitl.takeover");
    }

    @Test
    void a_model_that_repeats_itself_is_not_asked_again() {
        var model = ScriptedModel.saying("It is 1 RON.");
        var desk = new TalkDesk(model);
        var id = desk.asked("How much is urea?");

        assertThat(desk.answer(id).get()).isEqualTo(new Reply.TakenOver("SAME_VIOLATION_REPEATED"));

        assertThat(model.asked()).hasSize(2);
        assertThat(desk.cerniq.conversations().flaws(id))
                .extracting(Flaw::resolution)
                .containsExactly(Optional.of(Flaw.Resolution.REGENERATED), Optional.of(Flaw.Resolution.ESCALATED));
    }

    @Test
    void after_a_takeover_nothing_automated_leaves() {
        var desk = new TalkDesk(ScriptedModel.saying("It is 1 RON."));
        var id = desk.asked("How much is urea?");
        desk.answer(id).get();

        desk.hears(id, "Hello?");

        assertThat(desk.answer(id).get()).isEqualTo(new Reply.LeftToPerson());
        assertThat(desk.cerniq.conversations().goOn(desk.tenant, 10)).isZero();
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER, Origin.SAFE_REPLY, Origin.CUSTOMER);
    }

    @Test
    void where_a_person_has_the_deal_the_turn_is_theirs_without_a_word() {
        var desk = new TalkDesk(ScriptedModel.saying(TalkDesk.TRUE_TEXT));
        var id = desk.asked("How much is urea?");
        var deal = desk.conversation(id).negotiation();
        desk.cerniq
                .negotiations()
                .handOver(Ask.by(People.REP, deal, 1, "mine"), new HandOver(People.idOf(People.REP), "I know them"))
                .get();

        assertThat(desk.answer(id).get()).isEqualTo(new Reply.LeftToPerson());
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER);
        assertThat(desk.conversation(id).turn().orElseThrow().status()).isEqualTo(TurnStatus.TAKEN_OVER);
    }

    @Test
    void a_takeover_while_the_model_writes_is_noticed() {
        var holder = new ArrayList<TalkDesk>();
        var model = new ScriptedModel("slow").then(request -> {
            var desk = holder.get(0);
            desk.cerniq
                    .negotiations()
                    .handOver(
                            Ask.by(
                                    People.REP,
                                    request.deal().id(),
                                    request.deal().version(),
                                    "mine"),
                            new HandOver(People.idOf(People.REP), "I know them"))
                    .get();
            return new Outcome.Done<>(ScriptedModel.answer("slow", TalkDesk.TRUE_TEXT, "95", List.of()));
        });
        var desk = new TalkDesk(model);
        holder.add(desk);
        var id = desk.asked("How much is urea?");

        assertThat(desk.answer(id).get()).isEqualTo(new Reply.LeftToPerson());
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER);
    }

    @Test
    void the_second_model_is_asked_where_the_first_gives_no_answer() {
        var first = new ScriptedModel("grok").then(request -> gone());
        var second = new ScriptedModel("gpt").then(TalkDesk.TRUE_TEXT);
        var desk = new TalkDesk(first, second);
        var id = desk.asked("How much is urea?");

        var sent = (Reply.Sent) desk.answer(id).get();

        assertThat(sent.message().model()).contains("gpt");
        assertThat(desk.told()).contains("ai.fallback.triggered");
    }

    @Test
    void where_no_model_answers_a_person_is_called() {
        var first = new ScriptedModel("grok").then(request -> gone());
        var second = new ScriptedModel("gpt").then(request -> {
            throw new IllegalStateException("broken");
        });
        var desk = new TalkDesk(first, second);
        var id = desk.asked("How much is urea?");

        assertThat(desk.answer(id).get()).isEqualTo(new Reply.TakenOver("ALL_AI_MODELS_UNAVAILABLE"));
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER, Origin.SAFE_REPLY);
    }

    @Test
    void without_models_every_customer_gets_a_person() {
        var desk = new TalkDesk();
        var id = desk.asked("How much is urea?");

        assertThat(desk.answer(id).get()).isEqualTo(new Reply.TakenOver("ALL_AI_MODELS_UNAVAILABLE"));
        assertThat(takeovers(desk)).hasSize(1);
    }

    @Test
    void while_automation_is_parked_the_turn_waits() {
        var desk = new TalkDesk(ScriptedModel.saying(TalkDesk.TRUE_TEXT));
        var id = desk.asked("How much is urea?");
        desk.cerniq.automation().park(desk.tenant, People.MANAGER, "stop").get();

        assertThat(desk.answer(id).getLeft()).isEqualTo(new ConversationRefusal.Parked(desk.tenant));

        desk.cerniq.automation().resume(desk.tenant, People.MANAGER, "go on").get();
        assertThat(desk.cerniq.conversations().goOn(desk.tenant, 10)).isOne();
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER, Origin.AUTOMATED);
    }

    @Test
    void a_customer_who_writes_again_gets_one_answer_to_both() {
        var holder = new ArrayList<Runnable>();
        var model = new ScriptedModel("slow")
                .then(request -> {
                    holder.remove(0).run();
                    return new Outcome.Done<>(ScriptedModel.answer("slow", TalkDesk.TRUE_TEXT, "95", List.of()));
                })
                .then(TalkDesk.TRUE_TEXT);
        var desk = new TalkDesk(model);
        var id = desk.asked("How much is urea?");
        holder.add(() -> desk.hears(id, "And is there any?"));

        assertThat(desk.answer(id).getLeft()).isInstanceOf(ConversationRefusal.ConversationChanged.class);
        assertThat(desk.answer(id).get()).isInstanceOf(Reply.Sent.class);
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER, Origin.CUSTOMER, Origin.AUTOMATED);
    }

    @Test
    void a_turn_is_not_answered_twice() {
        var desk = new TalkDesk(ScriptedModel.saying(TalkDesk.TRUE_TEXT));
        var id = desk.asked("How much is urea?");
        desk.answer(id).get();

        assertThat(desk.answer(id).getLeft()).isInstanceOf(ConversationRefusal.NoOpenTurn.class);
    }

    @Test
    void a_process_that_dies_while_the_model_writes_leaves_a_turn_that_goes_on_with_one_attempt_less() {
        var model = new ScriptedModel("mortal")
                .then(request -> {
                    throw new Death();
                })
                .then("It is 2 RON.")
                .then("It is 3 RON.")
                .then("It is 4 RON.")
                .then(TalkDesk.TRUE_TEXT);
        var desk = new TalkDesk(model);
        var id = desk.asked("How much is urea?");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> desk.answer(id)))
                .isInstanceOf(Death.class);
        assertThat(desk.answer(id).getLeft()).isInstanceOf(ConversationRefusal.TurnBusy.class);
        assertThat(desk.cerniq.conversations().goOn(desk.tenant, 10)).isZero();

        desk.clock.move(Duration.ofMinutes(3));
        assertThat(desk.cerniq.conversations().goOn(desk.tenant, 10)).isOne();
        assertThat(model.asked()).hasSize(4);
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER, Origin.SAFE_REPLY);
    }

    /** The process ends: nothing of ours catches it. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void a_verdict_on_another_text_lets_nothing_leave() {
        TextGate fooled =
                (deal, text, at) -> new Verdict(Verdict.hash("something else"), List.of(), List.of(), List.of());
        var desk = new TalkDesk(new InMemoryStorage(), fooled, ScriptedModel.saying("Hello there, we can help you."));
        var id = desk.asked("How much is urea?");

        assertThat(desk.answer(id).get()).isInstanceOf(Reply.TakenOver.class);
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER, Origin.SAFE_REPLY);
    }

    @Test
    void a_tool_that_the_state_forbids_or_nobody_knows_is_refused_and_kept() {
        var model = new ScriptedModel("handy")
                .wanting(new ToolWish("create_proforma", "{}"), new ToolWish("rm -rf", ""))
                .then(TalkDesk.TRUE_TEXT);
        var desk = new TalkDesk(model);
        var id = desk.asked("How much is urea?");

        assertThat(desk.answer(id).get()).isInstanceOf(Reply.Sent.class);

        assertThat(desk.cerniq.conversations().toolCalls(id))
                .extracting(ToolCall::errorCode)
                .containsExactly(Optional.of("STATE_VIOLATION"), Optional.of("UNKNOWN_TOOL"));
        assertThat(model.asked().get(1).used()).hasSize(2);
        assertThat(desk.conversation(id).tally().toolCalls()).isEqualTo(2);
        assertThat(desk.told()).contains("ai.tool.called", "ai.tool.completed");
    }

    @Test
    void a_payment_plan_is_promised_once_a_person_has_approved_it() {
        var promise = "Yes, you can pay in three instalments.";
        var desk = new TalkDesk(ScriptedModel.saying(promise));
        var id = desk.asked("Can we pay in three instalments within 60 days?");
        var plan = desk.cerniq.conversations().plans(id).get(0);

        assertThat(desk.answer(id).get()).isInstanceOf(Reply.TakenOver.class);
        assertThat(desk.cerniq
                        .conversations()
                        .decidePlan(id, plan.id(), People.AGENT, true)
                        .getLeft())
                .isInstanceOf(ConversationRefusal.OnlyForPeople.class);
        assertThat(desk.cerniq
                        .conversations()
                        .decidePlan(id, plan.id(), People.MANAGER, true)
                        .isRight())
                .isTrue();
    }

    @Test
    void an_angry_customer_gets_a_person_besides() {
        var desk = new TalkDesk(ScriptedModel.saying(TalkDesk.TRUE_TEXT));
        var id = desk.begin(Language.EN);
        var reading = new app.cerniq.domain.conversation.Reading(
                -90,
                java.util.Set.of(app.cerniq.domain.conversation.Emotion.ANGER),
                app.cerniq.domain.conversation.Intent.COMPLAINT,
                false,
                app.cerniq.domain.shared.Percentage.of("90"));

        desk.cerniq
                .conversations()
                .receive(id, new Heard("This is a scandal!", Optional.of("wa-1"), Optional.of(reading)))
                .get();

        assertThat(desk.told()).contains("sentiment.analyzed", "urgency.detected");
    }

    @Test
    void a_message_that_is_delivered_twice_is_one_message() {
        var desk = new TalkDesk(ScriptedModel.saying(TalkDesk.TRUE_TEXT));
        var id = desk.begin(Language.EN);
        var first = desk.cerniq
                .conversations()
                .receive(id, Heard.of("Hello", "wa-1"))
                .get();

        assertThat(desk.cerniq
                        .conversations()
                        .receive(id, Heard.of("Hello", "wa-1"))
                        .get())
                .isEqualTo(first);
        assertThat(desk.messages(id)).containsExactly(first);
    }

    @Test
    void nobody_speaks_about_a_deal_of_another_tenant() {
        var desk = new TalkDesk(ScriptedModel.saying(TalkDesk.TRUE_TEXT));
        var deal = desk.deal();
        var stranger = new app.cerniq.domain.shared.TenantId(desk.ids.next());
        desk.cerniq.tenants().setUp(stranger, "Another");
        var theirs = new app.cerniq.domain.negotiation.NegotiationId(stranger, deal.value());

        assertThat(desk.cerniq
                        .conversations()
                        .open(
                                theirs,
                                app.cerniq.domain.runtime.event.ContactChannel.EMAIL,
                                Optional.empty(),
                                Language.RO)
                        .getLeft())
                .isEqualTo(new ConversationRefusal.UnknownDeal(theirs));
    }
}

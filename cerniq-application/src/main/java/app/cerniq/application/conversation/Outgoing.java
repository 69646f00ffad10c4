package app.cerniq.application.conversation;

import static io.vavr.control.Either.right;

import app.cerniq.application.approval.TaskOrder;
import app.cerniq.application.conversation.Judging.Judgement;
import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.approval.TaskSettlement;
import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.ConversationStatus;
import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.DraftId;
import app.cerniq.domain.conversation.DraftStatus;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.MessageId;
import app.cerniq.domain.conversation.Origin;
import app.cerniq.domain.conversation.PaymentPlan;
import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.conversation.Sending;
import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.guardrail.ViolationType;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.runtime.event.AiEvent;
import app.cerniq.domain.runtime.event.By;
import app.cerniq.domain.runtime.event.ChannelEvent;
import app.cerniq.domain.runtime.event.ContactChannel;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.GuardrailEvent;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.conversation.ConversationCommit;
import app.cerniq.ports.conversation.PlanQuestion;
import app.cerniq.ports.conversation.ReviewQuestion;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of a text that was judged: it leaves, waits for a person, or is rejected; and what is told of it. */
final class Outgoing {

    private static final ActorRef AGENT = ActorRef.of(Backing.AGENT);

    private final Backing backing;

    Outgoing(Backing backing) {
        this.backing = backing;
    }

    /** Whether a machine may speak in a deal at all. */
    boolean isAutomated(Negotiation deal) {
        return Sending.permitted(deal.id(), deal.control()).isRight();
    }

    /** A person has the deal: so has the conversation. */
    Either<ConversationRefusal, Reply> leaveToPerson(Conversation standing) {
        if (standing.status() == ConversationStatus.HANDED_OFF) {
            return right(new Reply.LeftToPerson());
        }
        var at = backing.now();
        return standing.handOff("A person has the deal.", at)
                .flatMap(next -> backing.conversations().commit(ConversationCommit.of(next), at))
                .map(next -> new Reply.LeftToPerson());
    }

    Either<ConversationRefusal, Reply> send(Attempt attempt, Judgement judgement) {
        var at = backing.now();
        var message = message(attempt, judgement.text(), at);
        return Sending.proven(message, judgement.verdict())
                .flatMap(sending -> attempt.begun()
                        .answer(sending, attempt.usage())
                        .flatMap(next -> backing.conversations()
                                .commit(
                                        ConversationCommit.of(next)
                                                .sending(sending)
                                                .flawed(warnings(attempt, judgement))
                                                .calling(attempt.calls(), List.of())
                                                .telling(backing.telling(next, sent(attempt, judgement, message), at)),
                                        at)))
                .peek(next -> Answering.countMessage(backing, next))
                .map(next -> new Reply.Sent(message));
    }

    private Message message(Attempt attempt, String text, Instant at) {
        var begun = attempt.begun();
        return new Message(
                new MessageId(begun.id().tenant(), backing.ids().next()),
                begun.id(),
                begun.nextNumber(),
                Origin.AUTOMATED,
                text,
                Language.of(text),
                attempt.turn().number(),
                attempt.turn().attempts(),
                Optional.of(attempt.call().model()),
                Optional.empty(),
                Optional.empty(),
                AGENT,
                at);
    }

    private List<Flaw> warnings(Attempt attempt, Judgement judgement) {
        return judgement.warnings().stream()
                .map(violation -> new Flaw(
                        backing.ids().next(),
                        attempt.begun().id(),
                        attempt.turn().number(),
                        attempt.turn().attempts(),
                        violation,
                        judgement.text(),
                        Optional.empty(),
                        backing.now()))
                .toList();
    }

    Either<ConversationRefusal, Reply> draft(Attempt attempt, Judgement judgement) {
        var at = backing.now();
        var question = new ReviewQuestion(attempt.begun().channel() == ContactChannel.WHATSAPP);
        var draft = new Draft(
                new DraftId(attempt.begun().id().tenant(), backing.ids().next()),
                attempt.begun().id(),
                attempt.turn().number(),
                attempt.turn().attempts(),
                judgement.text(),
                attempt.answer().confidence(),
                attempt.call().model(),
                String.join(" ", judgement.because().reasons()),
                at,
                at.plus(backing.policy().review(question).outcome()),
                DraftStatus.PENDING,
                Optional.empty(),
                Optional.empty());
        return attempt.begun()
                .drafted(attempt.usage())
                .flatMap(next -> backing.conversations()
                        .commit(
                                ConversationCommit.of(next)
                                        .drafting(draft)
                                        .flawed(warnings(attempt, judgement))
                                        .calling(attempt.calls(), List.of())
                                        .telling(backing.telling(next, generated(attempt, judgement), at)),
                                at))
                .peek(next -> askReview(draft))
                .map(next -> new Reply.Drafted(draft));
    }

    private void askReview(Draft draft) {
        backing.tasks().open(draft.id().tenant(), Clockwork.ACTOR, order(draft));
    }

    /** Whoever decided about a draft has done what was asked: the task says what became of it. */
    void reviewed(Draft draft) {
        var gone = new TaskSettlement(
                HumanTaskStatus.CANCELLED,
                ActorRef.of(Clockwork.ACTOR),
                Authority.NONE,
                backing.now(),
                Optional.empty(),
                "decided at the draft");
        backing.tasks()
                .find(draft.id().tenant(), DecidingDrafts.topic(draft))
                .filter(task -> task.status().isOpen())
                .ifPresent(task -> backing.tasks().settle(task.id(), gone));
    }

    private static TaskOrder order(Draft draft) {
        return new TaskOrder(
                DecidingDrafts.topic(draft), "An answer waits to be looked at", Urgency.HIGH, Role.SALES_REP);
    }

    /** What a person has to agree to, where a text proposes a payment plan. */
    Optional<PlanProposal> proposal(Conversation conversation, String text, boolean fromCustomer, Instant at) {
        return PaymentPlan.in(text)
                .map(plan -> new PlanProposal(
                        backing.ids().next(),
                        conversation.id(),
                        plan,
                        fromCustomer,
                        backing.policy().plan(PlanQuestion.of(plan)).outcome(),
                        Optional.empty(),
                        at));
    }

    /** A verdict that passed, but does not bear every claim out: refused all the same (I5). */
    Judgement unproven(Judgement judgement) {
        var violation = new Violation(
                ViolationType.HALLUCINATION_DETECTED,
                "CLAIM_WITHOUT_ROW",
                Severity.CRITICAL,
                Optional.empty(),
                Writing.cut(judgement.text(), 200),
                "a text in which every claim has a row behind it",
                Optional.empty(),
                new RuleName("I5 no claim leaves without a row"));
        var all = new ArrayList<>(judgement.violations());
        all.add(violation);
        return new Judgement(judgement.text(), judgement.verdict(), all, judgement.release(), judgement.because());
    }

    private List<EventPayload> generated(Attempt attempt, Judgement judgement) {
        var deal = attempt.begun().negotiation();
        var news = new ArrayList<EventPayload>();
        if (attempt.fallback()) {
            news.add(new AiEvent.FallbackTriggered(
                    deal,
                    backing.models().isEmpty()
                            ? "none"
                            : backing.models().get(0).name(),
                    Optional.of(attempt.call().model()),
                    "the first model gave no answer"));
        }
        news.add(new AiEvent.ResponseGenerated(
                attempt.response(),
                deal,
                judgement.verdict().text(),
                (int) Math.min(Integer.MAX_VALUE, attempt.usage().tokens()),
                attempt.call().model(),
                GuardrailNews.figures(judgement.verdict().claims())));
        news.addAll(GuardrailNews.checks(attempt.response(), deal, judgement.violations()));
        return news;
    }

    private List<EventPayload> sent(Attempt attempt, Judgement judgement, Message message) {
        var deal = attempt.begun().negotiation();
        var news = new ArrayList<>(generated(attempt, judgement));
        news.add(
                new GuardrailEvent.AllPassed(attempt.response(), deal, true, GuardrailNews.told(judgement.warnings())));
        news.add(new AiEvent.ResponseApproved(attempt.response(), deal, message.hash(), By.of(AGENT)));
        news.add(new ChannelEvent.Routed(
                deal, message.id().value(), attempt.begun().channel(), "the channel of the conversation"));
        return news;
    }

    /** What is told of a text that must not leave. */
    List<EventPayload> rejected(Attempt attempt, Judgement judgement, boolean isWrittenAgain) {
        var deal = attempt.begun().negotiation();
        var news = new ArrayList<>(generated(attempt, judgement));
        if (isWrittenAgain) {
            news.add(new GuardrailEvent.Regenerate(
                    attempt.response(),
                    deal,
                    false,
                    GuardrailNews.told(judgement.violations()),
                    Optional.of(attempt.turn().attempts())));
        }
        news.add(new AiEvent.ResponseRejected(
                attempt.response(),
                deal,
                judgement.verdict().text(),
                By.of(ActorRef.of(Clockwork.ACTOR)),
                judgement.violations().stream()
                        .map(Violation::check)
                        .findFirst()
                        .orElse("REFUSED")));
        return news;
    }
}

package app.cerniq.application.conversation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.conversation.CallingPerson.Found;
import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationId;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.ConversationStatus;
import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.DraftId;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.MessageId;
import app.cerniq.domain.conversation.Origin;
import app.cerniq.domain.conversation.Sending;
import app.cerniq.domain.conversation.Usage;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.runtime.event.AiEvent;
import app.cerniq.domain.runtime.event.By;
import app.cerniq.domain.runtime.event.ChannelEvent;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.conversation.ConversationCommit;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers of models that a person looks at before they leave. Whatever a person lets go is examined again: warnings are
 * theirs to judge, what refuses a text refuses it here too. Thread-safe; holds no state of its own.
 */
public final class DraftDesk {

    /** A person is sure of what they let go. */
    private static final Percentage SURE = Percentage.HUNDRED;

    private static final int PAGE = 500;

    private final Backing backing;
    private final Judging judging;
    private final CallingPerson person;
    private final Outgoing outgoing;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public DraftDesk(Backing backing) {
        this.backing = backing;
        this.judging = new Judging(backing.gate(), backing.policy(), backing.conversations());
        this.person = new CallingPerson(backing);
        this.outgoing = new Outgoing(backing);
    }

    /** What left, and what the person who let it go should know. */
    public record Released(Message message, List<Violation> warnings) {
        public Released {
            warnings = List.copyOf(warnings);
        }
    }

    /** Drafts that wait, those that expire first; at most {@code limit}, 1 to 10,000. */
    public List<Draft> pending(TenantId tenant, int limit) {
        return backing.conversations().pending(tenant, limit);
    }

    /** The draft as it stands; empty where the tenant has none of that id. */
    public Optional<Draft> find(DraftId id) {
        return backing.conversations().draft(id);
    }

    /** Every draft of a conversation, oldest first. */
    public List<Draft> of(ConversationId id) {
        return backing.conversations().drafts(id);
    }

    /** Lets it go as it is. */
    public Either<ConversationRefusal, Released> approve(DraftId id, Actor by, String reason) {
        return existing(id).flatMap(draft -> release(draft, draft.original(), by, reason));
    }

    /** Lets it go with other words. */
    public Either<ConversationRefusal, Released> edit(DraftId id, Actor by, String text, String reason) {
        return existing(id).flatMap(draft -> release(draft, text, by, reason));
    }

    private Either<ConversationRefusal, Released> release(Draft draft, String text, Actor by, String reason) {
        var at = backing.now();
        return draft.send(Writing.clean(text), by, reason, at)
                .flatMap(decided -> backing.existing(draft.conversation())
                        .flatMap(standing -> examined(standing, decided, by, at)));
    }

    private Either<ConversationRefusal, Released> examined(Conversation standing, Draft decided, Actor by, Instant at) {
        if (standing.status() == ConversationStatus.HANDED_OFF) {
            return left(new ConversationRefusal.HumanHasIt(standing.negotiation()));
        }
        var judgement = judging.judge(standing, decided.sent().orElseThrow(), SURE, true, at);
        var refusing = judgement.violations().stream()
                .filter(violation -> violation.severity().refuses())
                .toList();
        if (!refusing.isEmpty()) {
            note(standing, decided, refusing, at);
            return left(new ConversationRefusal.TextRefused(refusing));
        }
        var message = message(standing, decided, by, at);
        return Sending.proven(message, judgement.verdict())
                .flatMap(sending -> standing.answer(sending, Usage.NONE)
                        .flatMap(next -> backing.conversations()
                                .commit(
                                        ConversationCommit.of(next)
                                                .sending(sending)
                                                .drafting(decided)
                                                .telling(backing.telling(next, sent(next, message, by), at)),
                                        at)))
                .peek(next -> Answering.countMessage(backing, next))
                .peek(next -> outgoing.reviewed(decided))
                .map(next -> new Released(message, judgement.warnings()));
    }

    /** What a person tried to send is kept beside what models tried; the draft waits on. */
    private void note(Conversation standing, Draft draft, List<Violation> violations, Instant at) {
        var flaws = violations.stream()
                .map(violation -> new Flaw(
                        backing.ids().next(),
                        standing.id(),
                        draft.turn(),
                        0,
                        violation,
                        Writing.kept(draft.sent().orElse("")),
                        Optional.of(Flaw.Resolution.BLOCKED),
                        at))
                .toList();
        backing.conversations().commit(ConversationCommit.of(standing.touched()).flawed(flaws), at);
    }

    private Message message(Conversation standing, Draft draft, Actor by, Instant at) {
        return new Message(
                new MessageId(standing.id().tenant(), backing.ids().next()),
                standing.id(),
                standing.nextNumber(),
                Origin.REVIEWED,
                draft.sent().orElseThrow(),
                Language.of(draft.sent().orElseThrow()),
                draft.turn(),
                draft.attempt(),
                Optional.of(draft.model()),
                Optional.empty(),
                Optional.empty(),
                ActorRef.of(by),
                at);
    }

    private static List<EventPayload> sent(Conversation next, Message message, Actor by) {
        var deal = next.negotiation();
        var id = message.id().value();
        return List.of(
                new AiEvent.ResponseApproved(id, deal, message.hash(), By.of(ActorRef.of(by))),
                new ChannelEvent.Routed(deal, id, next.channel(), "a person let it go"));
    }

    /** It must not leave; the customer is told that a person will answer, and one is called. */
    public Either<ConversationRefusal, Reply> reject(DraftId id, Actor by, String reason) {
        return existing(id)
                .flatMap(draft -> draft.reject(by, reason, backing.now()))
                .flatMap(rejected -> giveUp(rejected, ActorRef.of(by), "DRAFT_REJECTED"));
    }

    /**
     * Gives up drafts that nobody looked at in time: a person is called instead.
     *
     * @return how many there were
     */
    public int expire(TenantId tenant) {
        var at = backing.now();
        var clockwork = ActorRef.of(Clockwork.ACTOR);
        return (int) backing.conversations().pending(tenant, PAGE).stream()
                .filter(draft -> !at.isBefore(draft.expiresAt()))
                .filter(draft -> draft.expire(clockwork, at)
                        .flatMap(expired -> giveUp(expired, clockwork, "DRAFT_EXPIRED"))
                        .isRight())
                .count();
    }

    /** The draft is closed; where its turn still waits for it, a person is called. */
    private Either<ConversationRefusal, Reply> giveUp(Draft closed, ActorRef by, String reason) {
        var at = backing.now();
        return backing.existing(closed.conversation()).flatMap(standing -> {
            var waiting = standing.draftFailed()
                    .filter(it -> it.turn().orElseThrow().number() == closed.turn())
                    .flatMap(Either::toOption);
            var next = waiting.getOrElse(standing::touched);
            List<EventPayload> news = List.of(new AiEvent.ResponseRejected(
                    closed.id().value(), next.negotiation(), closed.originalHash(), By.of(by), reason));
            return backing.conversations()
                    .commit(ConversationCommit.of(next).drafting(closed).telling(backing.telling(next, news, at)), at)
                    .peek(kept -> outgoing.reviewed(closed))
                    .flatMap(kept -> waiting.isDefined()
                            ? person.call(kept, reason, Found.NOTHING)
                            : right(new Reply.LeftToPerson()));
        });
    }

    private Either<ConversationRefusal, Draft> existing(DraftId id) {
        return backing.conversations()
                .draft(id)
                .<Either<ConversationRefusal, Draft>>map(Either::right)
                .orElseGet(() -> left(new ConversationRefusal.UnknownDraft(id)));
    }
}

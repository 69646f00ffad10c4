package app.cerniq.application.conversation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.approval.TaskOrder;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.MessageId;
import app.cerniq.domain.conversation.ModelCall;
import app.cerniq.domain.conversation.Origin;
import app.cerniq.domain.conversation.SafeReply;
import app.cerniq.domain.conversation.Sending;
import app.cerniq.domain.conversation.Turn;
import app.cerniq.domain.conversation.TurnStatus;
import app.cerniq.domain.conversation.Usage;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.runtime.event.ChannelEvent;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.HitlEvent;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.UserId;
import app.cerniq.ports.conversation.ConversationCommit;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A person takes over. First the conversation is handed off, together with the safe reply, and from that commit on nothing
 * automated leaves; then the deal is handed over; then somebody gets a task; then the turn is closed. Each step finds what
 * the one before did, so whoever comes after a crash goes on where it stopped.
 */
final class CallingPerson {

    private static final int ATTEMPTS = 10;

    /** A deal that nobody is in charge of is handed to nobody in particular: the task finds somebody. */
    private static final UserId ANYBODY = new UserId(new UUID(0, 0));

    private final Backing backing;

    CallingPerson(Backing backing) {
        this.backing = backing;
    }

    /** What is written together with the hand-off. */
    record Found(List<Flaw> flaws, List<ModelCall> calls, Usage usage, List<EventPayload> news) {

        static final Found NOTHING = new Found(List.of(), List.of(), Usage.NONE, List.of());
    }

    /** Hands the conversation off with the safe reply, and then calls somebody. */
    Either<ConversationRefusal, Reply> call(Conversation conversation, String reason, Found found) {
        var standing = conversation;
        var withReply = true;
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var announced = handOff(standing, reason, found, withReply);
            if (announced.isRight()) {
                return finish(announced.get());
            }
            if (announced.getLeft() instanceof ConversationRefusal.HumanHasIt
                    || announced.getLeft() instanceof ConversationRefusal.Parked) {
                withReply = false;
            } else if (!(announced.getLeft() instanceof ConversationRefusal.ConversationChanged)) {
                return left(announced.getLeft());
            }
            var again =
                    backing.conversations().find(conversation.id()).filter(now -> turnOf(now) == turnOf(conversation));
            if (again.isEmpty()) {
                return left(announced.getLeft());
            }
            standing = again.get();
        }
        return left(new ConversationRefusal.ConversationChanged(conversation.id()));
    }

    private static int turnOf(Conversation conversation) {
        return conversation.turn().map(Turn::number).orElse(0);
    }

    private Either<ConversationRefusal, Conversation> handOff(
            Conversation conversation, String reason, Found found, boolean withReply) {
        var at = backing.now();
        var reply = Optional.of(conversation).filter(it -> withReply).map(this::safeReply);
        return conversation.callPerson(reply, reason, found.usage(), at).flatMap(next -> {
            var news = new ArrayList<>(found.news());
            reply.ifPresent(message -> news.add(new ChannelEvent.Routed(
                    next.negotiation(), message.id().value(), next.channel(), "a person takes over")));
            var commit = ConversationCommit.of(next)
                    .flawed(found.flaws())
                    .calling(found.calls(), List.of())
                    .telling(backing.telling(next, news, at));
            var whole = reply.map(message -> commit.sending(new Sending(message, Optional.empty())))
                    .orElse(commit);
            return backing.conversations().commit(whole, at);
        });
    }

    private Message safeReply(Conversation conversation) {
        return new Message(
                new MessageId(conversation.id().tenant(), backing.ids().next()),
                conversation.id(),
                conversation.nextNumber(),
                Origin.SAFE_REPLY,
                SafeReply.in(conversation.language()),
                Optional.of(conversation.language()),
                conversation.turn().orElseThrow().number(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ActorRef.of(Clockwork.ACTOR),
                backing.now());
    }

    /** Goes on with a takeover that began: by this call or by one that died. */
    Either<ConversationRefusal, Reply> finish(Conversation handedOff) {
        var reason = handedOff.handOff().map(Conversation.HandOff::reason).orElse("TAKEOVER");
        if (!isHandedOver(handedOff, reason)) {
            return left(new ConversationRefusal.ConversationChanged(handedOff.id()));
        }
        var task = backing.tasks()
                .open(handedOff.id().tenant(), Clockwork.ACTOR, order(handedOff))
                .map(opened -> opened.id().value());
        var at = backing.now();
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var standing = backing.conversations().find(handedOff.id()).orElse(handedOff);
            if (standing.turn()
                    .filter(turn -> turn.status() == TurnStatus.TAKING_OVER)
                    .isEmpty()) {
                return right(new Reply.TakenOver(reason)); // somebody else finished it
            }
            var done = standing.personCalled().flatMap(next -> {
                List<EventPayload> news = task.map(id -> List.<EventPayload>of(
                                new HitlEvent.Takeover(id, next.negotiation(), Optional.empty(), reason)))
                        .getOrElse(List.of());
                var commit = ConversationCommit.of(next).telling(backing.telling(next, news, at));
                return backing.conversations().commit(commit, at);
            });
            if (done.isRight() || !(done.getLeft() instanceof ConversationRefusal.ConversationChanged)) {
                return done.map(next -> new Reply.TakenOver(reason));
            }
        }
        return left(new ConversationRefusal.ConversationChanged(handedOff.id()));
    }

    /** Switches automation off for the deal, unless a person has it. */
    private boolean isHandedOver(Conversation conversation, String reason) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var deal = backing.deals().find(conversation.negotiation());
            if (deal.isEmpty() || deal.get().isHumanControlled()) {
                return true;
            }
            var answer = backing.deals().handOver(ask(conversation, deal.get()), order(deal.get(), reason));
            if (answer.isRight() || answer.getLeft() instanceof NegotiationRefusal.ControlUnchanged) {
                return true;
            }
        }
        return false;
    }

    private static Ask ask(Conversation conversation, Negotiation deal) {
        var turn = conversation.turn().orElseThrow().number();
        var key = "takeover " + conversation.id() + " " + turn + " " + deal.version();
        return Ask.by(Clockwork.ACTOR, deal.id(), deal.version(), key);
    }

    private static HandOver order(Negotiation deal, String reason) {
        return new HandOver(deal.assignment().user().orElse(ANYBODY), reason);
    }

    private static TaskOrder order(Conversation conversation) {
        var topic = new TaskTopic(
                HumanTaskKind.TAKEOVER,
                "negotiation",
                conversation.negotiation().value().toString(),
                "conversation " + conversation.id() + " turn "
                        + conversation.turn().orElseThrow().number());
        return new TaskOrder(topic, "Take the conversation over", Urgency.HIGH, Role.SALES_MANAGER);
    }
}

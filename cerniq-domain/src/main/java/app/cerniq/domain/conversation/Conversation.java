package app.cerniq.domain.conversation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.ContactChannel;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is said about one deal on one channel. A value: every decision gives the next one, and at most one turn is open.
 *
 * @param version 1 when it is opened, one more with every change
 * @param channel {@code WHATSAPP} or {@code EMAIL}
 * @param thread what the channel calls it; 1 to 200 characters
 * @param language in which the customer writes, as far as it is known
 * @param turn the last one; empty before the first
 * @param handOff why a person has it
 */
public record Conversation(
        ConversationId id,
        long version,
        NegotiationId negotiation,
        LeadId lead,
        ContactChannel channel,
        Optional<String> thread,
        ConversationStatus status,
        Language language,
        Tally tally,
        Optional<Turn> turn,
        Optional<HandOff> handOff,
        Instant startedAt,
        Instant lastMessageAt) {

    /**
     * A person took over.
     *
     * @param reason 1 to 200 characters, for example {@code MAX_GUARDRAIL_REGENERATIONS}
     */
    public record HandOff(String reason, Instant at) {
        public HandOff {
            if (reason.isBlank() || reason.length() > 200) {
                throw new IllegalArgumentException("A reason has 1 to 200 characters.");
            }
        }
    }

    public Conversation {
        if (!id.tenant().equals(negotiation.tenant())) {
            throw new IllegalArgumentException("A conversation and its deal belong to one tenant.");
        }
        if (channel == ContactChannel.PHONE) {
            throw new IllegalArgumentException(
                    "A conversation is written; what is said by telephone is not kept here.");
        }
        thread.filter(name -> name.isBlank() || name.length() > 200).ifPresent(bad -> {
            throw new IllegalArgumentException("A thread has 1 to 200 characters.");
        });
    }

    /** A new conversation. */
    public static Conversation open(
            ConversationId id,
            NegotiationId negotiation,
            LeadId lead,
            ContactChannel channel,
            Optional<String> thread,
            Language language,
            Instant at) {
        return new Conversation(
                id,
                1,
                negotiation,
                lead,
                channel,
                thread,
                ConversationStatus.ACTIVE,
                language,
                Tally.NONE,
                Optional.empty(),
                Optional.empty(),
                at,
                at);
    }

    /** The number of the next message. */
    public int nextNumber() {
        return tally.messages() + 1;
    }

    /** The number that a turn would have which the next message opens; 0 where it would open none. */
    public int nextTurn() {
        return status == ConversationStatus.ACTIVE ? turn.map(Turn::number).orElse(0) + 1 : 0;
    }

    /**
     * The customer wrote. A message opens a turn while automation answers; the turn before it, if still open, is superseded,
     * and the answer of a model to it will not leave.
     */
    public Either<ConversationRefusal, Conversation> receive(Message message) {
        if (status == ConversationStatus.COMPLETED) {
            return left(new ConversationRefusal.NotActive(id, status));
        }
        var opened = nextTurn() == 0 ? turn : Optional.of(Turn.opened(nextTurn(), message.id()));
        return right(
                with(status, message.language().orElse(language), tally.plus(message), opened, handOff, message.at()));
    }

    /** Messages of an earlier stage, before anything else was said (B31). */
    public Either<ConversationRefusal, Conversation> importHistory(List<Message> messages) {
        if (tally.messages() > 0) {
            return left(new ConversationRefusal.HistoryTooLate(id, tally.messages()));
        }
        var all = tally;
        var spoken = language;
        for (var message : messages) {
            all = all.plus(message);
            spoken = message.role() == MessageRole.USER ? message.language().orElse(spoken) : spoken;
        }
        return right(with(status, spoken, all, turn, handOff, lastMessageAt));
    }

    /** A person writes to the customer. An open turn is answered by it. */
    public Either<ConversationRefusal, Conversation> say(Message message) {
        if (status == ConversationStatus.COMPLETED) {
            return left(new ConversationRefusal.NotActive(id, status));
        }
        var answered = turn.map(
                it -> it.status().isOpen() && it.status() != TurnStatus.TAKING_OVER ? it.as(TurnStatus.ANSWERED) : it);
        return right(with(status, language, tally.plus(message), answered, handOff, message.at()));
    }

    /** Somebody begins to work on the open turn; counted before a model is asked. */
    public Either<ConversationRefusal, Conversation> beginAttempt(Instant at, Duration within) {
        return open(TurnStatus.OPEN).flatMap(it -> {
            if (it.isBusyAt(at)) {
                return left(new ConversationRefusal.TurnBusy(
                        it.number(), it.busyUntil().orElseThrow()));
            }
            return it.hasAttemptsLeft()
                    ? right(with(it.begun(at.plus(within))))
                    : left(new ConversationRefusal.AttemptsUsedUp(it.number(), it.attempts()));
        });
    }

    /** The model used tools, and goes on with what it got. */
    public Either<ConversationRefusal, Conversation> usedTools(int calls, Usage usage) {
        return open(TurnStatus.OPEN).map(it -> counting(usage, calls).with(it.used(calls)));
    }

    /** What a model wrote must not leave; the turn remembers why. */
    public Either<ConversationRefusal, Conversation> attemptFailed(List<Violation> violations, Usage usage) {
        return open(TurnStatus.OPEN).map(it -> counting(usage, 0).with(it.failed(violations)));
    }

    /** What a model wrote waits for a person. */
    public Either<ConversationRefusal, Conversation> drafted(Usage usage) {
        return open(TurnStatus.OPEN).map(it -> counting(usage, 0).with(it.as(TurnStatus.DRAFTED)));
    }

    /** A draft was given back: the turn is to be taken over by a person. */
    public Either<ConversationRefusal, Conversation> draftFailed() {
        return open(TurnStatus.DRAFTED).map(it -> with(it.as(TurnStatus.OPEN)));
    }

    /** The answer leaves. */
    public Either<ConversationRefusal, Conversation> answer(Sending sending, Usage usage) {
        var message = sending.message();
        return open(message.origin() == Origin.REVIEWED ? TurnStatus.DRAFTED : TurnStatus.OPEN)
                .filterOrElse(
                        it -> it.number() == message.turn(),
                        it -> new ConversationRefusal.NoOpenTurn(id, message.turn()))
                .map(it -> {
                    var counted = counting(usage, 0);
                    return counted.with(
                            status,
                            language,
                            counted.tally.plus(message),
                            Optional.of(it.as(TurnStatus.ANSWERED)),
                            handOff,
                            message.at());
                });
    }

    /**
     * A person is called. From here on nothing automated leaves but the safe reply, which goes with this change.
     *
     * @param safeReply empty where a person has the deal already
     */
    public Either<ConversationRefusal, Conversation> callPerson(
            Optional<Message> safeReply, String reason, Usage usage, Instant at) {
        var standing = turn.filter(it -> it.status().isOpen());
        if (standing.isEmpty() || standing.get().status() == TurnStatus.TAKING_OVER) {
            return left(new ConversationRefusal.NoOpenTurn(
                    id, turn.map(Turn::number).orElse(0)));
        }
        var counted = counting(usage, 0);
        return right(counted.with(
                ConversationStatus.HANDED_OFF,
                language,
                safeReply.map(counted.tally::plus).orElse(counted.tally),
                Optional.of(standing.get().as(TurnStatus.TAKING_OVER)),
                Optional.of(new HandOff(reason, at)),
                safeReply.map(Message::at).orElse(lastMessageAt)));
    }

    /** A person was called: the deal is theirs, and there is a task. */
    public Either<ConversationRefusal, Conversation> personCalled() {
        return open(TurnStatus.TAKING_OVER).map(it -> with(it.as(TurnStatus.TAKEN_OVER)));
    }

    /** A person took the deal over by themselves. */
    public Either<ConversationRefusal, Conversation> handOff(String reason, Instant at) {
        if (status == ConversationStatus.COMPLETED || status == ConversationStatus.HANDED_OFF) {
            return left(new ConversationRefusal.NotActive(id, status));
        }
        var left = turn.map(it -> it.status().isOpen() ? it.as(TurnStatus.TAKEN_OVER) : it);
        return right(with(
                ConversationStatus.HANDED_OFF,
                language,
                tally,
                left,
                Optional.of(new HandOff(reason, at)),
                lastMessageAt));
    }

    /** Automation has it back, for what the customer writes from now on. */
    public Either<ConversationRefusal, Conversation> handBack() {
        if (status != ConversationStatus.HANDED_OFF
                || turn.filter(it -> it.status() == TurnStatus.TAKING_OVER).isPresent()) {
            return left(new ConversationRefusal.NotHandedOff(id, status));
        }
        return right(with(ConversationStatus.ACTIVE, language, tally, turn, Optional.empty(), lastMessageAt));
    }

    /** Messages are kept, and not answered for now. */
    public Either<ConversationRefusal, Conversation> pause() {
        return status == ConversationStatus.ACTIVE
                ? right(with(ConversationStatus.PAUSED, language, tally, turn, handOff, lastMessageAt))
                : left(new ConversationRefusal.NotActive(id, status));
    }

    /** It goes on. */
    public Either<ConversationRefusal, Conversation> resume() {
        return status == ConversationStatus.PAUSED
                ? right(with(ConversationStatus.ACTIVE, language, tally, turn, handOff, lastMessageAt))
                : left(new ConversationRefusal.NotPaused(id, status));
    }

    /** It is over. */
    public Either<ConversationRefusal, Conversation> complete() {
        if (status == ConversationStatus.COMPLETED) {
            return left(new ConversationRefusal.NotActive(id, status));
        }
        var left = turn.map(it -> it.status().isOpen() ? it.as(TurnStatus.SUPERSEDED) : it);
        return right(with(ConversationStatus.COMPLETED, language, tally, left, handOff, lastMessageAt));
    }

    /** The same with something beside it that was learned or decided. */
    public Conversation touched() {
        return with(status, language, tally, turn, handOff, lastMessageAt);
    }

    private Either<ConversationRefusal, Turn> open(TurnStatus wanted) {
        if (status == ConversationStatus.HANDED_OFF && wanted != TurnStatus.TAKING_OVER) {
            return left(new ConversationRefusal.HumanHasIt(negotiation));
        }
        if (status != ConversationStatus.ACTIVE && wanted != TurnStatus.TAKING_OVER) {
            return left(new ConversationRefusal.NotActive(id, status));
        }
        return turn.filter(it -> it.status() == wanted)
                .<Either<ConversationRefusal, Turn>>map(Either::right)
                .orElseGet(() -> left(new ConversationRefusal.NoOpenTurn(
                        id, turn.map(Turn::number).orElse(0))));
    }

    /** What was used up is known before the version that tells of it: no version of its own. */
    private Conversation counting(Usage usage, int calls) {
        return new Conversation(
                id,
                version,
                negotiation,
                lead,
                channel,
                thread,
                status,
                language,
                tally.plus(usage, calls),
                turn,
                handOff,
                startedAt,
                lastMessageAt);
    }

    private Conversation with(Turn next) {
        return with(status, language, tally, Optional.of(next), handOff, lastMessageAt);
    }

    private Conversation with(
            ConversationStatus nextStatus,
            Language nextLanguage,
            Tally nextTally,
            Optional<Turn> nextTurn,
            Optional<HandOff> nextHandOff,
            Instant nextMessageAt) {
        return new Conversation(
                id,
                version + 1,
                negotiation,
                lead,
                channel,
                thread,
                nextStatus,
                nextLanguage,
                nextTally,
                nextTurn,
                nextHandOff,
                startedAt,
                nextMessageAt);
    }
}

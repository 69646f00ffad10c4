package app.cerniq.application.conversation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationId;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.ConversationStatus;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.MessageId;
import app.cerniq.domain.conversation.ModelCall;
import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.conversation.Slot;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.ChannelEvent;
import app.cerniq.domain.runtime.event.ContactChannel;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.conversation.ConversationCommit;
import app.cerniq.ports.conversation.Evidence;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Everything that can be asked of conversations. What a machine says leaves only with a row behind every claim (I5), and
 * not after a person took over (I6). Thread-safe; holds no state of its own.
 */
public final class ConversationDesk {

    private static final int ATTEMPTS = 10;

    private final Backing backing;
    private final Answering answering;
    private final Hearing hearing;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public ConversationDesk(Backing backing) {
        this.backing = backing;
        this.answering = new Answering(backing);
        this.hearing = new Hearing(backing);
    }

    /**
     * The conversation of a deal on a channel; opened where there is none.
     *
     * @param channel {@code WHATSAPP} or {@code EMAIL}
     * @param thread what the channel calls it
     * @param language in which the customer is spoken to until they write themselves
     */
    public Either<ConversationRefusal, Conversation> open(
            NegotiationId negotiation, ContactChannel channel, Optional<String> thread, Language language) {
        if (channel == ContactChannel.PHONE) {
            return left(new ConversationRefusal.ChannelNotWritten(channel));
        }
        var tenant = negotiation.tenant();
        var deal = backing.deals().find(negotiation);
        if (deal.isEmpty()) {
            return left(
                    backing.storage().tenants().discountLimits(tenant).isEmpty()
                            ? new ConversationRefusal.UnknownConversationTenant(tenant)
                            : new ConversationRefusal.UnknownDeal(negotiation));
        }
        var id = new ConversationId(tenant, backing.ids().next());
        var fresh = Conversation.open(id, negotiation, deal.get().lead(), channel, thread, language, backing.now());
        return backing.conversations().open(fresh, List.of());
    }

    /** Takes over what was said in an earlier stage, before anything else is said here. */
    public Either<ConversationRefusal, Conversation> importHistory(ConversationId id, Actor by, List<Earlier> history) {
        return hearing.importHistory(id, by, history);
    }

    /**
     * Keeps what a customer wrote; a message that was received before is the answer to itself. It waits for {@link
     * #answer} then.
     */
    public Either<ConversationRefusal, Message> receive(ConversationId id, Heard heard) {
        return hearing.receive(id, heard);
    }

    /**
     * Answers what the customer wrote last: asks the models, examines what they write, and sends it, queues it for a person
     * or calls one. Takes as long as models take, and holds no transaction meanwhile.
     *
     * @return how it ended; or {@link ConversationRefusal.NoOpenTurn}, {@link ConversationRefusal.TurnBusy} where somebody
     *     else answers, {@link ConversationRefusal.Parked}, {@link ConversationRefusal.ConversationChanged} where the customer
     *     wrote again
     */
    public Either<ConversationRefusal, Reply> answer(ConversationId id) {
        return answering.answer(id);
    }

    /**
     * Goes on with turns that nobody works on: those that were just opened, and those whose process died.
     *
     * @param limit at most so many, 1 to 10,000
     * @return how many came to an end
     */
    public int goOn(TenantId tenant, int limit) {
        return (int) backing.conversations().waiting(tenant, backing.now(), limit).stream()
                .filter(id -> answering.answer(id).isRight())
                .count();
    }

    /** A person writes to the customer; not examined, because people answer for what they say. */
    public Either<ConversationRefusal, Message> say(ConversationId id, Actor by, String text) {
        return by.kind() == ActorKind.USER
                ? hearing.say(id, by, text)
                : left(new ConversationRefusal.OnlyForPeople(by.kind().word() + " " + by.label()));
    }

    /**
     * A message as the channel has to carry it. Between its commit and this call a person may have taken over; then a
     * machine's message is not given out any more, unless it is the one that announces the person.
     */
    public Either<ConversationRefusal, Message> outgoing(MessageId id) {
        var message =
                backing.conversations().message(id).filter(it -> it.origin().leaves());
        if (message.isEmpty()) {
            return left(new ConversationRefusal.UnknownMessage(id));
        }
        if (!message.get().origin().needsVerdict()) {
            return right(message.get());
        }
        return backing.existing(message.get().conversation()).flatMap(conversation -> {
            var deal = backing.deals().find(conversation.negotiation());
            var isTheirs = conversation.status() == ConversationStatus.HANDED_OFF
                    || deal.filter(it -> !it.isHumanControlled()).isEmpty();
            return isTheirs
                    ? left(new ConversationRefusal.HumanHasIt(conversation.negotiation()))
                    : right(message.get());
        });
    }

    /** The channel has taken a message over. */
    public Either<ConversationRefusal, Message> delivered(MessageId id, String providerRef) {
        var message =
                backing.conversations().message(id).filter(it -> it.origin().leaves());
        if (message.isEmpty()) {
            return left(new ConversationRefusal.UnknownMessage(id));
        }
        return backing.existing(message.get().conversation()).map(conversation -> {
            var it = message.get();
            var deal = conversation.negotiation();
            var news = conversation.channel() == ContactChannel.WHATSAPP
                    ? new ChannelEvent.WhatsappSent(deal, id.value(), it.hash(), providerRef)
                    : new ChannelEvent.EmailSent(deal, id.value(), it.hash(), providerRef);
            backing.storage().outbox().append(id.tenant(), backing.telling(conversation, List.of(news), backing.now()));
            return it;
        });
    }

    /** Keeps what was understood of what the customer wants; a slot of the same name is replaced. */
    public Either<ConversationRefusal, Conversation> learn(ConversationId id, List<Slot> slots) {
        return change(
                id,
                (standing, at) ->
                        right(ConversationCommit.of(standing.touched()).knowing(slots)));
    }

    /** A person takes the conversation; the deal is another matter ({@code negotiations().handOver}). */
    public Either<ConversationRefusal, Conversation> handOff(ConversationId id, String reason) {
        return change(id, (standing, at) -> standing.handOff(reason, at).map(ConversationCommit::of));
    }

    /** Automation has the conversation back; only a person gives it back, and only a deal that they gave back as well. */
    public Either<ConversationRefusal, Conversation> handBack(ConversationId id, Actor by) {
        if (by.kind() != ActorKind.USER) {
            return left(new ConversationRefusal.OnlyForPeople(by.kind().word() + " " + by.label()));
        }
        return change(id, (standing, at) -> {
            var isTheirs = backing.deals()
                    .find(standing.negotiation())
                    .filter(deal -> !deal.isHumanControlled())
                    .isEmpty();
            return isTheirs
                    ? left(new ConversationRefusal.HumanHasIt(standing.negotiation()))
                    : standing.handBack().map(ConversationCommit::of);
        });
    }

    /** Messages are kept, and not answered for now. */
    public Either<ConversationRefusal, Conversation> pause(ConversationId id) {
        return change(id, (standing, at) -> standing.pause().map(ConversationCommit::of));
    }

    public Either<ConversationRefusal, Conversation> resume(ConversationId id) {
        return change(id, (standing, at) -> standing.resume().map(ConversationCommit::of));
    }

    /** It is over; nothing more is kept. */
    public Either<ConversationRefusal, Conversation> complete(ConversationId id) {
        return change(id, (standing, at) -> standing.complete().map(ConversationCommit::of));
    }

    /** A person agrees to a payment plan, or does not. */
    public Either<ConversationRefusal, PlanProposal> decidePlan(
            ConversationId id, UUID plan, Actor by, boolean approves) {
        var decided = new Decided();
        return change(
                        id,
                        (standing, at) -> backing.conversations().plans(id).stream()
                                .filter(proposal -> proposal.id().equals(plan))
                                .findFirst()
                                .<Either<ConversationRefusal, PlanProposal>>map(Either::right)
                                .orElseGet(() -> left(new ConversationRefusal.UnknownPlan(plan)))
                                .flatMap(proposal -> proposal.decide(approves, by))
                                .map(next -> ConversationCommit.of(standing.touched())
                                        .proposing(List.of(decided.as(next)))))
                .map(next -> decided.plan());
    }

    /** The plan of the attempt that was kept. */
    private static final class Decided {
        private Optional<PlanProposal> last = Optional.empty();

        private PlanProposal as(PlanProposal next) {
            last = Optional.of(next);
            return next;
        }

        private PlanProposal plan() {
            return last.orElseThrow();
        }
    }

    private Either<ConversationRefusal, Conversation> change(
            ConversationId id,
            BiFunction<Conversation, Instant, Either<ConversationRefusal, ConversationCommit>> decide) {
        Either<ConversationRefusal, Conversation> answer = left(new ConversationRefusal.ConversationChanged(id));
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var at = backing.now();
            answer = backing.existing(id)
                    .flatMap(standing -> decide.apply(standing, at))
                    .flatMap(commit -> backing.conversations().commit(commit, at));
            if (answer.isRight() || !(answer.getLeft() instanceof ConversationRefusal.ConversationChanged)) {
                return answer;
            }
        }
        return answer;
    }

    /** The conversation as it stands; empty where the tenant has none of that id. */
    public Optional<Conversation> find(ConversationId id) {
        return backing.conversations().find(id);
    }

    /** The conversations of a deal. */
    public List<Conversation> of(NegotiationId negotiation) {
        return backing.conversations().of(negotiation);
    }

    /**
     * What was said, oldest first.
     *
     * @param after only messages with a higher number; 0 for all
     * @param limit 1 to 10,000
     */
    public List<Message> messages(ConversationId id, int after, int limit) {
        return backing.conversations().messages(id, after, limit);
    }

    /** The rows behind the claims of a message. */
    public List<Evidence> evidence(MessageId id) {
        return backing.conversations().evidence(id);
    }

    /** What was found wrong with texts, oldest first. */
    public List<Flaw> flaws(ConversationId id) {
        return backing.conversations().flaws(id);
    }

    /** Every answer of a model, with what it cost. */
    public List<ModelCall> modelCalls(ConversationId id) {
        return backing.conversations().modelCalls(id);
    }

    /** Every use of a tool. */
    public List<ToolCall> toolCalls(ConversationId id) {
        return backing.conversations().toolCalls(id);
    }

    /** What is known from the conversation now. */
    public List<Slot> slots(ConversationId id) {
        return backing.conversations().slots(id, backing.now());
    }

    /** Payment plans that came up. */
    public List<PlanProposal> plans(ConversationId id) {
        return backing.conversations().plans(id);
    }
}

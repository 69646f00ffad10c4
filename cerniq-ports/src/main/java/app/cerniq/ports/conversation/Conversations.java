package app.cerniq.ports.conversation;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationId;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.DraftId;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.MessageId;
import app.cerniq.domain.conversation.ModelCall;
import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.conversation.Slot;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.OutboxMessage;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every conversation, with all that was said. Each call is one atomic step. */
public interface Conversations {

    /**
     * Keeps a new conversation, unless the deal has one on this channel.
     *
     * @return the conversation of this deal and channel, whoever opened it; or {@link
     *     ConversationRefusal.UnknownConversationTenant} or {@link ConversationRefusal.UnknownDeal}
     */
    Either<ConversationRefusal, Conversation> open(Conversation fresh, List<OutboxMessage> news);

    /**
     * Keeps a step, if the version before it still stands. Where a machine's message leaves with it, every row behind its
     * claims is read again in the same transaction (I5), and so is who drives the deal (I6).
     *
     * @return the conversation as it stands now; or {@link ConversationRefusal.ConversationChanged}, {@link
     *     ConversationRefusal.AlreadyReceived}, {@link ConversationRefusal.EvidenceMoved}, {@link
     *     ConversationRefusal.HumanHasIt}, {@link ConversationRefusal.Parked}
     */
    Either<ConversationRefusal, Conversation> commit(ConversationCommit commit, Instant at);

    /** The conversation as it stands; empty where the tenant has none of that id. */
    Optional<Conversation> find(ConversationId id);

    /** The conversations of a deal, in the order in which they were opened. */
    List<Conversation> of(NegotiationId negotiation);

    /**
     * Conversations whose turn waits for somebody: it is open or being taken over, and nobody is busy with it; those that
     * wait longest first.
     *
     * @param limit 1 to 10,000
     */
    List<ConversationId> waiting(TenantId tenant, Instant at, int limit);

    /**
     * What was said, oldest first.
     *
     * @param after only messages with a higher number; 0 for all
     * @param limit 1 to 10,000
     */
    List<Message> messages(ConversationId id, int after, int limit);

    /** One message; empty where the tenant has none of that id. */
    Optional<Message> message(MessageId id);

    /** The message that the channel calls so; empty where the conversation has none. */
    Optional<Message> received(ConversationId id, String externalId);

    /** The rows behind the claims of a message. */
    List<Evidence> evidence(MessageId id);

    /** What was found wrong with texts of a conversation, oldest first. */
    List<Flaw> flaws(ConversationId id);

    /** Every answer of a model, oldest first. */
    List<ModelCall> modelCalls(ConversationId id);

    /** Every use of a tool, oldest first. */
    List<ToolCall> toolCalls(ConversationId id);

    /** What is known from the conversation and holds at an instant, by name. */
    List<Slot> slots(ConversationId id, Instant at);

    /** Payment plans that came up, oldest first. */
    List<PlanProposal> plans(ConversationId id);

    /** The draft as it stands; empty where the tenant has none of that id. */
    Optional<Draft> draft(DraftId id);

    /** Every draft of a conversation, oldest first. */
    List<Draft> drafts(ConversationId id);

    /**
     * Drafts that wait for a person, those that expire first.
     *
     * @param limit 1 to 10,000
     */
    List<Draft> pending(TenantId tenant, int limit);
}

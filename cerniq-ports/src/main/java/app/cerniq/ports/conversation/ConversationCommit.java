package app.cerniq.ports.conversation;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.ModelCall;
import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.conversation.Sending;
import app.cerniq.domain.conversation.Slot;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.ports.runtime.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that one step of a conversation writes: all of it or nothing.
 *
 * @param next the conversation after the step; its version is one more than that which is replaced
 * @param received messages that do not leave: the customer's, and those of an earlier stage
 * @param sending the message that leaves, with what proves it
 * @param draft a new draft, or the next state of one
 * @param news what others are told
 */
public record ConversationCommit(
        Conversation next,
        List<Message> received,
        Optional<Sending> sending,
        List<Flaw> flaws,
        List<ModelCall> modelCalls,
        List<ToolCall> toolCalls,
        List<Slot> slots,
        Optional<Draft> draft,
        List<PlanProposal> plans,
        List<OutboxMessage> news) {

    public ConversationCommit {
        received = List.copyOf(received);
        flaws = List.copyOf(flaws);
        modelCalls = List.copyOf(modelCalls);
        toolCalls = List.copyOf(toolCalls);
        slots = List.copyOf(slots);
        plans = List.copyOf(plans);
        news = List.copyOf(news);
    }

    /** A step that changes nothing but the conversation itself. */
    public static ConversationCommit of(Conversation next) {
        return new ConversationCommit(
                next,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    public ConversationCommit receiving(List<Message> all) {
        return new ConversationCommit(next, all, sending, flaws, modelCalls, toolCalls, slots, draft, plans, news);
    }

    public ConversationCommit sending(Sending one) {
        return new ConversationCommit(
                next, received, Optional.of(one), flaws, modelCalls, toolCalls, slots, draft, plans, news);
    }

    public ConversationCommit flawed(List<Flaw> all) {
        return new ConversationCommit(next, received, sending, all, modelCalls, toolCalls, slots, draft, plans, news);
    }

    public ConversationCommit calling(List<ModelCall> models, List<ToolCall> tools) {
        return new ConversationCommit(next, received, sending, flaws, models, tools, slots, draft, plans, news);
    }

    public ConversationCommit knowing(List<Slot> all) {
        return new ConversationCommit(next, received, sending, flaws, modelCalls, toolCalls, all, draft, plans, news);
    }

    public ConversationCommit drafting(Draft one) {
        return new ConversationCommit(
                next, received, sending, flaws, modelCalls, toolCalls, slots, Optional.of(one), plans, news);
    }

    public ConversationCommit proposing(List<PlanProposal> all) {
        return new ConversationCommit(next, received, sending, flaws, modelCalls, toolCalls, slots, draft, all, news);
    }

    public ConversationCommit telling(List<OutboxMessage> all) {
        return new ConversationCommit(next, received, sending, flaws, modelCalls, toolCalls, slots, draft, plans, all);
    }

    /** Every message that is written, in the order of their numbers. */
    public List<Message> messages() {
        return Stream.concat(new ArrayList<>(received).stream(), sending.map(Sending::message).stream())
                .toList();
    }
}

package app.cerniq.ports.conversation;

import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.Slot;
import app.cerniq.domain.conversation.Tone;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.Tool;
import java.util.List;
import java.util.Set;

/**
 * What a model is told. The customer's words are data, never instructions: an adapter keeps them apart from its own (B34).
 *
 * @param deal as it stood when the attempt began
 * @param history the last messages, oldest first; the last one is the customer's
 * @param tools what may be used in this state of the deal
 * @param used what was used for this turn so far, with what it gave
 * @param feedback what was wrong with the attempt before; empty at the first
 * @param attempt 1 to 4
 */
public record ModelRequest(
        Negotiation deal,
        Language language,
        Tone tone,
        List<Message> history,
        List<Slot> slots,
        Set<Tool> tools,
        List<ToolCall> used,
        List<Violation> feedback,
        int attempt) {

    public ModelRequest {
        history = List.copyOf(history);
        slots = List.copyOf(slots);
        tools = Set.copyOf(tools);
        used = List.copyOf(used);
        feedback = List.copyOf(feedback);
    }
}

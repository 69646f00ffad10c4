package app.cerniq.application.conversation;

import app.cerniq.application.approval.TaskDesk;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.application.runtime.event.TellingConversations;
import app.cerniq.application.runtime.resilience.Breakers;
import app.cerniq.application.runtime.safety.AutomationDesk;
import app.cerniq.application.runtime.telemetry.Telemetry;
import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationId;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.shared.Actor;
import app.cerniq.ports.conversation.ConversationPolicy;
import app.cerniq.ports.conversation.Conversations;
import app.cerniq.ports.conversation.LanguageModel;
import app.cerniq.ports.conversation.ToolBox;
import app.cerniq.ports.guardrail.TextGate;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What the desks of conversations work with.
 *
 * @param models in the order in which they are asked; may be empty, and then every turn goes to a person
 */
public record Backing(
        Storage storage,
        ConversationPolicy policy,
        TextGate gate,
        List<LanguageModel> models,
        ToolBox tools,
        Breakers breakers,
        NegotiationDesk deals,
        TaskDesk tasks,
        AutomationDesk automation,
        Telemetry telemetry,
        Clock clock,
        Ids ids) {

    /** Whom history names for what a model wrote. */
    public static final Actor.AiAgent AGENT =
            new Actor.AiAgent(UUID.fromString("00000000-0000-7000-8000-00000000a6e7"), "AI seller");

    public Backing {
        models = List.copyOf(models);
    }

    Conversations conversations() {
        return storage.conversations();
    }

    Either<ConversationRefusal, Conversation> existing(ConversationId id) {
        return conversations()
                .find(id)
                .<Either<ConversationRefusal, Conversation>>map(Either::right)
                .orElseGet(() -> Either.left(new ConversationRefusal.UnknownConversation(id)));
    }

    /** To the microsecond, which is all that a database keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    List<OutboxMessage> telling(Conversation conversation, List<EventPayload> news, Instant at) {
        return new TellingConversations(ids).messages(conversation.negotiation(), news, at);
    }
}

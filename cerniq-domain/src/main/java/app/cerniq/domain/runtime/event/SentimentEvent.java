package app.cerniq.domain.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Percentage;
import java.util.UUID;

/** What a message tells besides its words (category K). */
public sealed interface SentimentEvent extends EventPayload {

    /** The mood of a message was weighed, from -100 to 100. */
    record Analyzed(NegotiationId negotiationId, UUID messageId, int score, Percentage confidence)
            implements SentimentEvent {}

    /** It was understood what a message is about. */
    record IntentClassified(NegotiationId negotiationId, UUID messageId, String intent, Percentage confidence)
            implements SentimentEvent {}

    /** It was understood how much a message hurries. */
    record UrgencyDetected(NegotiationId negotiationId, UUID messageId, Urgency urgency) implements SentimentEvent {}

    /** The language of a message was recognised, as an ISO 639-1 code. */
    record LanguageDetected(NegotiationId negotiationId, UUID messageId, String language, Percentage confidence)
            implements SentimentEvent {}

    /** The agent speaks in another tone from now on. */
    record ToneAdapted(NegotiationId negotiationId, String fromTone, String toTone) implements SentimentEvent {}
}

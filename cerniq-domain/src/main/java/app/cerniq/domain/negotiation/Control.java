package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.Percentage;
import java.util.Optional;

/**
 * Who drives: the AI agent or a human.
 *
 * @param aiEnabled whether the agent may act at all
 * @param aiConfidence the agent's own estimate, if it gave one
 * @param handoffReason why a human took over
 * @param humanControlled whether a human holds the deal; then no agent acts
 * @param reviewReason why a human should look; empty means nobody asked
 */
public record Control(
        boolean aiEnabled,
        Optional<Percentage> aiConfidence,
        Optional<String> handoffReason,
        boolean humanControlled,
        Optional<String> reviewReason) {

    public static final Control AGENT = new Control(true, Optional.empty(), Optional.empty(), false, Optional.empty());

    public Control {
        if (aiEnabled && humanControlled) {
            throw new IllegalArgumentException("The agent is off while a human holds the deal.");
        }
    }

    Control takenOver(String reason) {
        return new Control(false, aiConfidence, Optional.of(reason), true, reviewReason);
    }

    Control handedBack() {
        return new Control(true, aiConfidence, Optional.empty(), false, Optional.empty());
    }

    Control withConfidence(Percentage confidence) {
        return new Control(aiEnabled, Optional.of(confidence), handoffReason, humanControlled, reviewReason);
    }

    Control withReview(Optional<String> reason) {
        return new Control(aiEnabled, aiConfidence, handoffReason, humanControlled, reason);
    }

    Control redacted() {
        return new Control(
                aiEnabled,
                aiConfidence,
                handoffReason.map(words -> Redaction.MARK),
                humanControlled,
                reviewReason.map(words -> Redaction.MARK));
    }
}

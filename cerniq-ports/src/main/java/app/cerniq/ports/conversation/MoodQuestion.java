package app.cerniq.ports.conversation;

import app.cerniq.domain.conversation.Emotion;
import app.cerniq.domain.conversation.Reading;

/**
 * Does this customer need a person? Source: specification, sections 8.3 and 13.
 *
 * @param depth how far below neutral the mood is, 0 to 100
 * @param angry whether anger shows
 * @param frustrated whether frustration shows, with another emotion beside it
 * @param wantsHuman whether the customer asks for a person
 */
public record MoodQuestion(int depth, boolean angry, boolean frustrated, boolean wantsHuman) {

    public MoodQuestion {
        if (depth < 0 || depth > 100) {
            throw new IllegalArgumentException("A depth is 0 to 100, not " + depth + ".");
        }
    }

    /** The question about what was read out of a message. */
    public static MoodQuestion of(Reading reading) {
        return new MoodQuestion(
                Math.max(0, -reading.score()),
                reading.emotions().contains(Emotion.ANGER),
                reading.emotions().contains(Emotion.FRUSTRATION)
                        && reading.emotions().size() >= 2,
                reading.wantsHuman());
    }
}

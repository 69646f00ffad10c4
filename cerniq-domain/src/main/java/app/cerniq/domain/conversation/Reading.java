package app.cerniq.domain.conversation;

import app.cerniq.domain.shared.Percentage;
import java.util.Set;

/**
 * What was read out of a message besides its words, by whoever can; an estimate, on which nothing but attention depends.
 *
 * @param score from -100, very negative, to 100, very positive
 * @param wantsHuman whether the customer asks for a person
 * @param confidence how sure the reader is
 */
public record Reading(int score, Set<Emotion> emotions, Intent intent, boolean wantsHuman, Percentage confidence) {

    public Reading {
        if (score < -100 || score > 100) {
            throw new IllegalArgumentException("A mood is -100 to 100, not " + score + ".");
        }
        emotions = Set.copyOf(emotions);
    }

    /** The mood in a word; bands of 40 points. */
    public Mood mood() {
        if (score < -60) {
            return Mood.VERY_NEGATIVE;
        }
        if (score < -20) {
            return Mood.NEGATIVE;
        }
        if (score <= 20) {
            return Mood.NEUTRAL;
        }
        return score <= 60 ? Mood.POSITIVE : Mood.VERY_POSITIVE;
    }
}

package app.cerniq.domain.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.stock.Place;
import java.util.Locale;

/**
 * What an event is about: the ordering key. Events of one subject of one tenant are delivered in their order; events of
 * two subjects have none.
 *
 * @param id 1 to 200 characters without white space at its ends
 */
public record Subject(Kind kind, String id) {

    private static final int LONGEST = 200;

    /** The kinds of things that something can happen to. */
    public enum Kind {
        NEGOTIATION,
        LEAD,
        PLACE,
        OFFERING,
        PRICE_RULE,
        TASK,
        SAGA,
        SERVICE,
        SCHEDULE,
        TENANT;

        /** The word in the key, for example {@code negotiation}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Subject {
        if (id.isBlank() || id.length() > LONGEST || !id.equals(id.strip())) {
            throw new IllegalArgumentException(
                    "The id of a subject has 1 to " + LONGEST + " characters, not \"" + id + "\".");
        }
    }

    /** A deal. */
    public static Subject of(NegotiationId negotiation) {
        return new Subject(Kind.NEGOTIATION, negotiation.value().toString());
    }

    /** One SKU at one location. */
    public static Subject of(Place place) {
        return new Subject(
                Kind.PLACE, place.sku().value() + "@" + place.location().value());
    }

    /** Reads what {@link #key()} wrote; throws {@link IllegalArgumentException} for any other text. */
    public static Subject fromKey(String key) {
        var slash = key.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("A subject is written as kind/id, not as \"" + key + "\".");
        }
        return new Subject(Kind.valueOf(key.substring(0, slash).toUpperCase(Locale.ROOT)), key.substring(slash + 1));
    }

    /** Kind and id in one word, for example {@code negotiation/0193…}. */
    public String key() {
        return kind.word() + "/" + id;
    }

    @Override
    public String toString() {
        return key();
    }
}

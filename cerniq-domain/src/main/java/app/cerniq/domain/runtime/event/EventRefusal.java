package app.cerniq.domain.runtime.event;

import app.cerniq.domain.shared.Refusal;
import java.util.List;
import java.util.UUID;

/** Every way in which something about events is refused. */
public sealed interface EventRefusal extends Refusal {

    /** There is no such dead letter, or somebody dealt with it already. */
    record NoDeadLetter(String consumer, UUID eventId) implements EventRefusal {
        @Override
        public String sentence() {
            return "Nothing waits for an operator under this event and consumer.";
        }

        @Override
        public String given() {
            return consumer + ", event " + eventId;
        }

        @Override
        public String accepted() {
            return "one of the open dead letters";
        }
    }

    /** No consumer of that name is registered here. */
    record UnknownConsumer(String consumer, List<String> known) implements EventRefusal {
        public UnknownConsumer {
            known = List.copyOf(known);
        }

        @Override
        public String sentence() {
            return "No consumer of that name is registered with this engine.";
        }

        @Override
        public String given() {
            return consumer;
        }

        @Override
        public String accepted() {
            return known.isEmpty() ? "none: no consumer is registered" : "one of " + String.join(", ", known);
        }
    }

    /** A decision about a message has to say why. */
    record NoReason(String reason) implements EventRefusal {

        /** The longest reason that is kept. */
        public static final int LONGEST = 500;

        /** Whether a text will do as a reason. */
        public static boolean isWanting(String reason) {
            return reason.isBlank() || reason.length() > LONGEST;
        }

        @Override
        public String sentence() {
            return "Decisions about messages are kept with their reason.";
        }

        @Override
        public String given() {
            return reason.isBlank() ? "nothing" : reason.length() + " characters";
        }

        @Override
        public String accepted() {
            return "1 to " + LONGEST + " characters";
        }
    }

    /** Only what comes in from other stages is told to us by a host. */
    record NotFromOutside(EventType type, List<String> open) implements EventRefusal {
        public NotFromOutside {
            open = List.copyOf(open);
        }

        @Override
        public String sentence() {
            return "Nobody but the library itself tells this event.";
        }

        @Override
        public String given() {
            return type.word();
        }

        @Override
        public String accepted() {
            return "one of " + String.join(", ", open);
        }
    }

    /** No tenant of that id is set up. */
    record UnknownTenant(String tenant) implements EventRefusal {
        @Override
        public String sentence() {
            return "This tenant is not set up.";
        }

        @Override
        public String given() {
            return tenant;
        }

        @Override
        public String accepted() {
            return "a tenant that was set up";
        }
    }

    /** A message that cannot be read: of a type or version that this library does not know, or not as its type asks. */
    record Unreadable(String type, int version, String why) implements EventRefusal {
        @Override
        public String sentence() {
            return "The message cannot be read: " + why + ".";
        }

        @Override
        public String given() {
            return type + " version " + version;
        }

        @Override
        public String accepted() {
            return "a type of the catalogue, in its version or an earlier one, with the fields of its schema";
        }
    }
}

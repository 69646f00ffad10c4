package app.cerniq.domain.runtime.event;

/**
 * Who tells it, and how much it hurries.
 *
 * @param source the part of the library or of the host that tells it, 1 to 100 characters, for example {@code negotiation}
 * @param sourceVersion the version of that part, 1 to 50 characters
 */
public record Metadata(String source, String sourceVersion, Priority priority) {

    /** How much it hurries. Source: specification, section 15.1. It never overtakes what came before about its subject. */
    public enum Priority {
        CRITICAL,
        HIGH,
        NORMAL,
        LOW
    }

    public Metadata {
        check("source", source, 100);
        check("source version", sourceVersion, 50);
    }

    private static void check(String what, String given, int longest) {
        if (given.isBlank() || given.length() > longest) {
            throw new IllegalArgumentException(
                    "A " + what + " has 1 to " + longest + " characters, not \"" + given + "\".");
        }
    }
}

package app.cerniq.application.negotiation;

/** The one rule for texts that give a reason. Source: specification section 1.7. */
final class Reasons {

    private static final int LONGEST = 500;

    private Reasons() {}

    static String checked(String reason) {
        var stripped = reason.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A reason has 1 to " + LONGEST + " characters, not " + stripped.length() + ".");
        }
        return stripped;
    }
}

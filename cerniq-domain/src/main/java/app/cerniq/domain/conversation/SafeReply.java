package app.cerniq.domain.conversation;

/**
 * What a customer reads when a person takes over: the same for everybody, written by us, without a figure or a promise.
 * Source: specification, section 6.2.
 */
public final class SafeReply {

    private SafeReply() {}

    /** The sentence in a language. */
    public static String in(Language language) {
        return switch (language) {
            case RO -> "Vă mulțumim pentru mesaj. Un coleg preia discuția și vă răspunde în curând.";
            case EN -> "Thank you for your message. A colleague is taking over and will answer you soon.";
        };
    }

    /** Whether a text is one of them. */
    public static boolean is(String text) {
        for (var language : Language.values()) {
            if (in(language).equals(text)) {
                return true;
            }
        }
        return false;
    }
}

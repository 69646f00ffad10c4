package app.cerniq.application.conversation;

import app.cerniq.domain.conversation.Message;

/** Texts as they can be kept: without what no database keeps and no screen shows. */
final class Writing {

    private static final char UNREADABLE = '\uFFFD';

    private Writing() {}

    /** The text with a mark in the place of control characters and of halves of characters. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(character).append(text.charAt(++i));
            } else {
                clean.append(isReadable(character) ? character : UNREADABLE);
            }
        }
        return clean.toString();
    }

    private static boolean isReadable(char character) {
        return !Character.isSurrogate(character)
                && (!Character.isISOControl(character) || character == '\n' || character == '\r' || character == '\t');
    }

    /** So much of a text that it can be kept as something that did not leave. */
    static String kept(String text) {
        return cut(text.isBlank() ? "(nothing)" : text, Message.LONGEST);
    }

    /** The beginning of a text; never half a character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}

package app.cerniq.domain.conversation;

/**
 * What calls of a model used up.
 *
 * @param prompt tokens of questions, 0 or more
 * @param completion tokens of answers, 0 or more
 * @param microDollars what it cost, in millionths of a US dollar, 0 or more
 */
public record Usage(long prompt, long completion, long microDollars) {

    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage {
        if (prompt < 0 || completion < 0 || microDollars < 0) {
            throw new IllegalArgumentException("Nothing is used up backwards.");
        }
    }

    public Usage plus(Usage other) {
        return new Usage(prompt + other.prompt, completion + other.completion, microDollars + other.microDollars);
    }

    /** All tokens. */
    public long tokens() {
        return prompt + completion;
    }
}

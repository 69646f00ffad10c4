package app.cerniq.domain.guardrail.tenant;

/**
 * What is wrong with a definition.
 *
 * @param file as the caller calls it
 * @param line from 1
 * @param field for example {@code guardrails[2].when[0].operator}
 * @param given what stands there, cut to 200 characters
 * @param accepted what would have been taken
 */
public record GuardrailFault(String file, int line, String field, String given, String accepted) {

    private static final int LONGEST = 200;

    public GuardrailFault {
        given = given.length() <= LONGEST ? given : given.substring(0, LONGEST) + "…";
    }

    /** In one line. */
    public String describe() {
        return file + ":" + line + ": " + field + ": given: " + given + "; accepted: " + accepted;
    }
}

package app.cerniq.domain.approval;

/**
 * What a task is about and what gave rise to it. For one topic there is one task, however often it is opened.
 *
 * @param subjectKind for example {@code negotiation} or {@code saga}, 1 to 50 characters
 * @param subjectId 1 to 100 characters
 * @param cause what happened, so that the same subject may need a person again later: an event id, a version; 1 to 200
 *     characters
 */
public record TaskTopic(HumanTaskKind kind, String subjectKind, String subjectId, String cause) {

    public TaskTopic {
        check("kind of subject", subjectKind, 50);
        check("subject", subjectId, 100);
        check("cause", cause, 200);
    }

    private static void check(String what, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(
                    "A task's " + what + " has 1 to " + most + " characters, not " + text.length() + ".");
        }
    }
}

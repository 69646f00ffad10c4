package app.cerniq.ports.fiscal;

import java.util.List;

/** What SPV says of an upload. A word that nobody knows is neither yes nor no. */
public sealed interface SubmissionStatus {

    /** {@code in prelucrare}: no verdict yet. */
    record Processing() implements SubmissionStatus {}

    /**
     * {@code ok}: the e-invoice is accepted and cannot be taken back.
     *
     * @param downloadId under which SPV keeps the signed original for 60 days
     */
    record AcceptedBySpv(String downloadId) implements SubmissionStatus {}

    /**
     * {@code nok}, with the reasons out of the answer's archive; or the XML was not taken at all.
     *
     * @param errors what ANAF wrote, at least one sentence
     */
    record RejectedBySpv(List<String> errors) implements SubmissionStatus {
        public RejectedBySpv {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("A rejection gives a reason.");
            }
        }
    }

    /** The same invoice was registered before, under another index: that one counts. */
    record DuplicateOf(UploadIndex original) implements SubmissionStatus {}

    /** Something that the contract does not know. */
    record Unrecognised(String word) implements SubmissionStatus {}
}

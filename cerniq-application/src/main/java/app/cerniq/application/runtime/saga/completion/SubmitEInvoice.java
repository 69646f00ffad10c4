package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.runtime.saga.StepAction;
import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.fiscal.ReportingDeadline;
import app.cerniq.domain.fiscal.StatusPolling;
import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.FailureCatalogue;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.runtime.saga.StepAnswer;
import app.cerniq.ports.fiscal.EInvoiceOrder;
import app.cerniq.ports.fiscal.EInvoices;
import app.cerniq.ports.fiscal.Submission;
import app.cerniq.ports.fiscal.SubmissionStatus;
import app.cerniq.ports.fiscal.UploadIndex;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The invoice is reported, and followed until ANAF has accepted it: the point of no return. While ANAF cannot be reached
 * it is tried the sooner the nearer the deadline, and from two days before it a person knows.
 */
final class SubmitEInvoice implements StepAction {

    private final EInvoices eInvoices;
    private final FailureCatalogue catalogue;

    SubmitEInvoice(EInvoices eInvoices, FailureCatalogue catalogue) {
        this.eInvoices = eInvoices;
        this.catalogue = catalogue;
    }

    @Override
    public StepAnswer perform(StepCall call) {
        var upload = Upload.of(call);
        // After a rejection a person has the step retried: the corrected invoice is uploaded anew.
        return upload.isPresent() && !upload.get().wasRejected(call) ? follow(call, upload.get()) : submit(call);
    }

    private StepAnswer submit(StepCall call) {
        var outcome = eInvoices.submit(order(call));
        if (outcome instanceof Outcome.Done<Submission> submitted) {
            return new Upload(submitted.value().index(), call.at(), 0).pending(call);
        }
        return outcome instanceof Outcome.Unavailable<Submission> unavailable
                ? later(call, unavailable.failure(), Optional.empty())
                : StepAnswer.of(outcome, submission -> submission.index().value());
    }

    private static EInvoiceOrder order(StepCall call) {
        var invoice = Issued.by(call, CompletionSaga.CREATE_INVOICE);
        return new EInvoiceOrder(
                call.saga().id().tenant(), Issued.reference(call, "spv"), invoice.number(), invoice.on());
    }

    @Override
    public StepAnswer look(StepCall call) {
        var found = eInvoices.find(order(call));
        if (found instanceof Outcome.Done<Optional<Submission>> done
                && done.value().isPresent()) {
            var uploadedAt = call.step().calledAt().orElse(call.at());
            return new Upload(done.value().get().index(), uploadedAt, 0).pending(call);
        }
        return StepAnswer.ofLook(found, submission -> submission.index().value());
    }

    private StepAnswer follow(StepCall call, Upload upload) {
        var outcome = eInvoices.status(call.saga().id().tenant(), upload.index());
        if (outcome instanceof Outcome.Done<SubmissionStatus> told) {
            return verdict(call, upload.again(), told.value());
        }
        // A question that was lost did nothing: it is asked again, and the upload stays known.
        var failure = outcome instanceof Outcome.Refused<SubmissionStatus> refused
                ? refused.failure()
                : outcome instanceof Outcome.Unavailable<SubmissionStatus> unavailable
                        ? unavailable.failure()
                        : ((Outcome.Unknown<SubmissionStatus>) outcome).failure();
        return later(call, failure, Optional.of(upload));
    }

    private StepAnswer verdict(StepCall call, Upload upload, SubmissionStatus status) {
        if (status instanceof SubmissionStatus.AcceptedBySpv) {
            return new StepAnswer.Done(upload.index().value());
        }
        if (status instanceof SubmissionStatus.RejectedBySpv rejected) {
            return Deals.no(call, "SPV_VALIDATION_ERROR", upload.rejection(rejected.errors()));
        }
        if (status instanceof SubmissionStatus.DuplicateOf duplicate) {
            var original = new Upload(duplicate.original(), upload.at(), upload.asked());
            return original.wasRejected(call)
                    ? Deals.no(
                            call, "SPV_VALIDATION_ERROR", upload.rejection(List.of("duplicate of a rejected upload")))
                    : original.pending(call);
        }
        if (status instanceof SubmissionStatus.Unrecognised unrecognised) {
            var failure = Failure.of("SPV_UNKNOWN_STATUS", "SPV says \"" + unrecognised.word() + "\".", call.at());
            return later(call, failure, Optional.of(upload));
        }
        return upload.pending(call);
    }

    /** Tried again by the catalogue's pause, or sooner where the deadline is near. */
    private StepAnswer later(StepCall call, Failure failure, Optional<Upload> upload) {
        var rule = catalogue.ruleOf(failure.code());
        if (!rule.severity().isRetried()) {
            return new StepAnswer.Refused(failure);
        }
        var deadline = ReportingDeadline.of(
                Issued.by(call, CompletionSaga.CREATE_INVOICE).on());
        var retry = DeadlineRetry.of(call.at(), deadline, rule.pause(call.step().failures() + 1), upload.isPresent());
        return new StepAnswer.NotYet(
                failure.code() + ": " + rule.meaning() + "; until " + deadline + " it must be reported.",
                call.at().plus(retry.pause()),
                upload.map(Upload::text),
                retry.isCritical());
    }

    /**
     * What is known of an upload between two questions.
     *
     * @param at when it was sent
     * @param asked how often SPV was asked about it
     */
    record Upload(UploadIndex index, Instant at, int asked) {

        static Optional<Upload> of(StepCall call) {
            return call.step()
                    .result()
                    .map(text -> text.split("@", 3))
                    .filter(parts -> parts.length == 3)
                    .map(parts ->
                            new Upload(new UploadIndex(parts[0]), Instant.parse(parts[1]), Integer.parseInt(parts[2])));
        }

        String text() {
            return index + "@" + at + "@" + asked;
        }

        /** Asked once more. */
        Upload again() {
            return new Upload(index, at, asked + 1);
        }

        StepAnswer pending(StepCall call) {
            var next = StatusPolling.next(at, asked, call.at());
            return StepAnswer.NotYet.having(text(), next, "SPV is processing upload " + index + ".");
        }

        String rejection(List<String> errors) {
            return "Upload " + index + ": " + String.join(" | ", errors);
        }

        boolean wasRejected(StepCall call) {
            return call.step()
                    .failure()
                    .filter(failure -> failure.message().startsWith("Upload " + index + ": "))
                    .isPresent();
        }
    }
}

package app.cerniq.testkit.fiscal;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.fiscal.DocumentNumber;
import app.cerniq.ports.fiscal.EInvoiceOrder;
import app.cerniq.ports.fiscal.EInvoices;
import app.cerniq.ports.fiscal.SignedArchive;
import app.cerniq.ports.fiscal.Submission;
import app.cerniq.ports.fiscal.SubmissionStatus;
import app.cerniq.ports.fiscal.UploadIndex;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SPV in memory. An upload is processed for two minutes and accepted, unless the document is to be rejected; a second
 * upload of the same invoice gets an index of its own and turns out to be a duplicate of the first. Deterministic: time
 * comes from the clock alone. Thread-safe.
 */
public final class SimulatedEInvoices implements EInvoices {

    private static final Duration PROCESSING = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(60);

    private record Upload(EInvoiceOrder order, Submission submission, Instant at, List<String> reasons) {
        boolean isSame(EInvoiceOrder other) {
            return order.tenant().equals(other.tenant()) && order.document().equals(other.document());
        }
    }

    private record Document(TenantId tenant, DocumentNumber number) {}

    private final Desk desk;
    private final List<Upload> uploads = new ArrayList<>();
    private final Map<Document, List<String>> rejected = new HashMap<>();

    public SimulatedEInvoices(Clock clock) {
        this.desk = new Desk("eInvoices", "SPV", "SPV_XML_REFUSED", clock);
    }

    /** From now on calls fail like this. */
    public synchronized SimulatedEInvoices failing(Faults faults) {
        desk.faults(faults);
        return this;
    }

    /** The next calls fail like this, one each; then nothing fails. */
    public SimulatedEInvoices failing(Fault... next) {
        return failing(Faults.inOrder(List.of(next)));
    }

    /** ANAF will reject uploads of this document from now on, for these reasons; with none, it accepts them again. */
    public synchronized void reject(TenantId tenant, DocumentNumber document, List<String> reasons) {
        rejected.put(new Document(tenant, document), List.copyOf(reasons));
    }

    /** Everything that was ever uploaded for a tenant, in order: what really happened. */
    public synchronized List<Submission> uploaded(TenantId tenant) {
        return uploads.stream()
                .filter(upload -> upload.order().tenant().equals(tenant))
                .map(Upload::submission)
                .toList();
    }

    @Override
    public synchronized Outcome<Submission> submit(EInvoiceOrder order) {
        return desk.change("submit", at -> {
            var index = new UploadIndex(Integer.toString(5_000_000 + uploads.size()));
            var bytes = Stream.of(order.tenant(), order.document(), order.issuedOn())
                    .map(Object::toString)
                    .toList();
            var submission = new Submission(order.reference(), index, Optional.of(ContentHash.of(bytes)));
            uploads.add(new Upload(order, submission, at, reasons(order)));
            return right(submission);
        });
    }

    @Override
    public synchronized Outcome<Optional<Submission>> find(EInvoiceOrder order) {
        return desk.ask(
                "find",
                at -> right(uploads.stream()
                        .filter(upload -> upload.isSame(order) && !upload.at().isAfter(at))
                        .map(Upload::submission)
                        .findFirst()));
    }

    @Override
    public synchronized Outcome<SubmissionStatus> status(TenantId tenant, UploadIndex index) {
        return desk.ask(
                "status",
                at -> uploads.stream()
                        .filter(upload -> upload.order().tenant().equals(tenant)
                                && upload.submission().index().equals(index))
                        .findFirst()
                        .<io.vavr.control.Either<app.cerniq.domain.runtime.failure.Failure, SubmissionStatus>>map(
                                upload -> right(verdict(upload, at)))
                        .orElseGet(() -> left(desk.failure(
                                "SPV_UNKNOWN_STATUS", "Nu exista factura cu id_incarcare= " + index + "."))));
    }

    private SubmissionStatus verdict(Upload upload, Instant at) {
        if (at.isBefore(upload.at().plus(PROCESSING))) {
            return new SubmissionStatus.Processing();
        }
        var original = uploads.stream()
                .filter(earlier -> earlier.isSame(upload.order()))
                .filter(earlier -> earlier.reasons().isEmpty())
                .findFirst();
        if (original.isPresent() && !original.get().equals(upload)) {
            return new SubmissionStatus.DuplicateOf(original.get().submission().index());
        }
        return upload.reasons().isEmpty()
                ? new SubmissionStatus.AcceptedBySpv("D" + upload.submission().index())
                : new SubmissionStatus.RejectedBySpv(upload.reasons());
    }

    private List<String> reasons(EInvoiceOrder order) {
        return rejected.getOrDefault(new Document(order.tenant(), order.document()), List.of());
    }

    @Override
    public synchronized Outcome<SignedArchive> download(TenantId tenant, String downloadId) {
        return desk.ask("download", at -> {
            var found = uploads.stream()
                    .filter(upload -> upload.order().tenant().equals(tenant)
                            && ("D" + upload.submission().index()).equals(downloadId))
                    .findFirst();
            if (found.isEmpty()) {
                return left(desk.failure("SPV_NO_RIGHTS", "Pentru id=" + downloadId + " nu exista nici o factura."));
            }
            return found.get().at().plus(KEPT).isBefore(at)
                    ? left(desk.failure("SPV_DOWNLOAD_EXPIRED", "The 60 days are over."))
                    : right(new SignedArchive(
                            ("PK " + found.get().order().document()).getBytes(StandardCharsets.UTF_8)));
        });
    }
}

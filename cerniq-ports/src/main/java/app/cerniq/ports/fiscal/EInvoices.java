package app.cerniq.ports.fiscal;

import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.TenantId;
import java.util.Optional;

/**
 * The tax authority's e-invoice system (RO e-Factura, SPV), whichever way a tenant reports: directly, or through the
 * invoicing office; never both.
 *
 * <p>The first submission under a reference fixes the bytes. Whenever it is submitted again, the identical bytes are sent:
 * never a new number, never another rendering. An upload that SPV refuses because the invoice was sent before is a success
 * whose {@link #status} names the original.
 *
 * <p>Outcomes are as in {@link Invoicing}: an upload without an answer is unknown. Limits of ANAF (fiscal 2.7): 1,000
 * calls a minute, 100 status calls for a message in a day, ten downloads of a message in a day.
 */
public interface EInvoices {

    Outcome<Submission> submit(EInvoiceOrder order);

    /** What SPV registered under a reference, if anything; a duplicate counts as its original. */
    Outcome<Optional<Submission>> find(EInvoiceOrder order);

    Outcome<SubmissionStatus> status(TenantId tenant, UploadIndex index);

    /** The signed archive of an accepted e-invoice, as ANAF keeps it for 60 days. */
    Outcome<SignedArchive> download(TenantId tenant, String downloadId);
}

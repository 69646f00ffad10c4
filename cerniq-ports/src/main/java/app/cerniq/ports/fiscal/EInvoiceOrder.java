package app.cerniq.ports.fiscal;

import app.cerniq.domain.shared.TenantId;
import java.time.LocalDate;

/**
 * An invoice, or a storno, to be reported.
 *
 * @param document the document's number at the invoicing office, which knows its contents
 * @param issuedOn its date, in Bucharest: it decides the reporting deadline
 */
public record EInvoiceOrder(
        TenantId tenant, DocumentReference reference, DocumentNumber document, LocalDate issuedOn) {}

package app.cerniq.ports.fiscal;

import app.cerniq.domain.shared.TenantId;
import java.time.LocalDate;

/**
 * An order for the document that reverses an invoice in full.
 *
 * @param issuedOn its date, in Bucharest
 * @param invoice what it reverses
 */
public record StornoOrder(TenantId tenant, DocumentReference reference, LocalDate issuedOn, DocumentNumber invoice) {}

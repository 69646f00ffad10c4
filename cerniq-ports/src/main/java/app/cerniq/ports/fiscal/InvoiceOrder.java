package app.cerniq.ports.fiscal;

import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import java.time.LocalDate;

/**
 * An order for the invoice that follows a proforma: customer and lines are those of the proforma.
 *
 * @param issuedOn its date, in Bucharest
 * @param proforma what it is made from
 * @param gross what it must come to
 */
public record InvoiceOrder(
        TenantId tenant, DocumentReference reference, LocalDate issuedOn, DocumentNumber proforma, Money gross) {}

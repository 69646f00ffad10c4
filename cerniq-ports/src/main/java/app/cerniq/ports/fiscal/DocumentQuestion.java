package app.cerniq.ports.fiscal;

import app.cerniq.domain.shared.TenantId;
import java.time.LocalDate;

/**
 * Whether a document was issued under a reference.
 *
 * @param notBefore the earliest date it can have, in Bucharest: offices are asked for a span of days
 */
public record DocumentQuestion(TenantId tenant, DocumentKind kind, DocumentReference reference, LocalDate notBefore) {}

package app.cerniq.ports.fiscal;

import app.cerniq.domain.shared.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A document as the office has it.
 *
 * @param reference our name for it
 * @param issuedOn its date, in Bucharest
 * @param gross its total, where the office tells it: its answer to an order does not, its list does
 * @param isCancelled only ever of a proforma
 */
public record IssuedDocument(
        DocumentKind kind,
        DocumentReference reference,
        DocumentNumber number,
        LocalDate issuedOn,
        Optional<Money> gross,
        boolean isCancelled) {}

package app.cerniq.ports.fiscal;

import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.TenantId;
import java.time.LocalDate;

/**
 * An order for a proforma.
 *
 * @param tenant who issues it; the office's settings know its fiscal code and series
 * @param issuedOn its date, in Bucharest
 * @param dueOn the last day on which it is valid
 * @param client everything a fiscal document asks for
 * @param quote its lines: net unit prices that contain every discount already
 */
public record ProformaOrder(
        TenantId tenant,
        DocumentReference reference,
        LocalDate issuedOn,
        LocalDate dueOn,
        ClientData client,
        QuoteVersion quote) {

    public ProformaOrder {
        if (quote.lines().isEmpty() || !client.missingForFiscalDocument().isEmpty() || dueOn.isBefore(issuedOn)) {
            throw new IllegalArgumentException("A proforma has lines, a whole customer and a due date from " + issuedOn
                    + " on; this one has " + quote.lines().size() + " lines, lacks "
                    + client.missingForFiscalDocument() + " and is due on " + dueOn + ".");
        }
    }
}

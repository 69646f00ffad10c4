package app.cerniq.ports.fiscal;

import app.cerniq.domain.shared.Money;
import java.time.LocalDate;

/**
 * Money that the office booked on an invoice.
 *
 * @param ref the office's name for the payment, unique per invoice; 1 to 50 characters
 * @param on the day it was received, in Bucharest
 */
public record Collection(String ref, Money amount, LocalDate on) {

    public Collection {
        if (ref.isBlank() || ref.length() > 50) {
            throw new IllegalArgumentException("A payment's name has 1 to 50 characters; \"" + ref + "\" has not.");
        }
    }
}

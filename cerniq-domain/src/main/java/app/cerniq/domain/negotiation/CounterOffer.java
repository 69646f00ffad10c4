package app.cerniq.domain.negotiation;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A structured offer against a quote version, from either side.
 *
 * @param number 1 for the first offer of the negotiation, then one more each time
 * @param against the version it answers
 * @param terms what this side wants, at least one line
 * @param note the words that came with it
 */
public record CounterOffer(int number, Side side, ContentHash against, List<Term> terms, String note, Instant at) {
    public CounterOffer {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("An offer names at least one line.");
        }
    }

    /** Who makes the offer. */
    public enum Side {
        CUSTOMER,
        SELLER
    }

    /**
     * What is wanted for one line.
     *
     * @param unitPrice per unit, without VAT
     * @param quantity where it should change
     */
    public record Term(Sku sku, Money unitPrice, Optional<Quantity> quantity) {}
}

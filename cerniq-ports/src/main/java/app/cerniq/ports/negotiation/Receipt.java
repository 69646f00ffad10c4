package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.RuleName;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a command that was done; asking again under the same key gives the same answer.
 *
 * @param version the negotiation's version after it; expected by the next command
 * @param quote the hash of the quote that stands after it
 * @param waiting the discount request that the command made, where it has to wait for a decision
 * @param rules the rules that fired
 */
public record Receipt(
        NegotiationId negotiation,
        long version,
        NegotiationState state,
        Optional<ContentHash> quote,
        Optional<DiscountRequestId> waiting,
        List<RuleName> rules) {
    public Receipt {
        rules = List.copyOf(rules);
    }
}

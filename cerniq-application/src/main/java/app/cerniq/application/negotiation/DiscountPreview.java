package app.cerniq.application.negotiation;

import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.RuleName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What would become of a request for a discount, if it were made now.
 *
 * @param tier who has to agree, by the strictest line; {@code AUTO} where nobody has to
 * @param isGrantedAtOnce whether it would stand in the quote from the same moment: by the rules, by an approval that was
 *     given before, or by the authority of whoever asks
 * @param isApprovedBefore whether every line that somebody has to agree to was approved before and is unchanged
 * @param decider who would be asked first; empty where nobody would
 * @param within how long that role would have; empty where nobody would be asked
 * @param chain everybody who would be asked, one after the other, if nobody answered; at its end stands a no
 * @param rules the rules that fired, sorted
 * @param reasons what they say, in the order of the lines
 */
public record DiscountPreview(
        DiscountTier tier,
        boolean isGrantedAtOnce,
        boolean isApprovedBefore,
        Optional<Role> decider,
        Optional<Duration> within,
        List<Role> chain,
        List<RuleName> rules,
        List<String> reasons) {

    public DiscountPreview {
        chain = List.copyOf(chain);
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
    }
}

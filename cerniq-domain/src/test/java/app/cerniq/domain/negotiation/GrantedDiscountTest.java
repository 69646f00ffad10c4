package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Deals.TAPE;
import static app.cerniq.domain.negotiation.Deals.WAITING;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.People;
import app.cerniq.domain.shared.Percentage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** B27: whoever decides, whatever they write down, and whatever the limits became meanwhile. */
class GrantedDiscountTest {

    private static final List<Actor> DECIDERS = List.of(People.MANAGER, People.DIRECTOR, People.CEO);

    /** The limits of a day: automatic, manager's, maximum. */
    private record Limits(int automatic, int manager, int maximum) {

        static Limits of(int one, int two, int three) {
            var rising = Stream.of(one, two, three).sorted().toList();
            return new Limits(rising.get(0), rising.get(1), rising.get(2));
        }

        Decision<DiscountTier> judge(QuoteLine line) {
            return Judged.as(tier(line.discount()), line).tier();
        }

        private DiscountTier tier(Percentage discount) {
            if (discount.exceeds(points(maximum))) {
                return DiscountTier.REFUSED;
            }
            if (discount.exceeds(points(manager))) {
                return DiscountTier.DIRECTOR;
            }
            return discount.exceeds(points(automatic)) ? DiscountTier.MANAGER : DiscountTier.AUTO;
        }
    }

    private static Percentage points(int whole) {
        return Percentage.of(Integer.toString(whole));
    }

    @Property(tries = 1_000)
    void what_is_granted_is_at_most_what_was_asked_what_the_decider_may_and_what_anybody_may(
            @ForAll @IntRange(min = 16, max = 40) int asked,
            @ForAll @IntRange(max = 50) int lowered,
            @ForAll @IntRange(max = 2) int who,
            @ForAll @IntRange(max = 45) int one,
            @ForAll @IntRange(max = 45) int two,
            @ForAll @IntRange(max = 45) int three) {
        var today = Limits.of(one, two, three);
        var wanted = Lines.of(WHEAT_SEED, "40", Integer.toString(asked));
        var waiting = next(inProposal()
                .discounting(by(People.AGENT))
                .request(WAITING, Judged.lines(wanted, TAPE), Judged::within, "a large customer"));

        var decision = waiting.discounting(by(DECIDERS.get(who)))
                .grant(WAITING, Optional.of(points(lowered)), today::judge, "as I say");

        decision.peek(accepted -> {
            var granted = accepted.next()
                    .bargain()
                    .quote()
                    .flatMap(quote -> quote.line(WHEAT_SEED.sku()))
                    .orElseThrow()
                    .discount();
            assertThat(granted.exceeds(points(Math.min(asked, lowered)))).isFalse();
            assertThat(granted.exceeds(points(today.maximum()))).isFalse();
            assertThat(who == 0 && granted.exceeds(points(today.manager()))).isFalse();
        });
    }
}

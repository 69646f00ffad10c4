package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Deals on which anybody asked for anything in any order, about half of it sensible. Whatever was refused left no trace.
 */
final class RandomDeals {

    private static final int LONGEST = 60;

    private RandomDeals() {}

    /** Every accepted decision of a deal, the opening first. */
    static Arbitrary<List<Accepted>> any() {
        return steps().list().ofMinSize(10).ofMaxSize(LONGEST).map(RandomDeals::played);
    }

    /**
     * Somebody asks for something, some time later.
     *
     * @param choice what decides between arguments
     */
    record Step(Whim whim, int actor, int choice, Duration later) {}

    private static Arbitrary<Step> steps() {
        var whims = Arbitraries.frequency(
                Tuple.of(Whim.values().length, Optional.<Whim>empty()),
                Tuple.of(Whim.values().length, Optional.of(Whim.GO_ON)));
        var chosen = whims.flatMap(whim -> whim.map(Arbitraries::just).orElseGet(() -> Arbitraries.of(Whim.class)));
        var laters = Arbitraries.frequency(
                Tuple.of(12, Duration.ofMinutes(10)), Tuple.of(3, Duration.ofDays(1)), Tuple.of(1, Duration.ofDays(8)));
        return Combinators.combine(
                        chosen,
                        Arbitraries.integers().between(0, People.ALL.size() - 1),
                        Arbitraries.integers().between(0, 999),
                        laters)
                .as(Step::new);
    }

    private static List<Accepted> played(List<Step> steps) {
        var accepted = new ArrayList<Accepted>();
        accepted.add(new Accepted(
                Deals.opened().deal(), Deals.opened().history().get(0)));
        var now = Deals.NOON;
        for (var step : steps) {
            var deal = accepted.get(accepted.size() - 1).next();
            now = now.plus(step.later());
            var stamp = new Stamp(People.ALL.get(step.actor()), now);
            step.whim().ask(deal, stamp, step.choice()).forEach(accepted::add);
        }
        return accepted;
    }
}

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

/** Deals of which anybody asked anything in any order, about half of it sensible. What was refused left no trace. */
final class RandomDeals {

    private static final int LONGEST = 80;

    /** Two hosts whose clocks differ take turns. */
    private static final Duration A_SECOND_AHEAD = Duration.ofMinutes(30).plusSeconds(1);

    private static final Duration A_SECOND_BEHIND = Duration.ofSeconds(-2);

    private RandomDeals() {}

    /**
     * Somebody asks for something, some time later or, by a clock that is behind, earlier.
     *
     * @param choice decides between arguments
     */
    private record Step(Whims.Whim whim, int actor, int choice, Duration later) {}

    /** Every accepted decision of a deal, the opening first. */
    static Arbitrary<List<Accepted>> any() {
        return steps().list().ofMinSize(20).ofMaxSize(LONGEST).map(RandomDeals::played);
    }

    private static Arbitrary<Step> steps() {
        Arbitrary<Whims.Whim> sensible = Arbitraries.just(Whims::goOn);
        var whims = Arbitraries.oneOf(sensible, Arbitraries.of(Whims.ALL));
        var actors = Arbitraries.integers().between(0, People.ALL.size() - 1);
        var choices = Arbitraries.integers().between(0, 999);
        var laters = Arbitraries.frequency(
                Tuple.of(16, Duration.ofMinutes(10)),
                Tuple.of(4, Duration.ofMinutes(31)),
                Tuple.of(4, A_SECOND_AHEAD),
                Tuple.of(4, A_SECOND_BEHIND),
                Tuple.of(4, Duration.ofDays(1)),
                Tuple.of(1, Duration.ofDays(8)));
        return Combinators.combine(whims, actors, choices, laters).as(Step::new).withoutEdgeCases();
    }

    private static List<Accepted> played(List<Step> steps) {
        var opened = Deals.opened();
        var accepted = new ArrayList<Accepted>();
        accepted.add(new Accepted(opened.deal(), opened.history().get(0)));
        var now = Deals.NOON;
        for (var step : steps) {
            var deal = accepted.get(accepted.size() - 1).next();
            now = now.plus(step.later());
            var stamp = new Stamp(People.ALL.get(step.actor()), now);
            if (step.choice() < 100 && forgets(accepted, stamp)) {
                continue;
            }
            step.whim()
                    .ask(deal, stamp, step.choice())
                    .map(decided -> Whims.followed(deal, stamp, decided))
                    .forEach(accepted::add);
        }
        return accepted;
    }

    /** Whether the person behind a deal that is over was forgotten; then nobody was ever named. */
    private static boolean forgets(List<Accepted> accepted, Stamp stamp) {
        var history = accepted.stream().map(Accepted::change).toList();
        var deal = accepted.get(accepted.size() - 1).next();
        var redaction = Redaction.of(history, issuedAt -> stamp.at().getEpochSecond() % 2 == 0);
        var erased = deal.handling(stamp).erasePerson(redaction.fold(history), redaction, Optional.empty());
        if (erased.isLeft()) {
            return false;
        }
        accepted.clear();
        for (var change : redaction.of(history)) {
            var next = accepted.isEmpty()
                    ? Negotiation.fold(List.of(change))
                    : accepted.get(accepted.size() - 1).next().apply(change);
            accepted.add(new Accepted(next, change));
        }
        accepted.add(erased.get());
        return true;
    }
}

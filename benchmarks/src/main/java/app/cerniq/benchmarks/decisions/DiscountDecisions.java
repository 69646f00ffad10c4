package app.cerniq.benchmarks.decisions;

import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.ports.pricing.DiscountPolicy;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.rules.DroolsPolicies;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Who has to agree to this price? */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
public class DiscountDecisions {

    /** The real policies of the library. */
    @Benchmark
    public Decision<DiscountTier> tier(Rules rules) {
        return rules.discounts.decide(rules.next());
    }

    /** The rules in force, and a round of prices that meets every tier. */
    @State(Scope.Thread)
    public static class Rules {

        private final DiscountPolicy discounts = DroolsPolicies.standard().discounts();
        private final DiscountQuestion[] round = Stream.of(
                        "0", "5", "15", "15.01", "22.5", "30", "30.01", "40", "40.01", "80")
                .flatMap(points -> Stream.of(asked(points, false, true, false), asked(points, true, true, false)))
                .toArray(DiscountQuestion[]::new);
        private int next;

        private static DiscountQuestion asked(String points, boolean belowFloor, boolean costKnown, boolean belowCost) {
            return DiscountQuestion.of(
                    Percentage.of(points), DiscountLimits.STANDARD, belowFloor, costKnown, belowCost);
        }

        DiscountQuestion next() {
            var question = round[next];
            next = next + 1 == round.length ? 0 : next + 1;
            return question;
        }
    }
}

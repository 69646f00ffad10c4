package app.cerniq.testkit.simulation;

import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.StorageUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Sellers on several hosts fight for few goods: they quote, hold, change their minds, sell and take back, with holds that
 * last from nothing to seconds and clocks that jump; somebody delivers, carries and sweeps meanwhile; a mishap may kill
 * connections in the middle. At the end the books of the store are compared with the books of the sellers.
 */
public final class OversellSimulation {

    /** One step in so many is the storekeeper's. */
    private static final int STOREKEEPER = 12;

    private static final int JUMP = 64;
    private static final int LOOK = 128;
    private static final int PATIENCE = 200;

    /** Something that goes wrong in the world, such as a connection that is killed; called between steps. */
    @FunctionalInterface
    public interface Mishap {
        void happen();

        /** Nothing ever goes wrong. */
        Mishap NONE = () -> {};
    }

    private final Course course;
    private final Clock clock;
    private final Mishap mishap;
    private final LongConsumer progress;
    private final Market market;
    private final Audit audit;
    private final AtomicLong left;
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

    /**
     * A simulation on an empty or a used store; it makes a tenant of its own.
     *
     * @param ids new ids, safe to share between threads
     * @param clock the true time
     * @param progress told now and then how many steps are left; 0 before the last look at every deal
     */
    public OversellSimulation(
            Storage storage, Ids ids, Course course, Clock clock, Mishap mishap, LongConsumer progress) {
        this.course = course;
        this.clock = clock;
        this.mishap = mishap;
        this.progress = progress;
        this.market = new Market(storage, ids, course);
        this.audit = new Audit(market);
        this.left = new AtomicLong(course.operations());
    }

    private record Tally(Map<Outcome, Long> outcomes, Map<String, Long> refusals, long sales) {}

    /** Runs to the end; the calling thread waits. Throws what a host threw where that was neither a refusal nor a mishap. */
    public OversellReport run() {
        var start = clock.instant();
        var hosts = Executors.newFixedThreadPool(course.hosts());
        try {
            var running = new ArrayList<Future<Tally>>();
            for (var host = 0; host < course.hosts(); host++) {
                var seed = course.seed() * 1_000 + host;
                running.add(hosts.submit(() -> work(seed)));
            }
            var tallies = new ArrayList<Tally>();
            for (var host : running) {
                tallies.add(host.get());
            }
            var at = clock.instant().plus(course.skew());
            var end = clock.instant().plus(course.skew().multipliedBy(2)).plusSeconds(60);
            progress.accept(0);
            // The last mishap may have left dead connections behind.
            faults.addAll(Patience.keep(PATIENCE, () -> audit.everything(at, end)));
            return report(tallies, Duration.between(start, clock.instant()));
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A host failed: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", interrupted);
        } finally {
            hosts.shutdownNow();
        }
    }

    private Tally work(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var own = new JumpingClock(clock, course.skew(), random);
        var seller = new Seller(market, own, random);
        var keeper = new Storekeeper(market, own, random);
        var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
        for (var rest = left.getAndDecrement(); rest > 0; rest = left.getAndDecrement()) {
            if (random.nextInt(JUMP) == 0) {
                own.jump();
            }
            if (random.nextInt(LOOK) == 0) {
                look();
                mishap.happen();
                progress.accept(rest);
            }
            outcomes.merge(step(random, seller, keeper), 1L, Long::sum);
        }
        var refusals = new HashMap<>(seller.refusals());
        keeper.refusals().forEach((code, many) -> refusals.merge(code, many, Long::sum));
        return new Tally(outcomes, refusals, seller.sales());
    }

    private static Outcome step(RandomGenerator random, Seller seller, Storekeeper keeper) {
        try {
            return random.nextInt(STOREKEEPER) == 0 ? keeper.step() : seller.step();
        } catch (StorageUnavailable died) {
            return Outcome.LOST; // while reading: nothing had been asked for yet
        }
    }

    private void look() {
        try {
            faults.addAll(audit.promises());
        } catch (StorageUnavailable died) {
            progress.accept(left.get()); // looked at again soon
        }
    }

    private OversellReport report(List<Tally> tallies, Duration took) {
        var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
        var refusals = new HashMap<String, Long>();
        var sales = 0L;
        for (var tally : tallies) {
            tally.outcomes().forEach((outcome, many) -> outcomes.merge(outcome, many, Long::sum));
            tally.refusals().forEach((code, many) -> refusals.merge(code, many, Long::sum));
            sales += tally.sales();
        }
        var unheard = outcomes.getOrDefault(Outcome.DONE_UNHEARD, 0L);
        return new OversellReport(
                outcomes.getOrDefault(Outcome.DONE, 0L) + unheard,
                refusals,
                unheard,
                outcomes.getOrDefault(Outcome.LOST, 0L),
                sales,
                faults.stream().distinct().toList(),
                took);
    }
}

package app.cerniq.simulator;

import app.cerniq.simulator.world.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Many plans of one simulation, spread over threads; each plan stays in one of them. The threads live as long as {@link
 * #run} does.
 *
 * @param plans what to run, in this order
 * @param threads how many at the same time, 1 or more
 */
public record Campaign(Simulation simulation, List<Plan> plans, int threads) {
    public Campaign {
        plans = List.copyOf(plans);
        if (threads < 1) {
            throw new IllegalArgumentException("A campaign runs in 1 thread or more, not in " + threads + ".");
        }
    }

    /** So many seeds, one after another, of as many steps each. */
    public static Campaign of(Simulation simulation, long firstSeed, int seeds, int steps, int threads) {
        var plans = new ArrayList<Plan>();
        for (var i = 0; i < seeds; i++) {
            plans.add(Plan.of(firstSeed + i, steps));
        }
        return new Campaign(simulation, plans, threads);
    }

    /** Runs all of them; the calling thread waits. */
    public CampaignReport run() {
        return run(done -> {});
    }

    /**
     * Runs all of them, and tells how far it is.
     *
     * @param progress told how many are done, from several threads
     */
    public CampaignReport run(IntConsumer progress) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var done = new java.util.concurrent.atomic.AtomicInteger();
            var running = new ArrayList<Future<SimulationReport>>();
            for (var plan : plans) {
                running.add(pool.submit(() -> {
                    var report = simulation.run(plan);
                    progress.accept(done.incrementAndGet());
                    return report;
                }));
            }
            return together(running);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A simulation broke off: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", interrupted);
        } finally {
            pool.shutdownNow();
        }
    }

    private static CampaignReport together(List<Future<SimulationReport>> running)
            throws ExecutionException, InterruptedException {
        var tally = new Tally();
        var violations = new ArrayList<Violation>();
        for (var one : running) {
            var report = one.get();
            tally.add(report.tally());
            report.violation().ifPresent(violations::add);
        }
        return new CampaignReport(running.size(), tally, violations);
    }
}

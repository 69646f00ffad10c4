package app.cerniq.application.runtime.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Who runs rounds: the caller's thread alone, or the threads that a host gave, which are watched. */
interface Crew {

    /** Runs all rounds; comes back when each is over or was given up. */
    void run(List<Round> rounds);

    /** In the caller's thread, one after the other. Nobody watches the time. */
    static Crew ofOne() {
        return rounds -> rounds.forEach(Round::run);
    }

    /**
     * In the threads of an executor, whose number bounds how many consumers work at once. A consumer that does not come
     * back is interrupted and left; should it not heed that, its thread is lost to the executor.
     */
    static Crew of(ExecutorService threads) {
        return rounds -> new Watch(threads).over(rounds);
    }

    /** One watch over rounds that run elsewhere. */
    final class Watch {

        /** How often is looked for consumers that take too long. */
        private static final long LOOK_MILLIS = 20;

        private final ExecutorService threads;

        Watch(ExecutorService threads) {
            this.threads = threads;
        }

        void over(List<Round> rounds) {
            var running = new ArrayList<Running>();
            for (var round : rounds) {
                try {
                    running.add(new Running(round, threads.submit(round)));
                } catch (RejectedExecutionException full) {
                    // Threads that are all busy or shut down: what was not run is released, and claimed again later.
                    break;
                }
            }
            try {
                for (var one : running) {
                    one.await();
                }
            } catch (InterruptedException stopping) {
                running.forEach(one -> one.future().cancel(true));
                Thread.currentThread().interrupt();
            }
        }

        private record Running(Round round, Future<?> future) {

            void await() throws InterruptedException {
                while (!future.isDone()) {
                    if (round.giveUpIfOverdue()) {
                        future.cancel(true);
                        return;
                    }
                    try {
                        future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    } catch (TimeoutException stillRunning) {
                        // Looked at again above.
                    } catch (ExecutionException died) {
                        // An error of the machine: what this round had done counts, the rest is released.
                        return;
                    }
                }
            }
        }
    }
}

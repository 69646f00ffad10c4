package app.cerniq.application.runtime.event;

import app.cerniq.ports.runtime.WakeUp;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dispatches until it is closed, in the thread that runs it: pass after pass while there is something to do, then asleep
 * until the store speaks or it is time to ask again. Outlives a store that is away, and a clock that is set.
 */
public final class DispatchLoop implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Dispatcher dispatcher;
    private final WakeUp wakeUp;
    private final Duration poll;
    private volatile boolean isClosed;

    DispatchLoop(Dispatcher dispatcher, WakeUp wakeUp, Duration poll) {
        this.dispatcher = dispatcher;
        this.wakeUp = wakeUp;
        this.poll = poll;
    }

    @Override
    public void run() {
        try (var listening = wakeUp.listen()) {
            var failures = 0;
            while (!isClosed && !Thread.currentThread().isInterrupted()) {
                var isIdle = true;
                try {
                    isIdle = dispatcher.runOnce().isEmpty();
                    failures = 0;
                } catch (RuntimeException away) {
                    failures++;
                    tell(failures, away);
                    Thread.sleep(pause(failures));
                }
                if (isIdle && !isClosed) {
                    listening.await(poll);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once when it begins; an hour without a database is not an hour of the same line. */
    private static void tell(int failures, RuntimeException away) {
        if (failures == 1) {
            LOG.warn("events cannot be dispatched for now; trying again until they can", away);
        }
    }

    private long pause(int failures) {
        return Math.min(LONGEST_PAUSE.toMillis(), 100L << Math.min(failures, 10));
    }

    /** Ends after the pass that is under way; a thread that sleeps is to be interrupted, or wakes within the poll. */
    @Override
    public void close() {
        isClosed = true;
    }
}

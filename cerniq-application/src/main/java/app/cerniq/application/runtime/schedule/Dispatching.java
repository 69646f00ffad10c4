package app.cerniq.application.runtime.schedule;

import app.cerniq.application.runtime.event.DispatchLoop;
import app.cerniq.application.runtime.event.EventDesk;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads in which events are dispatched while an engine runs: one that claims, and those in which consumers work. */
record Dispatching(DispatchLoop loop, ExecutorService claiming, ExecutorService consuming) {

    private static final int CONSUMERS = 4;

    static Dispatching begin(EventDesk events) {
        var consuming = Executors.newFixedThreadPool(CONSUMERS, named("cerniq-consumer"));
        var claiming = Executors.newSingleThreadExecutor(named("cerniq-dispatcher"));
        var loop = events.loop(consuming);
        claiming.execute(loop);
        return new Dispatching(loop, claiming, consuming);
    }

    private static ThreadFactory named(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Begins no pass any more, and waits for the one that is under way, but no longer than told. */
    void end(Duration atMost) {
        loop.close();
        claiming.shutdownNow();
        try {
            if (!claiming.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                consuming.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        consuming.shutdownNow();
    }
}

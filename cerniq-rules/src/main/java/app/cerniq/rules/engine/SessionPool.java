package app.cerniq.rules.engine;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * A bounded store of idle sessions. Whoever takes one owns it until it is given back; there is no lock and nothing is
 * tied to a thread, so virtual threads are as welcome as others. When all are out, a caller simply gets a new one.
 */
final class SessionPool<O> {

    private static final int SLOTS = 64;
    /** How many slots are tried before a fresh session is the cheaper answer. */
    private static final int TRIES = 4;
    /** Neighbouring slots lie 128 bytes apart, so that two cores do not fight over one cache line. */
    private static final int SPACING = 32;
    /** Fibonacci hashing: consecutive thread ids land far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final AtomicReferenceArray<Session<O>> idle = new AtomicReferenceArray<>(SLOTS * SPACING);
    private final Supplier<Session<O>> fresh;

    SessionPool(Supplier<Session<O>> fresh) {
        this.fresh = fresh;
    }

    /** A session of the caller's own, until it is given back. */
    Session<O> take() {
        var start = start();
        for (var i = 0; i < TRIES; i++) {
            var session = idle.getAndSet(slot(start + i), null);
            if (session != null) {
                return session;
            }
        }
        return fresh.get();
    }

    /** Takes a healthy session back; where there is no room, it is closed. */
    void giveBack(Session<O> session) {
        var start = start();
        for (var i = 0; i < TRIES; i++) {
            if (idle.compareAndSet(slot(start + i), null, session)) {
                return;
            }
        }
        session.close();
    }

    private static int start() {
        return (int) ((Thread.currentThread().getId() * SPREAD) >>> 32);
    }

    private static int slot(int number) {
        return (number & (SLOTS - 1)) * SPACING;
    }
}

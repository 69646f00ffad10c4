package app.cerniq.ports.runtime;

import java.time.Duration;

/** How a store says that there is something to deliver, so that nobody has to ask all the time. */
public interface WakeUp {

    /** Begins to listen. Whoever listens holds a connection until it stops. */
    Listening listen();

    /** Somebody who listens; used by one thread. */
    interface Listening extends AutoCloseable {

        /**
         * Waits until something may be due, at most so long. Never throws because the store is away: then it just waits,
         * and listens again as soon as it can.
         *
         * @return whether the store spoke
         * @throws InterruptedException where the thread was asked to stop
         */
        boolean await(Duration atMost) throws InterruptedException;

        /** Stops listening. */
        @Override
        void close();
    }
}

package app.cerniq.testkit.memory;

import app.cerniq.ports.runtime.WakeUp;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Rings whenever something was put into the box. */
final class InMemoryWakeUp implements WakeUp {

    private final Lock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Listening listen() {
        return new Listening() {
            private long heard = count();

            @Override
            public boolean await(Duration atMost) throws InterruptedException {
                lock.lock();
                try {
                    var left = atMost.toNanos();
                    while (rings == heard && left > 0) {
                        left = rung.awaitNanos(left);
                    }
                    var news = rings != heard;
                    heard = rings;
                    return news;
                } finally {
                    lock.unlock();
                }
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }

    private long count() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }
}

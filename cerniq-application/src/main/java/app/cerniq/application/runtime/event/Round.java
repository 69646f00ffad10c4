package app.cerniq.application.runtime.event;

import app.cerniq.application.runtime.event.Errand.Visit;
import app.cerniq.domain.runtime.event.Backoff;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.Reception;
import app.cerniq.ports.runtime.SetAside.Slip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The errands of one subject, run one after the other by one thread. Whoever supervises it may give it up; what was done
 * until then counts, and the thread, should it ever come back, changes nothing any more.
 */
final class Round implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    /** An errand that was run, and the consumers that did not get the message. */
    record Done(Errand errand, List<Slip> slips) {
        Done {
            slips = List.copyOf(slips);
        }
    }

    private final List<Errand> errands;
    private final Backoff backoff;
    private final long endNanos;
    private final List<Done> done = new ArrayList<>();
    private final List<Slip> slips = new ArrayList<>();
    private final Set<ConsumerName> behind = new HashSet<>();
    private int errand;
    private int visit;
    private Optional<Long> visitingSince = Optional.empty();
    private boolean isGivenUp;

    /** @param endNanos by {@link System#nanoTime}: no errand is begun after it */
    Round(List<Errand> errands, Backoff backoff, long endNanos) {
        this.errands = List.copyOf(errands);
        this.backoff = backoff;
        this.endNanos = endNanos;
    }

    @Override
    public void run() {
        var next = next();
        while (next.isPresent()) {
            var going = next.get();
            var slip =
                    mustWait(going.visit()) ? Optional.of(going.visit().behind()) : visit(going.event(), going.visit());
            record(slip);
            next = next();
        }
    }

    /** Whoever did not take a message waits with the next ones about the same subject. */
    private synchronized boolean mustWait(Visit visit) {
        return visit.mustWait() || behind.contains(visit.consumer().name());
    }

    private record Going(Envelope event, Visit visit) {}

    /** The next visit; empty where there is none, or this round was given up. */
    private synchronized Optional<Going> next() {
        while (!isGivenUp && errand < errands.size()) {
            var current = errands.get(errand);
            if (visit == 0 && System.nanoTime() - endNanos > 0) {
                return Optional.empty();
            }
            if (current.event().isLeft()) {
                current.visits()
                        .forEach(one -> slips.add(
                                mustWait(one)
                                        ? one.behind()
                                        : one.dead(current.event().getLeft().describe())));
                finish(current);
            } else if (visit < current.visits().size()) {
                visitingSince = Optional.of(System.nanoTime());
                return Optional.of(
                        new Going(current.event().get(), current.visits().get(visit)));
            } else {
                finish(current);
            }
        }
        return Optional.empty();
    }

    private void finish(Errand current) {
        done.add(new Done(current, slips));
        slips.forEach(slip -> behind.add(slip.consumer()));
        slips.clear();
        errand++;
        visit = 0;
    }

    private synchronized void record(Optional<Slip> slip) {
        if (!isGivenUp) {
            visitingSince = Optional.empty();
            slip.ifPresent(slips::add);
            visit++;
        }
    }

    private Optional<Slip> visit(Envelope event, Visit visit) {
        var reception = received(event, visit);
        if (reception instanceof Reception.Again again) {
            return Optional.of(visit.failed(again.why(), backoff));
        }
        return reception instanceof Reception.Never never ? Optional.of(visit.dead(never.why())) : Optional.empty();
    }

    // A consumer is somebody else's code: whatever it throws, the others get their messages.
    private static Reception received(Envelope event, Visit visit) {
        try {
            return visit.consumer().consume(event, visit.note());
        } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
            LOG.debug("{} failed with event {} of tenant {}", visit.consumer().name(), event.eventId(), event.tenant());
            return Reception.again(place(thrown));
        }
    }

    /** The kind of a failure and where it came up, never its message: that may quote a person. */
    private static String place(Throwable thrown) {
        var stack = thrown.getStackTrace();
        return thrown.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
    }

    /** Gives the round up where a consumer has taken longer than it may; whether it did. */
    synchronized boolean giveUpIfOverdue() {
        if (isGivenUp || visitingSince.isEmpty()) {
            return isGivenUp;
        }
        var current = errands.get(errand);
        var held = current.visits().get(visit);
        var limit = held.consumer().timeLimit();
        if (System.nanoTime() - visitingSince.get() <= limit.toNanos()) {
            return false;
        }
        isGivenUp = true;
        slips.add(held.failed("did not come back within " + seconds(limit), backoff));
        current.visits().subList(visit + 1, current.visits().size()).forEach(one -> slips.add(one.passedOver()));
        done.add(new Done(current, slips));
        return true;
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() / 1000.0 + " s";
    }

    /** What was run so far. */
    synchronized List<Done> done() {
        return List.copyOf(done);
    }
}

package app.cerniq.examples.simulation;

import app.cerniq.examples.text.TextTable;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Tells how far a long run is: on a terminal one line that is written over, elsewhere a line for every twentieth part.
 * Safe to share between threads.
 */
public final class Progress implements LongConsumer {

    private static final int PARTS = 20;
    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final String START_OF_LINE = "\r";
    private static final String REST_OF_LINE = "\u001b[K";

    private final PrintWriter out;
    private final boolean isTerminal;
    private final long all;
    private final String what;
    private final String last;
    private final Clock clock;
    private final Instant start;
    private Instant told;
    private long least;

    /**
     * Progress of a run that begins now.
     *
     * @param all how many steps there are
     */
    public Progress(PrintWriter out, boolean isTerminal, long all, Clock clock) {
        this(out, isTerminal, all, "operations", "; now every deal is looked at", clock);
    }

    /**
     * Progress of anything that begins now.
     *
     * @param all how many of it there are
     * @param what what they are, in the plural
     * @param last what is said of the time after the last of them; may be empty
     */
    public Progress(PrintWriter out, boolean isTerminal, long all, String what, String last, Clock clock) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.all = all;
        this.what = what;
        this.last = last;
        this.clock = clock;
        this.start = clock.instant();
        this.told = start;
        this.least = all;
    }

    /** So many steps are left; whoever is late with the news is not listened to. */
    @Override
    public synchronized void accept(long left) {
        if (left >= least || left < 0) {
            return;
        }
        var now = clock.instant();
        if (isTerminal) {
            if (left == 0 || Duration.between(told, now).compareTo(OFTEN) >= 0) {
                told = now;
                out.print(START_OF_LINE + line(left, now) + REST_OF_LINE);
                out.flush();
            }
        } else if (part(left) > part(least)) {
            out.println(line(left, now));
            out.flush();
        }
        least = left;
    }

    /** Takes the line away again. */
    public synchronized void end() {
        if (isTerminal) {
            out.print(START_OF_LINE + REST_OF_LINE);
            out.flush();
        }
    }

    private long part(long left) {
        return Math.floorDiv((all - left) * PARTS, all);
    }

    private String line(long left, Instant now) {
        var elapsed = Duration.between(start, now);
        var done = all - left;
        var perSecond = perSecond(done, elapsed);
        var rest =
                left == 0 ? last : perSecond == 0 ? "" : ", " + words(Duration.ofSeconds(left / perSecond)) + " left";
        return String.format(
                Locale.ENGLISH,
                "%3d %%  %s of %s %s, %s per second, %s so far%s",
                done * 100 / all,
                TextTable.count(done),
                TextTable.count(all),
                what,
                TextTable.count(perSecond),
                words(elapsed),
                rest);
    }

    /** So many in a second, rounded down. */
    static long perSecond(long many, Duration took) {
        return many * 1_000 / Math.max(1, took.toMillis());
    }

    /** A time as people say it, the two largest parts of it. */
    static String words(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}

package app.cerniq.ports.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** How often a job runs. */
public sealed interface Cadence {

    /** When it runs next after it was done at an instant; always later. */
    Instant next(Instant done);

    /** Whether a job that was never run before is due at once. */
    boolean beginsAtOnce();

    /** In a few words, for a table. */
    String inWords();

    /** After a pause that begins when the run before it has ended. */
    record Every(Duration pause) implements Cadence {

        private static final Duration SHORTEST = Duration.ofSeconds(1);

        public Every {
            if (pause.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException("A pause is 1 second or longer, not " + pause + ".");
            }
        }

        @Override
        public Instant next(Instant done) {
            return done.plus(pause);
        }

        @Override
        public boolean beginsAtOnce() {
            return true;
        }

        @Override
        public String inWords() {
            var minutes = pause.toMinutes();
            if (minutes == 0 || pause.toSecondsPart() > 0) {
                return "every " + pause.toSeconds() + " s";
            }
            return minutes % 60 == 0 ? "every " + minutes / 60 + " h" : "every " + minutes + " min";
        }
    }

    /** Once a day at a time on the wall. On a day without that time it runs as much later as the day lacks. */
    record Daily(LocalTime time, ZoneId zone) implements Cadence {

        @Override
        public Instant next(Instant done) {
            var today = done.atZone(zone).toLocalDate();
            var then = today.atTime(time).atZone(zone).toInstant();
            return then.isAfter(done)
                    ? then
                    : today.plusDays(1).atTime(time).atZone(zone).toInstant();
        }

        @Override
        public boolean beginsAtOnce() {
            return false;
        }

        @Override
        public String inWords() {
            return "daily at " + time + " " + zone;
        }
    }

    /** The first time of a job that was never run before. */
    default Instant first(Instant now) {
        return beginsAtOnce() ? now : next(now);
    }

    /**
     * When a job that failed is tried again: soon at first, then ever later, but never later than it would run anyway.
     *
     * @param failures how often in a row, from 1
     */
    default Instant afterFailure(Instant failed, int failures) {
        var seconds = 10L << Math.min(Math.max(failures, 1) - 1, 7);
        var soon = failed.plusSeconds(Math.min(seconds, 900));
        var anyway = next(failed);
        return soon.isBefore(anyway) ? soon : anyway;
    }
}

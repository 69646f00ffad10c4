package app.cerniq.adapters.postgres;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time as PostgreSQL keeps it: cut to microseconds, so that columns and journal never differ by a rounding. */
final class Micros {

    private Micros() {}

    static Instant of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}

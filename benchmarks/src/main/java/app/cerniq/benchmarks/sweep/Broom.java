package app.cerniq.benchmarks.sweep;

import java.sql.SQLException;

/** Whoever sweeps. */
interface Broom {

    /** Ends at most so many of the reservations whose time is up, and tells how many. */
    int sweep(int limit) throws SQLException;
}

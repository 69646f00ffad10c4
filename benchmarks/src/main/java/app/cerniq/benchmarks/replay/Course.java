package app.cerniq.benchmarks.replay;

import app.cerniq.application.Cerniq;
import java.util.List;
import java.util.Map;

/** What is measured, over and over. */
public interface Course {

    /** The commands that every deal gets in turn; after the last one it stands where it stood, but for its version. */
    List<Command> commands();

    /** How many round trips each of the commands takes; one that takes more is not what is to be measured. */
    List<Integer> roundTrips();

    /** The version at which a fresh deal stands. */
    long version();

    /** How many deals each of so many clients has. */
    int deals(int clients);

    /** How many kinds of deals there are: the number of a deal, modulo this, tells its kind. */
    default int kinds() {
        return 1;
    }

    /** So many fresh deals; returns the number of the first of them, which is of the first kind, the others follow. */
    long fresh(int count);

    /**
     * Values that differ from deal to deal, or from one time to the next, and the SQL that makes them in a script.
     *
     * @param deal as it stands now
     */
    default Map<Object, String> made(Cerniq cerniq, long deal) {
        return Map.of();
    }

    /** Further counters of a script, in the language of pgbench. */
    default String counting() {
        return "";
    }

    /** Throws where the tables do not hold what was counted. */
    void check(Round round, Speed speed) throws Exception;
}

package app.cerniq.simulator.invariant;

import java.util.List;

/**
 * Something that must hold at every moment. Made anew for every simulation, so it may remember what it saw; never
 * thread-safe, never writes.
 */
public interface Invariant {

    /** As the design counts them, for example {@code I1}. */
    String id();

    /** What must hold, as one sentence. */
    String sentence();

    /** What the last turn broke, in sentences; looks at nothing that the turn did not touch. */
    List<String> afterTurn(Moment moment);

    /** What is broken anywhere, now that nobody is in the middle of anything. */
    default List<String> audit(Moment moment) {
        return List.of();
    }

    /** What is still open although nothing went wrong any more and everybody had the time to come to an end. */
    default List<String> atEnd(Moment moment) {
        return List.of();
    }
}

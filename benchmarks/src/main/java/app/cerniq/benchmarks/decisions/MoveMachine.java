package app.cerniq.benchmarks.decisions;

import app.cerniq.ports.negotiation.MoveQuestion;

/** The state machine of a deal, as somebody else would build it. Owned by one thread. */
interface MoveMachine {

    /** Whether the move may be made. */
    boolean permits(MoveQuestion question);
}

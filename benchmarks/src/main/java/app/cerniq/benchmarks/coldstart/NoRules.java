package app.cerniq.benchmarks.coldstart;

import app.cerniq.domain.negotiation.NegotiationState;

/** The floor: a process that knows the answer by heart. */
public final class NoRules {

    private NoRules() {}

    /** Needs no arguments. */
    public static void main(String[] arguments) {
        System.out.println(
                NegotiationState.valueOf("DISCOVERY").isActive() ? "FSM-01 DISCOVERY to PROPOSAL at any time" : "");
    }
}

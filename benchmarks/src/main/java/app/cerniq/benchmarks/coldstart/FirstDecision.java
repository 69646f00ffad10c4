package app.cerniq.benchmarks.coldstart;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.rules.DroolsPolicies;
import java.util.Set;

/** A process that loads the whole pack as the library does, asks one question and says which rule answered. */
public final class FirstDecision {

    private FirstDecision() {}

    /** Needs no arguments. */
    public static void main(String[] arguments) {
        var question =
                MoveQuestion.of(NegotiationState.DISCOVERY, NegotiationState.PROPOSAL, ActorKind.USER, false, Set.of());
        System.out.println(
                DroolsPolicies.standard().moves().decide(question).rules().get(0));
    }
}

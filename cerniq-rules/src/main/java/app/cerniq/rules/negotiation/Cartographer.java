package app.cerniq.rules.negotiation;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MovePolicy;
import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.ports.negotiation.MoveVerdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;

/**
 * Draws the map of moves by asking the rules, so that it cannot say anything else than they do. It relies on rules
 * only asking for conditions, never for their absence; a test holds them to it.
 */
final class Cartographer {

    private static final Set<MoveCondition> EVERYTHING = EnumSet.allOf(MoveCondition.class);

    private final MovePolicy rules;

    Cartographer(MovePolicy rules) {
        this.rules = rules;
    }

    MoveMap draw() {
        var moves = new ArrayList<MoveMap.Move>();
        for (var from : NegotiationState.values()) {
            for (var to : NegotiationState.values()) {
                var best = ask(from, to, EVERYTHING);
                if (best.outcome() == MoveVerdict.PERMITTED) {
                    moves.add(new MoveMap.Move(
                            from, to, needed(from, to), best.rules().get(0)));
                }
            }
        }
        return new MoveMap(moves);
    }

    /** A condition is needed if the move is not open without it, everything else being as good as can be. */
    private Set<MoveCondition> needed(NegotiationState from, NegotiationState to) {
        var needed = EnumSet.noneOf(MoveCondition.class);
        for (var condition : MoveCondition.values()) {
            var allButThis = EnumSet.complementOf(EnumSet.of(condition));
            if (ask(from, to, allButThis).outcome() != MoveVerdict.PERMITTED) {
                needed.add(condition);
            }
        }
        return needed;
    }

    private Decision<MoveVerdict> ask(NegotiationState from, NegotiationState to, Set<MoveCondition> met) {
        return rules.decide(MoveQuestion.of(from, to, ActorKind.USER, false, met));
    }
}

package app.cerniq.benchmarks.decisions;

import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.DEAD;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.INVOICED;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PAID;
import static app.cerniq.domain.negotiation.NegotiationState.PROFORMA_SENT;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MovePolicy;
import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.ports.negotiation.MoveVerdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The questions that are asked: while measuring, a fixed round of them; before it, the whole input space. */
final class Cells {

    private Cells() {}

    /** The seventeen legal moves, each with just the conditions it needs, and seven that are refused. */
    static MoveQuestion[] round(MovePolicy rules) {
        var round = new ArrayList<MoveQuestion>();
        for (MoveMap.Move move : rules.moves().moves()) {
            round.add(asked(move.from(), move.to(), false, move.conditions()));
        }
        round.add(asked(PROPOSAL, NEGOTIATION, false, Set.of()));
        round.add(asked(CLOSING, PROFORMA_SENT, false, Set.of(MoveCondition.AGREEMENT_REACHED)));
        round.add(asked(PROFORMA_SENT, INVOICED, false, Set.of(MoveCondition.PROFORMA_ACCEPTED)));
        round.add(asked(DISCOVERY, CLOSING, false, Set.of(MoveCondition.AGREEMENT_REACHED)));
        round.add(asked(PAID, DISCOVERY, false, Set.of()));
        round.add(asked(DEAD, DISCOVERY, false, Set.of()));
        round.add(asked(PROPOSAL, DISCOVERY, true, Set.of()));
        return round.toArray(MoveQuestion[]::new);
    }

    /** Throws where a machine answers any question otherwise than the rules do. */
    static void mustAgree(MovePolicy rules, MoveMachine machine) {
        for (var question : space()) {
            var permitted = rules.decide(question).outcome() == MoveVerdict.PERMITTED;
            if (machine.permits(question) != permitted) {
                throw new IllegalStateException(
                        machine.getClass().getSimpleName() + " and the rules disagree over " + question + ".");
            }
        }
    }

    /** Every pair of states, with no condition met, with all, with all but one and with one alone, held and not held. */
    private static List<MoveQuestion> space() {
        var conditions = new ArrayList<Set<MoveCondition>>();
        conditions.add(EnumSet.noneOf(MoveCondition.class));
        conditions.add(EnumSet.allOf(MoveCondition.class));
        for (var condition : MoveCondition.values()) {
            conditions.add(EnumSet.of(condition));
            conditions.add(EnumSet.complementOf(EnumSet.of(condition)));
        }
        var space = new ArrayList<MoveQuestion>();
        for (var from : NegotiationState.values()) {
            for (var to : NegotiationState.values()) {
                for (var met : conditions) {
                    space.add(asked(from, to, false, met));
                    space.add(asked(from, to, true, met));
                }
            }
        }
        return space;
    }

    private static MoveQuestion asked(
            NegotiationState from, NegotiationState to, boolean humanControlled, Set<MoveCondition> met) {
        return MoveQuestion.of(from, to, ActorKind.AI_AGENT, humanControlled, met);
    }
}

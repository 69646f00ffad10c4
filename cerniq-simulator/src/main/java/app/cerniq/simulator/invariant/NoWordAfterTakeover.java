package app.cerniq.simulator.invariant;

import app.cerniq.domain.shared.ActorKind;
import java.util.List;

/** I6: once a human has a deal, no agent has a say in it. */
final class NoWordAfterTakeover implements Invariant {

    @Override
    public String id() {
        return "I6";
    }

    @Override
    public String sentence() {
        return "No AI agent changes a deal between the commit of a human's takeover and the handing back.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        return moment.changes().stream()
                .filter(change -> change.change().by().kind() == ActorKind.AI_AGENT
                        && change.before()
                                .filter(deal -> deal.isHumanControlled())
                                .isPresent())
                .map(change -> change.change().by() + " made version "
                        + change.change().version() + " of " + change.change().negotiation() + ", which a human holds.")
                .toList();
    }
}

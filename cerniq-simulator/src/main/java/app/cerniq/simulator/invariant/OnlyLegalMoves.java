package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.Transition;
import app.cerniq.simulator.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I3: a deal goes no way that is not on the map. */
final class OnlyLegalMoves implements Invariant {

    private final MoveMap legal;
    private final Map<NegotiationId, List<StateChanged>> moves = new HashMap<>();

    /** @param legal the map that nothing that is tested can change */
    OnlyLegalMoves(MoveMap legal) {
        this.legal = legal;
    }

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public String sentence() {
        return "Only legal moves are made, with their conditions met, and each has exactly one row in the history.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        var faults = new ArrayList<String>();
        var moved = new ArrayList<NegotiationId>();
        for (var change : moment.changes()) {
            change.events(StateChanged.class).forEach(move -> {
                moved.add(change.change().negotiation());
                moves.computeIfAbsent(change.change().negotiation(), fresh -> new ArrayList<>())
                        .add(move);
                illegal(change, move, faults);
            });
        }
        faults.addAll(rows(moment.world(), moved));
        return faults;
    }

    private void illegal(DealChange change, StateChanged move, List<String> faults) {
        var before = change.before().orElseThrow();
        var known = legal.between(move.from(), move.to());
        if (known.isEmpty() || before.state() != move.from()) {
            faults.add("Deal " + before.id() + " in " + before.state() + " moved from " + move.from() + " to "
                    + move.to() + ", which is no legal move.");
            return;
        }
        var missing = EnumSet.noneOf(MoveCondition.class);
        missing.addAll(known.get().conditions());
        missing.removeAll(before.conditionsAt(change.change().at()));
        missing.remove(MoveCondition.RESURRECTION); // somebody asks for it; nothing on record is it
        if (!missing.isEmpty()) {
            faults.add("Deal " + before.id() + " moved from " + move.from() + " to " + move.to() + " without " + missing
                    + ".");
        }
    }

    @Override
    public List<String> audit(Moment moment) {
        return rows(moment.world(), moment.touched());
    }

    private List<String> rows(World world, Collection<NegotiationId> deals) {
        var faults = new ArrayList<String>();
        for (var id : deals) {
            var rows = world.storage().negotiations().transitions(id).stream()
                    .map(OnlyLegalMoves::words)
                    .toList();
            var wanted = moves.getOrDefault(id, List.of()).stream()
                    .map(move -> move.from() + " to " + move.to())
                    .toList();
            if (!rows.equals(wanted)) {
                faults.add("The history of moves of " + id + " has " + rows + ", but the deal made " + wanted + ".");
            }
        }
        return faults;
    }

    private static String words(Transition row) {
        return row.from() + " to " + row.to();
    }
}

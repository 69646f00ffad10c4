package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.simulator.world.Answer;
import app.cerniq.simulator.world.Delivered;
import app.cerniq.simulator.world.Seen;
import app.cerniq.simulator.world.World;
import java.util.List;
import java.util.Set;

/**
 * The world after a turn, and what happened since the moment before.
 *
 * @param calls what reached the store, in this order
 * @param answers what clients heard
 * @param deliveries what consumers took
 * @param touched the deals that somebody tried to change, or all of them at an audit
 * @param changes what is new in their histories
 * @param contradictions where a history is not what was read before, or does not fold to what is stored
 */
public record Moment(
        World world,
        List<Seen> calls,
        List<Answer> answers,
        List<Delivered> deliveries,
        Set<NegotiationId> touched,
        List<DealChange> changes,
        List<String> contradictions) {
    public Moment {
        calls = List.copyOf(calls);
        answers = List.copyOf(answers);
        deliveries = List.copyOf(deliveries);
        touched = java.util.Collections.unmodifiableSet(touched);
        changes = List.copyOf(changes);
        contradictions = List.copyOf(contradictions);
    }
}

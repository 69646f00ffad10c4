package app.cerniq.simulator.invariant;

import app.cerniq.simulator.world.Tally.Kind;
import app.cerniq.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Looks at the world after every turn with the eyes of every invariant. */
public final class Watch {

    private final World world;
    private final List<Invariant> invariants;
    private final DealBook book;

    /** @param invariants made for this simulation alone */
    public Watch(World world, List<Invariant> invariants) {
        this.world = world;
        this.invariants = List.copyOf(invariants);
        this.book = new DealBook(world.storage().negotiations());
    }

    /** What is broken, and what it breaks. */
    public record Finding(Invariant invariant, String fault) {}

    /** The first thing that the last turn broke. */
    public Optional<Finding> afterTurn() {
        var calls = world.takeSeen();
        var contradictions = new ArrayList<String>();
        var touched = DealBook.touched(calls);
        var changes = book.read(touched, calls, contradictions);
        changes.forEach(change -> change.change()
                .events()
                .forEach(event ->
                        world.tally().count(Kind.EVENTS, event.getClass().getSimpleName())));
        var moment =
                new Moment(world, calls, world.takeAnswers(), world.takeDeliveries(), touched, changes, contradictions);
        for (var invariant : invariants) {
            world.tally().count(Kind.CHECKS, invariant.id());
            var faults = invariant.afterTurn(moment);
            if (!faults.isEmpty()) {
                return Optional.of(new Finding(invariant, faults.get(0)));
            }
        }
        return Optional.empty();
    }

    /** The first thing that is broken anywhere. */
    public Optional<Finding> audit() {
        return look(Invariant::audit);
    }

    /** The first thing that is still open at the end. */
    public Optional<Finding> end() {
        return look(Invariant::atEnd);
    }

    private Optional<Finding> look(BiFunction<Invariant, Moment, List<String>> how) {
        var contradictions = new ArrayList<String>();
        var changes = book.read(book.all(), List.of(), contradictions);
        var moment = new Moment(world, List.of(), List.of(), List.of(), book.all(), changes, contradictions);
        world.tally().count(Kind.STEPS, "audits");
        for (var invariant : invariants) {
            var faults = how.apply(invariant, moment);
            if (!faults.isEmpty()) {
                return Optional.of(new Finding(invariant, faults.get(0)));
            }
        }
        return Optional.empty();
    }
}

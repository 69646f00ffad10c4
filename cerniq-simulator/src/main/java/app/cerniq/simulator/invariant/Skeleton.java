package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.shared.ActorKind;
import java.time.Instant;
import java.util.List;

/** What of a change no erasure may touch: its place, its time, what kind of actor made it, and what kind of events it has. */
record Skeleton(long version, Instant at, ActorKind by, List<Class<?>> events) {

    static List<Skeleton> of(List<Change> history) {
        return history.stream()
                .map(change -> new Skeleton(
                        change.version(),
                        change.at(),
                        change.by().kind(),
                        change.events().stream()
                                .<Class<?>>map(event -> event.getClass())
                                .toList()))
                .toList();
    }
}

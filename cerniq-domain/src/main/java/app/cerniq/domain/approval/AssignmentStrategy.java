package app.cerniq.domain.approval;

import app.cerniq.domain.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** To whom a new task is given. */
public enum AssignmentStrategy {
    /** To nobody: whoever has the role takes it. */
    MANUAL(Comparator.comparing(load -> 0)),
    /** To whoever was given one longest ago. */
    ROUND_ROBIN(Comparator.comparing(Workload::lastAssignedAt)),
    /** To whoever has the fewest; among those, to whoever was given one longest ago. */
    LEAST_LOADED(Comparator.comparingInt(Workload::open).thenComparing(Workload::lastAssignedAt));

    @SuppressWarnings("ImmutableEnumChecker") // a comparator without state
    private final Comparator<Workload> order;

    AssignmentStrategy(Comparator<Workload> order) {
        this.order = order;
    }

    /**
     * Whose turn it is; empty where nobody can be given anything.
     *
     * @param candidates who may decide
     * @param loads what those have who ever had a task
     */
    public Optional<UserId> choose(Collection<Colleague> candidates, List<Workload> loads) {
        return this == MANUAL
                ? Optional.empty()
                : candidates.stream()
                        .filter(Colleague::isAvailable)
                        .map(colleague -> loadOf(colleague.user(), loads))
                        .min(order.thenComparing(load -> load.user().toString()))
                        .map(Workload::user);
    }

    private static Workload loadOf(UserId user, List<Workload> loads) {
        return loads.stream()
                .filter(load -> load.user().equals(user))
                .findFirst()
                .orElseGet(() -> new Workload(user, 0, Instant.EPOCH));
    }
}

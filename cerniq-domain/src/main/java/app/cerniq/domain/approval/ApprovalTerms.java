package app.cerniq.domain.approval;

import app.cerniq.domain.shared.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * In what a tenant's approvals differ from the rules.
 *
 * @param times how long people have; what is not named here lasts as long as the rules say
 * @param chain who comes after whom; for roles that are not in it, and where it is empty, the rules say
 * @param assignment to whom new tasks are given
 */
public record ApprovalTerms(List<Time> times, Optional<EscalationChain> chain, AssignmentStrategy assignment) {

    /** As the rules say, and nobody in particular is given anything. */
    public static final ApprovalTerms STANDARD =
            new ApprovalTerms(List.of(), Optional.empty(), AssignmentStrategy.MANUAL);

    /**
     * How long people have for a kind of task.
     *
     * @param role who; empty for everybody who is not named
     * @param within a minute to 365 days, in whole seconds
     */
    public record Time(HumanTaskKind kind, Optional<Role> role, Duration within) {
        public Time {
            if (within.compareTo(Duration.ofMinutes(1)) < 0
                    || within.compareTo(Duration.ofDays(365)) > 0
                    || within.toNanosPart() != 0) {
                throw new IllegalArgumentException("People have a minute to 365 days, not " + within + ".");
            }
        }
    }

    public ApprovalTerms {
        times = List.copyOf(times);
        if (times.stream()
                        .map(time -> List.of(time.kind(), time.role()))
                        .distinct()
                        .count()
                != times.size()) {
            throw new IllegalArgumentException("For one kind of task and one role there is one time: " + times + ".");
        }
    }

    /** How long a role has for a kind of task, where the tenant says so. */
    public Optional<Duration> within(HumanTaskKind kind, Role role) {
        return of(kind, Optional.of(role)).or(() -> of(kind, Optional.empty()));
    }

    private Optional<Duration> of(HumanTaskKind kind, Optional<Role> role) {
        return times.stream()
                .filter(time -> time.kind() == kind && time.role().equals(role))
                .map(Time::within)
                .findFirst();
    }
}

package app.cerniq.domain.approval;

import app.cerniq.domain.shared.Role;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Who comes after whom where somebody does not act; whoever stands last is the end.
 *
 * @param roles 1 or more, nobody twice: a chain that goes in a circle never ends (X15)
 */
public record EscalationChain(List<Role> roles) {

    public EscalationChain {
        roles = List.copyOf(roles);
        if (roles.isEmpty() || EnumSet.copyOf(roles).size() != roles.size()) {
            throw new IllegalArgumentException(
                    "A chain has one role or more, and none of them twice, not " + roles + ".");
        }
    }

    /** The chain of these roles; or {@link HumanTaskRefusal.CyclicChain} where one stands in it twice. */
    public static Either<HumanTaskRefusal, EscalationChain> of(List<Role> roles) {
        var seen = EnumSet.noneOf(Role.class);
        return roles.stream()
                .filter(role -> !seen.add(role))
                .findFirst()
                .<Either<HumanTaskRefusal, EscalationChain>>map(
                        again -> Either.left(new HumanTaskRefusal.CyclicChain(roles, again)))
                .orElseGet(() -> Either.right(new EscalationChain(roles)));
    }

    /** Whether the chain says who comes after this role, be it nobody. */
    public boolean knows(Role role) {
        return roles.contains(role);
    }

    /** Who comes after this role; empty at the end, and for a role that is not in the chain. */
    public Optional<Role> after(Role role) {
        var next = roles.indexOf(role) + 1;
        return next == 0 || next == roles.size() ? Optional.empty() : Optional.of(roles.get(next));
    }
}

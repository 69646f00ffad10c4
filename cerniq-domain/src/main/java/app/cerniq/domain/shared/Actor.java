package app.cerniq.domain.shared;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who asks: every command names one, and every history row keeps it. */
public sealed interface Actor {

    /** Which of the three kinds this actor is. */
    ActorKind kind();

    /** The stable identity that history keeps. */
    UUID id();

    /** A name for a timeline: never personal data of a customer. */
    String label();

    /** How much this actor may decide alone. */
    default Authority authority() {
        return Authority.NONE;
    }

    /** An automated seller: it never has more authority than the rules grant automatically. */
    record AiAgent(UUID id, String label) implements Actor {
        @Override
        public ActorKind kind() {
            return ActorKind.AI_AGENT;
        }
    }

    /**
     * A person with an account.
     *
     * @param roles what the host trusts this person with; may be empty
     */
    record User(UserId user, String label, Set<Role> roles) implements Actor {
        public User {
            roles = Set.copyOf(roles);
        }

        @Override
        public ActorKind kind() {
            return ActorKind.USER;
        }

        @Override
        public UUID id() {
            return user.value();
        }

        @Override
        public Authority authority() {
            return roles.stream()
                    .map(Role::authority)
                    .max(Comparator.naturalOrder())
                    .orElse(Authority.NONE);
        }

        /** The roles in a fixed order, so that the same user always reads the same. */
        public List<Role> rolesInOrder() {
            return roles.stream().sorted().toList();
        }
    }

    /** A timer, a webhook or a process manager. */
    record SystemProcess(UUID id, String label) implements Actor {
        @Override
        public ActorKind kind() {
            return ActorKind.SYSTEM;
        }
    }
}

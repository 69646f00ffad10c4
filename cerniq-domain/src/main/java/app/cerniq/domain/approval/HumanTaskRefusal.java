package app.cerniq.domain.approval;

import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every way in which a task for people says no. Nothing was written when one of these is returned. */
public sealed interface HumanTaskRefusal extends Refusal {

    /** No tenant of that id is set up. */
    record UnknownTaskTenant(TenantId tenant) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "There is no such tenant.";
        }

        @Override
        public String given() {
            return tenant.toString();
        }

        @Override
        public String accepted() {
            return "the id of a tenant that was set up before";
        }
    }

    /** The tenant has no task of that id. */
    record UnknownTask(HumanTaskId task) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "This tenant has no such task.";
        }

        @Override
        public String given() {
            return task.toString();
        }

        @Override
        public String accepted() {
            return "the id of a task of tenant " + task.tenant();
        }
    }

    /** Somebody else was faster. */
    record TaskChanged(HumanTaskId task) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "The task has changed since it was read.";
        }

        @Override
        public String given() {
            return task.toString();
        }

        @Override
        public String accepted() {
            return "the same, after reading again";
        }
    }

    /** It was decided, expired or cancelled: a task is closed once (B27). */
    record AlreadyClosed(HumanTaskId task, HumanTaskStatus status, Optional<HumanTaskEntry> outcome)
            implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "This task is closed: "
                    + outcome.map(entry -> status.word() + " by " + entry.by() + " at " + entry.at())
                            .orElse(status.word())
                    + ".";
        }

        @Override
        public String given() {
            return task.toString();
        }

        @Override
        public String accepted() {
            return "a task that is open";
        }
    }

    /** It is for somebody else. */
    record NotYours(String user, Role role) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "This task is not for this user.";
        }

        @Override
        public String given() {
            return user;
        }

        @Override
        public String accepted() {
            return "somebody with the role " + role + ", or with more authority";
        }
    }

    /** Its time is not up, or its warning was given. */
    record NotYetDue(HumanTaskId task, Instant dueAt) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "It is not time for this.";
        }

        @Override
        public String given() {
            return task.toString();
        }

        @Override
        public String accepted() {
            return "from " + dueAt + " on";
        }
    }

    /** Somebody to whom it cannot be lent. */
    record MayNotDecide(UserId user, Role role) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "This user may not decide on the task.";
        }

        @Override
        public String given() {
            return user.toString();
        }

        @Override
        public String accepted() {
            return "somebody with the role " + role + ", or with more authority";
        }
    }

    /** Nobody of that id works for the tenant. */
    record UnknownColleague(UserId user, TenantId tenant) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "Nobody of this id works for the tenant.";
        }

        @Override
        public String given() {
            return user.toString();
        }

        @Override
        public String accepted() {
            return "somebody whom the host names for tenant " + tenant;
        }
    }

    /** Until then it cannot be lent or put off. */
    record NotInTime(HumanTaskId task, Instant until, Instant after, Instant atMost) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "Until then this task cannot wait.";
        }

        @Override
        public String given() {
            return until.toString();
        }

        @Override
        public String accepted() {
            return "after " + after + " and not after " + atMost;
        }
    }

    /** Somebody waits for the answer, it was put off too often, or it is late. */
    record CannotWait(HumanTaskId task, HumanTaskKind kind, int followUps) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "This task cannot be put off.";
        }

        @Override
        public String given() {
            return kind + ", put off " + followUps + " times";
        }

        @Override
        public String accepted() {
            return "a task that asks for no yes or no, is not late, and was put off fewer than " + HumanTask.FOLLOW_UPS
                    + " times";
        }
    }

    /** The value that is to be granted is none of its kind. */
    record UnreadableValue(HumanTaskId task, String given, String accepted) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "This value cannot be granted.";
        }
    }

    /** What the task is about does not allow the decision; nothing was decided. */
    record NotCarriedOut(HumanTaskId task, Refusal because) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return because.sentence();
        }

        @Override
        public String given() {
            return because.given();
        }

        @Override
        public String accepted() {
            return because.accepted();
        }
    }

    /** A chain in which somebody would be asked twice never ends (X15). */
    record CyclicChain(List<Role> roles, Role again) implements HumanTaskRefusal {
        public CyclicChain {
            roles = List.copyOf(roles);
        }

        @Override
        public String sentence() {
            return "This chain of escalation goes in a circle: it comes to " + again + " twice.";
        }

        @Override
        public String given() {
            return roles.toString();
        }

        @Override
        public String accepted() {
            return "each role once, the last one being the end";
        }
    }

    /** What it asks waits for a yes or no. */
    record StillAsked(HumanTaskId task) implements HumanTaskRefusal {
        @Override
        public String sentence() {
            return "What this task asks still waits for an answer.";
        }

        @Override
        public String given() {
            return task.toString();
        }

        @Override
        public String accepted() {
            return "a yes or a no";
        }
    }
}

package app.cerniq.domain.approval;

import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
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
}

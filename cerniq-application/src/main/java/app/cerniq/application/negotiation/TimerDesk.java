package app.cerniq.application.negotiation;

import app.cerniq.application.negotiation.NegotiationCommand.CloseSession;
import app.cerniq.application.negotiation.NegotiationCommand.TimeOut;
import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationRefusal.IdempotencyKeyReused;
import app.cerniq.domain.negotiation.NegotiationRefusal.NotDue;
import app.cerniq.domain.negotiation.NegotiationRefusal.SessionAlive;
import app.cerniq.domain.negotiation.NegotiationRefusal.StaleVersion;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Deadlines;
import app.cerniq.ports.negotiation.Deadlines.Due;
import app.cerniq.ports.shared.StorageUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets timers fire. A deadline is a fact of its deal; here deals are found whose time is up, and for each one the ordinary
 * command is issued under a key made of deal, version and timer. So a timer fires once, whoever races, and not at all
 * where the deal has moved on. Nothing runs unless it is called; thread-safe, holds no state of its own.
 */
public final class TimerDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TimerDesk.class);

    private static final int PAGE = 500;
    /** A timer that is refused is not tried again at once, or it would be tried every minute for ever. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Deadlines deadlines;
    private final NegotiationDesk negotiations;
    private final Clock clock;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public TimerDesk(Deadlines deadlines, NegotiationDesk negotiations, Clock clock) {
        this.deadlines = deadlines;
        this.negotiations = negotiations;
        this.clock = clock;
    }

    /** Lets every timer fire that is due, tenant by tenant. */
    public TimerReport fireAll() {
        var at = now();
        var report = TimerReport.NOTHING;
        var tenants = deadlines.tenantsWithDueDeals(at, Optional.empty(), PAGE);
        while (!tenants.isEmpty()) {
            for (var tenant : tenants) {
                report = report.plus(fire(tenant));
            }
            tenants = deadlines.tenantsWithDueDeals(at, Optional.of(tenants.get(tenants.size() - 1)), PAGE);
        }
        return report;
    }

    /** Lets every timer of a tenant fire that is due now. */
    public TimerReport fire(TenantId tenant) {
        var at = now();
        var report = TimerReport.NOTHING;
        var due = deadlines.due(tenant, at, Optional.empty(), PAGE);
        while (!due.isEmpty()) {
            for (var one : due) {
                report = report.plus(fire(one));
            }
            due = deadlines.due(tenant, at, Optional.of(due.get(due.size() - 1)), PAGE);
        }
        return report;
    }

    /** One deal that fails is no reason to let the others wait. */
    private TimerReport fire(Due due) {
        try {
            var key = "timer:" + due.negotiation().value() + ":" + due.version() + ":"
                    + due.deadline().timer();
            var ask = Ask.by(Clockwork.ACTOR, due.negotiation(), due.version(), key);
            return negotiations
                    .timeOut(ask, new TimeOut(due.deadline().timer()))
                    .fold(refusal -> notFired(due, refusal), receipt -> TimerReport.FIRED);
        } catch (StorageUnavailable away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.error(
                    "timer {} of negotiation {} of tenant {} failed",
                    due.deadline().timer(),
                    due.negotiation(),
                    due.negotiation().tenant(),
                    broken);
            return TimerReport.FAILED;
        }
    }

    private TimerReport notFired(Due due, NegotiationRefusal refusal) {
        if (refusal instanceof StaleVersion || refusal instanceof IdempotencyKeyReused) {
            return TimerReport.OVERTAKEN;
        }
        if (refusal instanceof NotDue notDue) {
            deadlines.reschedule(due.negotiation(), due.version(), notDue.standing());
            return TimerReport.OVERTAKEN;
        }
        LOG.warn(
                "timer {} of negotiation {} of tenant {} was refused: {}",
                due.deadline().timer(),
                due.negotiation(),
                due.negotiation().tenant(),
                refusal.describe());
        var later = new Deadline(due.deadline().timer(), now().plus(PATIENCE));
        deadlines.reschedule(due.negotiation(), due.version(), Optional.of(later));
        return TimerReport.REFUSED;
    }

    /**
     * Closes the agents' sessions of a tenant that are over.
     *
     * @return how many were closed
     */
    public int closeSessions(TenantId tenant) {
        var closed = 0;
        for (var ended : deadlines.endedSessions(tenant, now(), PAGE)) {
            var session = ended.session().id();
            var key = "session:" + ended.negotiation().value() + ":" + ended.version();
            var ask = Ask.by(Clockwork.ACTOR, ended.negotiation(), ended.version(), key);
            var answer = negotiations.closeSession(ask, new CloseSession(session));
            if (answer.isRight()) {
                closed++;
            } else if (!(answer.getLeft() instanceof StaleVersion || answer.getLeft() instanceof SessionAlive)) {
                LOG.warn(
                        "the session of negotiation {} was not closed: {}",
                        ended.negotiation(),
                        answer.getLeft().describe());
            }
        }
        return closed;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

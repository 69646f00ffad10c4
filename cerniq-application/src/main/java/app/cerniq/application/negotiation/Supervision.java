package app.cerniq.application.negotiation;

import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.DiscountQuote;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.application.runtime.safety.AutomationDesk;
import app.cerniq.application.runtime.telemetry.Measure;
import app.cerniq.application.runtime.telemetry.Telemetry;
import app.cerniq.application.runtime.telemetry.Telemetry.Work;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRequested;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Receipt;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who looks over everybody's shoulder: measures what commands do to deals, and counts what agents should not do often. */
final class Supervision {

    private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);

    private final Telemetry telemetry;
    private final AutomationDesk automation;

    Supervision(Telemetry telemetry, AutomationDesk automation) {
        this.telemetry = telemetry;
        this.automation = automation;
    }

    /** Runs a command under observation. */
    Either<NegotiationRefusal, Receipt> over(
            TenantId tenant, Optional<UUID> deal, Actor actor, Record command, Supplier<Attended> body) {
        var work = new Work(command.getClass().getSimpleName(), tenant, deal, actor.kind());
        return telemetry.command(work, () -> {
            var attended = body.get();
            if (actor.kind() == ActorKind.AI_AGENT && attended.isNews()) {
                attended.answer().peek(done -> countDiscount(tenant, command)).peekLeft(no -> countRefusal(tenant, no));
            }
            return attended.answer();
        });
    }

    private void countDiscount(TenantId tenant, Record command) {
        if (command instanceof RequestDiscount || command instanceof DiscountQuote) {
            count(tenant, Signal.DISCOUNT);
        }
    }

    /** That somebody else was faster, or that people have the deal, is no misbehaviour. */
    private void countRefusal(TenantId tenant, NegotiationRefusal refusal) {
        var isInnocent = refusal instanceof NegotiationRefusal.StaleVersion
                || refusal instanceof NegotiationRefusal.AutomationParked
                || refusal instanceof NegotiationRefusal.UnknownTenant;
        if (!isInnocent) {
            count(tenant, Signal.REFUSAL);
        }
    }

    /** What was done stays done, and was answered so, also where it could not be counted. */
    private void count(TenantId tenant, Signal signal) {
        try {
            automation.count(tenant, signal);
        } catch (RuntimeException failed) {
            LOG.warn("{} of tenant {} was not counted against its bounds", signal, tenant, failed);
        }
    }

    /** A move that was refused is told by where it would have gone. */
    void refused(Negotiation deal, Record command, NegotiationRefusal refusal) {
        if (command instanceof Advance move) {
            telemetry.count(
                    Measure.TRANSITIONS_REFUSED,
                    deal.id().tenant(),
                    deal.state().name(),
                    move.to().name(),
                    refusal.code());
        }
    }

    /** What was stored. */
    void done(Negotiation before, Accepted accepted) {
        var tenant = before.id().tenant();
        var at = accepted.change().at();
        accepted.change().events().stream()
                .filter(StateChanged.class::isInstance)
                .map(StateChanged.class::cast)
                .forEach(moved -> {
                    telemetry.count(
                            Measure.TRANSITIONS,
                            tenant,
                            moved.from().name(),
                            moved.to().name(),
                            moved.trigger().word());
                    telemetry.time(
                            Measure.STATE_DURATION,
                            between(before.stage().changedAt(), at),
                            tenant,
                            moved.from().name());
                    if (moved.to() == NegotiationState.PAID || moved.to() == NegotiationState.DEAD) {
                        closed(accepted.next(), moved, at);
                    }
                });
        accepted.change().events().stream()
                .filter(DiscountRequested.class::isInstance)
                .map(event -> ((DiscountRequested) event).request().highest())
                .forEach(asked -> telemetry.record(
                        Measure.DISCOUNT_REQUESTED, asked.points().doubleValue(), tenant));
    }

    private void closed(Negotiation deal, StateChanged moved, Instant at) {
        var tenant = deal.id().tenant();
        var outcome = moved.to() == NegotiationState.PAID ? "won" : "lost";
        telemetry.count(
                Measure.DEALS_CLOSED,
                tenant,
                outcome,
                moved.loss().map(LossReason::name).orElse("NONE"));
        telemetry.time(Measure.DEAL_DURATION, between(deal.timing().createdAt(), at), tenant, outcome);
        deal.bargain()
                .quote()
                .map(quote -> quote.totals().gross())
                .ifPresent(gross -> telemetry.record(
                        Measure.DEAL_VALUE,
                        gross.amount().doubleValue(),
                        tenant,
                        outcome,
                        gross.currency().getCurrencyCode()));
    }

    /** Clocks of two hosts may disagree; time does not run backwards in a metric. */
    private static Duration between(Instant from, Instant to) {
        return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
    }
}

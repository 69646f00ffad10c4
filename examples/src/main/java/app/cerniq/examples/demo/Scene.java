package app.cerniq.examples.demo;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.testkit.time.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.function.BiFunction;

/** One deal on stage: each step is a command through the front door, and a line of the timeline. */
final class Scene {

    private final NegotiationDesk desk;
    private final MovableClock clock;
    private final Timeline timeline;
    private final NegotiationId id;
    private Negotiation deal;

    private Scene(NegotiationDesk desk, MovableClock clock, Timeline timeline, NegotiationId id, Negotiation deal) {
        this.desk = desk;
        this.clock = clock;
        this.timeline = timeline;
        this.id = id;
        this.deal = deal;
    }

    static Scene open(
            Cerniq cerniq,
            MovableClock clock,
            Timeline timeline,
            TenantId tenant,
            Actor actor,
            LeadId lead,
            OpenNegotiation command) {
        var desk = cerniq.negotiations();
        var receipt = desk.open(tenant, actor, "open " + lead, command)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.describe()));
        var deal = desk.find(receipt.negotiation()).orElseThrow();
        timeline.done(clock.instant(), actor, "opens the deal", deal, receipt);
        return new Scene(desk, clock, timeline, receipt.negotiation(), deal);
    }

    Negotiation deal() {
        return deal;
    }

    NegotiationId id() {
        return id;
    }

    ContentHash quote() {
        return deal.bargain().quote().orElseThrow().hash();
    }

    Scene later(Duration passed) {
        clock.move(passed);
        return this;
    }

    /** A step that must succeed. */
    Receipt does(
            Actor actor, String what, BiFunction<NegotiationDesk, Ask, Either<NegotiationRefusal, Receipt>> command) {
        clock.move(Duration.ofMinutes(4));
        var receipt = command.apply(desk, ask(actor, what))
                .getOrElseThrow(refusal -> new IllegalStateException(
                        "The demo stopped where " + actor.label() + " " + what + ": " + refusal.describe()));
        var before = deal;
        deal = desk.find(id).orElseThrow();
        timeline.done(clock.instant(), actor, what, deal, receipt);
        HoldNews.between(before, deal, clock.instant()).forEach(timeline::goods);
        return receipt;
    }

    /** A step that must be refused. */
    void fails(
            Actor actor, String what, BiFunction<NegotiationDesk, Ask, Either<NegotiationRefusal, Receipt>> command) {
        clock.move(Duration.ofMinutes(1));
        var answer = command.apply(desk, ask(actor, what));
        if (answer.isRight()) {
            throw new IllegalStateException("The demo stopped: " + what + " should have been refused.");
        }
        timeline.refused(clock.instant(), actor, what, deal, answer.getLeft());
    }

    void moves(Actor actor, NegotiationState to, String reason) {
        does(actor, "moves to " + to, (at, ask) -> at.advance(ask, Advance.to(to, trigger(actor), reason)));
    }

    void cannotMove(Actor actor, NegotiationState to) {
        fails(actor, "tries to move to " + to, (at, ask) -> at.advance(ask, Advance.to(to, trigger(actor), "a try")));
    }

    static TransitionTrigger trigger(Actor actor) {
        return switch (actor.kind()) {
            case AI_AGENT -> TransitionTrigger.AI_DECISION;
            case USER -> TransitionTrigger.USER_ACTION;
            case SYSTEM -> TransitionTrigger.TIMEOUT;
        };
    }

    private Ask ask(Actor actor, String what) {
        return Ask.by(actor, id, deal.version(), "demo " + id + " " + deal.version() + " " + what);
    }
}

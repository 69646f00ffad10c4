package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationRefusal.HoldLost;
import app.cerniq.domain.negotiation.NegotiationRefusal.NotEnoughStock;
import app.cerniq.domain.negotiation.NegotiationRefusal.StaleVersion;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.saga.StepAnswer;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The deal of a saga, and what a step does to it: by ordinary commands, under keys that are the same at every try. */
final class Deals {

    /** So often a command is given again where somebody else was faster. */
    private static final int TRIES = 3;

    private static final Duration HELD = Duration.ofMinutes(15);

    /** A command on the deal. */
    interface Command extends BiFunction<NegotiationDesk, Ask, Either<NegotiationRefusal, Receipt>> {}

    private final Storage storage;
    private final NegotiationDesk desk;

    Deals(Storage storage, NegotiationDesk desk) {
        this.storage = storage;
        this.desk = desk;
    }

    Negotiation of(StepCall call) {
        var id = id(call);
        return desk.find(id).orElseThrow(() -> new IllegalStateException("Deal " + id + " is gone."));
    }

    private static NegotiationId id(StepCall call) {
        return new NegotiationId(
                call.saga().id().tenant(), call.saga().subject().id());
    }

    /** Why a step does not go on by itself: a person holds the deal, or the tenant's automation stands still. */
    Optional<StepAnswer> held(StepCall call, Negotiation deal) {
        var until = call.at().plus(HELD);
        if (deal.isHumanControlled()) {
            return Optional.of(StepAnswer.NotYet.until(until, "A person holds the deal."));
        }
        return storage.automation()
                .parked(call.saga().id().tenant())
                .map(park -> StepAnswer.NotYet.until(until, "The automation of this tenant is parked."));
    }

    /** Whether the deal still is what the saga was begun for. */
    static boolean isUnchanged(StepCall call, Negotiation deal) {
        return deal.stage().round() == call.saga().subject().round()
                && deal.bargain()
                        .quote()
                        .filter(quote -> quote.hash().hex().equals(call.saga().basis()))
                        .isPresent();
    }

    /** A command; empty where it was done, the answer of the step where it was not. */
    Optional<StepAnswer> gives(StepCall call, String effect, Command command) {
        for (var i = 0; i < TRIES; i++) {
            var ask = new Ask(id(call), call.actor(), new IdempotencyKey(call.key(effect)), of(call).version());
            var answer = command.apply(desk, ask);
            if (answer.isRight()) {
                return Optional.empty();
            }
            if (!(answer.getLeft() instanceof StaleVersion)) {
                return Optional.of(refused(call, answer.getLeft()));
            }
        }
        return Optional.of(StepAnswer.NotYet.until(call.at().plusSeconds(10), "Others change the deal all the time."));
    }

    /** A move of the deal, given like any other command. */
    Optional<StepAnswer> moves(StepCall call, NegotiationState to, TransitionTrigger trigger, String why) {
        var loss = to == NegotiationState.DEAD ? Optional.of(LossReason.OTHER) : Optional.<LossReason>empty();
        return gives(call, "to-" + to, (its, ask) -> its.advance(ask, new Advance(to, trigger, why, loss)));
    }

    private static StepAnswer refused(StepCall call, NegotiationRefusal refusal) {
        var isStock = refusal instanceof NotEnoughStock || refusal instanceof HoldLost;
        return no(call, isStock ? "STOCK_INSUFFICIENT" : "DEAL_REFUSED", refusal.describe());
    }

    static StepAnswer no(StepCall call, String code, String why) {
        return new StepAnswer.Refused(Failure.of(code, why, call.at()));
    }

    /** The goods of the quote that are neither held for the deal nor to be had now. */
    List<Sku> missing(StepCall call, Negotiation deal) {
        var quote = deal.bargain().quote();
        if (deal.heldAt(call.at()).isPresent() || quote.isEmpty()) {
            return List.of();
        }
        var skus = quote.get().lines().stream().map(QuoteLine::sku).toList();
        var positions = storage.stockLevels().positions(deal.id().tenant(), skus, call.at());
        return quote.get().lines().stream()
                .filter(line -> Optional.ofNullable(positions.get(line.sku()))
                        .filter(position -> !position.covers(line.quantity()))
                        .isPresent())
                .map(QuoteLine::sku)
                .toList();
    }
}

package app.cerniq.simulator.world;

import app.cerniq.domain.shared.Refusal;
import io.vavr.control.Either;

/**
 * What a client heard.
 *
 * @param askedAt how many calls had been seen when it asked
 */
public record Answer(Errand errand, long askedAt, Either<? extends Refusal, ?> said) {

    public boolean isYes() {
        return said.isRight();
    }
}

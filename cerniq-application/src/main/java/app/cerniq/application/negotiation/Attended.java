package app.cerniq.application.negotiation;

import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.ports.negotiation.Receipt;
import io.vavr.control.Either;

/**
 * What somebody who asked is told.
 *
 * @param isNews whether it was decided now; otherwise it is what was done under the key before
 */
record Attended(Either<NegotiationRefusal, Receipt> answer, boolean isNews) {

    static Attended now(Either<NegotiationRefusal, Receipt> answer) {
        return new Attended(answer, true);
    }

    static Attended before(Receipt receipt) {
        return new Attended(Either.right(receipt), false);
    }
}

package app.cerniq.benchmarks.replay;

import app.cerniq.application.Cerniq;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.ports.negotiation.Receipt;
import io.vavr.control.Either;

/** What is measured: something that one asks of a deal. */
public interface Command {

    /** Asks it of a deal that stands at a version. */
    Either<NegotiationRefusal, Receipt> give(Cerniq cerniq, long deal, long version, String key);
}

package app.cerniq.ports.guardrail;

import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.negotiation.NegotiationId;
import java.time.Instant;

/** Looks at every automated text before it leaves, against what the store holds at that moment. Thread-safe. */
public interface TextGate {

    /**
     * The verdict on a text for the customer of a deal. Never throws for what a text says; throws
     * {@link app.cerniq.ports.shared.StorageUnavailable} where the rows cannot be read: then nothing may leave.
     */
    Verdict examine(NegotiationId deal, String text, Instant at);
}

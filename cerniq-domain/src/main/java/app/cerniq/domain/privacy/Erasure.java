package app.cerniq.domain.privacy;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ActorRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The record of one deal whose person was forgotten: it says what was done and never to whom.
 *
 * @param version of the deal, after it
 * @param request the key under which it was asked for
 * @param reason in the words of the one who did it
 * @param kept the versions of the deal whose customer stays named, because of the law or because it is a company
 * @param keptByLaw what the law keeps of a person; empty where nothing
 */
public record Erasure(
        NegotiationId negotiation,
        long version,
        String request,
        ActorRef by,
        Instant at,
        String reason,
        List<Long> kept,
        Optional<KeptByLaw> keptByLaw) {

    public Erasure {
        kept = List.copyOf(kept);
    }

    /**
     * Name, code and address that a fiscal document shows, and that nobody may use for anything else.
     *
     * @param until the first day on which it goes, too
     * @param source the law
     */
    public record KeptByLaw(LocalDate until, String source) {}
}

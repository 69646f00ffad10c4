package app.cerniq.ports.privacy;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.privacy.DataSubject;
import app.cerniq.domain.privacy.Erasure;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.IdempotencyKey;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Whatever is known of natural persons, in deals and in the past of deals, and the books of what was forgotten. */
public interface PersonalData {

    /** The deals of a tenant that know this person, now or in their past; ordered by id. Nobody else's, whatever is asked. */
    List<NegotiationId> dealsOf(TenantId tenant, DataSubject who);

    /**
     * Commits the deal without its person, redacts its history in every place where it stands, and records the erasure:
     * all of it or nothing. Afterwards {@link app.cerniq.ports.negotiation.Negotiations#history} gives the redacted
     * changes, and folding them gives the deal.
     *
     * @param commit of one change whose event is {@link app.cerniq.domain.negotiation.NegotiationEvent.PersonErased}
     * @return as {@link app.cerniq.ports.negotiation.Negotiations#commit}
     */
    Either<NegotiationRefusal, Receipt> erase(Commit commit, Erasure erasure);

    /** What was forgotten under a key, ordered by deal. */
    List<Erasure> erasures(TenantId tenant, IdempotencyKey request);

    /** What was forgotten in a deal, oldest first. */
    List<Erasure> erasures(NegotiationId negotiation);

    /**
     * Deals that have been over since before an instant and whose person was not yet forgotten, or of whom something was
     * kept until a day that has come; the longest over first.
     *
     * @param limit 1 to 10,000
     */
    List<NegotiationId> outlived(TenantId tenant, Instant overBefore, LocalDate today, int limit);
}

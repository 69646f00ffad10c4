package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.IdempotencyKey;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/**
 * Every negotiation ever opened. A read and a {@link #commit} each are one atomic step; between them the expected version
 * keeps two writers apart, so no lock is held while the domain decides.
 */
public interface Negotiations {

    /** The negotiation as it stands; empty where the tenant has none of that id. */
    Optional<Negotiation> find(NegotiationId id);

    /** The negotiation as it stands, and what was already done under the key, in one round trip. */
    Loaded load(NegotiationId id, IdempotencyKey key);

    /** What was done under this key before, if anything. */
    Optional<Remembered> remembered(TenantId tenant, IdempotencyKey key);

    /**
     * Stores the next state, the change with its events, the history row of a move, the decisions, one outbox row per
     * event and the receipt under its key: all of it or nothing.
     *
     * <p>Events about goods move the counters of their places with it, and write the ledger. Places are locked in their
     * order, after the negotiation. Reservations at those places whose time is up at the instant of the change end with
     * it, whosesoever they are. Goods are never promised twice: where another deal was faster, nothing is stored.
     *
     * @return the receipt; the earlier one where the same command was committed meanwhile under the same key; or {@link
     *     NegotiationRefusal.StaleVersion}, {@link NegotiationRefusal.LeadAlreadyInNegotiation}, {@link
     *     NegotiationRefusal.IdempotencyKeyReused} or {@link NegotiationRefusal.UnknownTenant}; where goods are to be held
     *     or sold that are not there, {@link NegotiationRefusal.NotEnoughStock}; where goods are to be held on or sold
     *     that are not held any more, {@link NegotiationRefusal.HoldLost}; where an agent acts while the automation of its
     *     tenant is parked, {@link NegotiationRefusal.AutomationParked}. Giving back what ended already is no fault.
     */
    Either<NegotiationRefusal, Receipt> commit(Commit commit);

    /** All changes of a negotiation, oldest first; folding them gives what {@link #find} gives. */
    List<Change> history(NegotiationId id);

    /** The moves of a negotiation, oldest first. */
    List<Transition> transitions(NegotiationId id);

    /** All versions its quote ever had, oldest first. */
    List<QuoteVersion> quotes(NegotiationId id);

    /**
     * What was read before a decision.
     *
     * @param negotiation empty where the tenant has none of that id
     * @param remembered what was done under the key before
     * @param parked what an agent is told while the tenant's automation stands still; empty where it runs
     * @param timeLimits in which times the tenant differs from the rules
     */
    record Loaded(
            Optional<Negotiation> negotiation,
            Optional<Remembered> remembered,
            Optional<NegotiationRefusal.AutomationParked> parked,
            TimeLimits timeLimits) {}
}

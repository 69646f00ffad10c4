package app.cerniq.domain.negotiation;

import app.cerniq.domain.negotiation.NegotiationEvent.ClientDataUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.DetailsUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedBack;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedOver;
import app.cerniq.domain.negotiation.NegotiationEvent.PersonErased;
import app.cerniq.domain.negotiation.NegotiationEvent.SessionUsed;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.UserId;
import io.vavr.control.Either;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who drives a deal, and what is known about it. */
public final class Handling extends Conduct {

    Handling(Negotiation deal, Stamp stamp) {
        super(deal, stamp);
    }

    /** Gives the deal to a human: from then on no agent acts. Anybody may ask for it, the agent included. */
    public Either<NegotiationRefusal, Accepted> handOver(UserId to, String reason) {
        if (deal.isHumanControlled()) {
            return no(new NegotiationRefusal.ControlUnchanged(true));
        }
        return yes(new HandedOver(new Assignment(deal.assignment().phone(), Optional.of(to)), reason));
    }

    /** Gives the deal back to the agent; only a user can. */
    public Either<NegotiationRefusal, Accepted> handBack(String reason) {
        if (stamp.actor().kind() != ActorKind.USER) {
            return no(new NegotiationRefusal.OnlyForUsers(stamp.by().toString(), "hand a deal back to the agent"));
        }
        if (!deal.isHumanControlled()) {
            return no(new NegotiationRefusal.ControlUnchanged(false));
        }
        return yes(new HandedBack(reason));
    }

    /** Replaces what is known of the customer; closed once the invoice exists. */
    public Either<NegotiationRefusal, Accepted> updateClient(ClientData client) {
        return unlessOverruled(() -> deal.documents().invoice().isPresent()
                ? no(new NegotiationRefusal.DocumentAlreadyExists(
                        "invoice", deal.invoice().ref()))
                : yes(new ClientDataUpdated(client)));
    }

    /** Replaces scores, notes and assignment; the agent's confidence and a call for review where given. */
    public Either<NegotiationRefusal, Accepted> updateDetails(
            Outlook outlook,
            Annotations annotations,
            Assignment assignment,
            Optional<Percentage> confidence,
            Optional<String> reviewReason) {
        var control = confidence
                .map(deal.control()::withConfidence)
                .orElse(deal.control())
                .withReview(reviewReason);
        return unlessOverruled(() -> yes(new DetailsUpdated(outlook, annotations, control, assignment)));
    }

    /** Notes a tool call of the agent, which keeps its session alive for another half hour. */
    public Either<NegotiationRefusal, Accepted> useSession(String sessionId) {
        return unlessOverruled(() -> yes(new SessionUsed(McpSession.activeAt(sessionId, stamp.at()))));
    }

    /**
     * Forgets the person behind a deal that is over. The store redacts what it holds in the same step.
     *
     * @param forgotten this deal as its redacted history gives it ({@link Redaction#fold})
     * @param keptUntil until when the law wants what the redaction keeps of a person
     */
    public Either<NegotiationRefusal, Accepted> erasePerson(
            Negotiation forgotten, Redaction redaction, Optional<LocalDate> keptUntil) {
        if (stamp.actor().kind() == ActorKind.AI_AGENT) {
            return no(new NegotiationRefusal.OnlyForUsers(stamp.by().toString(), "erase a person"));
        }
        return outside("erase the person", NegotiationState.PAID, NegotiationState.DEAD)
                .map(Conduct::no)
                .orElseGet(() -> {
                    var erased = new PersonErased(redaction.inOrder(), keptUntil);
                    var change = new Change(deal.id(), deal.version() + 1, stamp.by(), stamp.at(), List.of(erased));
                    return Either.right(new Accepted(forgotten.apply(change), change));
                });
    }
}

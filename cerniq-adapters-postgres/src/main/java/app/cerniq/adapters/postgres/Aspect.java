package app.cerniq.adapters.postgres;

import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.ClientDataUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.DeadlinePassed;
import app.cerniq.domain.negotiation.NegotiationEvent.DetailsUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedBack;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedOver;
import app.cerniq.domain.negotiation.NegotiationEvent.HoldRescheduled;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceReversed;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.negotiation.NegotiationEvent.PaymentReceived;
import app.cerniq.domain.negotiation.NegotiationEvent.PersonErased;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaAccepted;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.SessionClosed;
import app.cerniq.domain.negotiation.NegotiationEvent.SessionUsed;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationEvent.StockHeld;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReleased;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReturned;
import app.cerniq.domain.negotiation.NegotiationEvent.StockSold;
import app.cerniq.domain.negotiation.NegotiationState;
import java.util.EnumSet;
import java.util.Set;

/**
 * A side of a negotiation that changes as a whole. A commit writes the columns of the sides that its events may touch: a
 * third of the row instead of all of it, which is a quarter of the time that the update takes.
 */
enum Aspect {
    /** What every change touches. */
    CHANGE,
    /** What the opening sets once and for all. */
    ORIGIN,
    STAGE,
    ASSIGNMENT,
    CLIENT,
    BARGAIN,
    CONTROL,
    SESSION,
    DOCUMENTS,
    GOODS,
    OUTLOOK,
    ANNOTATIONS;

    /** The sides that these events may touch; a test asks the domain whether it agrees. */
    static Set<Aspect> touchedBy(Iterable<NegotiationEvent> events) {
        var touched = EnumSet.of(CHANGE);
        for (var event : events) {
            touched.addAll(touchedBy(event));
        }
        return touched;
    }

    private static Set<Aspect> touchedBy(NegotiationEvent event) {
        if (event instanceof StateChanged moved) {
            return touchedBy(moved);
        } else if (event instanceof Opened) {
            return EnumSet.allOf(Aspect.class);
        } else if (event instanceof ClientDataUpdated) {
            return EnumSet.of(CLIENT);
        } else if (event instanceof DetailsUpdated) {
            return EnumSet.of(OUTLOOK, ANNOTATIONS, CONTROL, ASSIGNMENT);
        } else if (event instanceof HandedOver || event instanceof HandedBack) {
            return EnumSet.of(CONTROL, ASSIGNMENT);
        } else if (event instanceof PersonErased) { // by itself nothing, but the history before it becomes another one
            return EnumSet.of(CLIENT, BARGAIN, CONTROL, DOCUMENTS, ANNOTATIONS);
        } else if (event instanceof SessionUsed || event instanceof SessionClosed) {
            return EnumSet.of(SESSION);
        } else if (event instanceof DeadlinePassed) {
            return EnumSet.of(CHANGE);
        } else if (isAboutDocuments(event)) {
            return EnumSet.of(DOCUMENTS);
        } else if (isAboutGoods(event)) {
            return EnumSet.of(GOODS);
        }
        return EnumSet.of(BARGAIN);
    }

    private static Set<Aspect> touchedBy(StateChanged moved) {
        if (moved.from() == NegotiationState.DEAD) {
            return EnumSet.of(STAGE, BARGAIN, CONTROL, DOCUMENTS, GOODS);
        }
        return moved.to() == NegotiationState.NEGOTIATION ? EnumSet.of(STAGE, BARGAIN) : EnumSet.of(STAGE);
    }

    private static boolean isAboutDocuments(NegotiationEvent event) {
        return event instanceof ProformaIssued
                || event instanceof ProformaAccepted
                || event instanceof ProformaRejected
                || event instanceof InvoiceIssued
                || event instanceof InvoiceReversed
                || event instanceof PaymentReceived;
    }

    private static boolean isAboutGoods(NegotiationEvent event) {
        return event instanceof StockHeld
                || event instanceof HoldRescheduled
                || event instanceof StockReleased
                || event instanceof StockSold
                || event instanceof StockReturned;
    }
}

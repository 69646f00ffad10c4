package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.AgreementReached;
import app.cerniq.domain.negotiation.NegotiationEvent.ClientDataUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.DeadlinePassed;
import app.cerniq.domain.negotiation.NegotiationEvent.DetailsUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRequested;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedBack;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedOver;
import app.cerniq.domain.negotiation.NegotiationEvent.HoldRescheduled;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceReversed;
import app.cerniq.domain.negotiation.NegotiationEvent.OfferMade;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.negotiation.NegotiationEvent.PaymentReceived;
import app.cerniq.domain.negotiation.NegotiationEvent.PersonErased;
import app.cerniq.domain.negotiation.NegotiationEvent.PricesCompared;
import app.cerniq.domain.negotiation.NegotiationEvent.ProductsConfirmed;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaAccepted;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationEvent.SessionClosed;
import app.cerniq.domain.negotiation.NegotiationEvent.SessionUsed;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationEvent.StockHeld;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReleased;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReturned;
import app.cerniq.domain.negotiation.NegotiationEvent.StockSold;
import app.cerniq.domain.runtime.event.EventPayload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Which published events follow from which domain events of a deal, in the order in which they happened. */
final class DealNews {

    private interface Teller<E extends NegotiationEvent> {
        List<EventPayload> tell(E event, Occasion occasion);
    }

    private static final Map<Class<?>, Teller<NegotiationEvent>> TOLD = new HashMap<>();

    static {
        told(Opened.class, MoveNews::opened);
        told(StateChanged.class, MoveNews::moved);
        told(QuoteRevised.class, QuoteNews::revised);
        told(ProductsConfirmed.class, QuoteNews::confirmed);
        told(DiscountRequested.class, DiscountNews::requested);
        told(DiscountApproved.class, DiscountNews::approved);
        told(DiscountRejected.class, DiscountNews::rejected);
        told(ProformaIssued.class, DocumentNews::issued);
        told(ProformaAccepted.class, DocumentNews::accepted);
        told(ProformaRejected.class, DocumentNews::rejected);
        told(InvoiceIssued.class, DocumentNews::invoiced);
        told(InvoiceReversed.class, DocumentNews::reversed);
        told(PaymentReceived.class, DocumentNews::paid);
        told(StockHeld.class, GoodsNews::held);
        told(StockReleased.class, GoodsNews::released);
        told(StockSold.class, GoodsNews::sold);
        told(HandedOver.class, HandlingNews::handedOver);
        told(HandedBack.class, HandlingNews::handedBack);
        told(SessionUsed.class, HandlingNews::session);
        told(SessionClosed.class, TimeNews::closed);
        told(DeadlinePassed.class, TimeNews::passed);
    }

    /** What stays in the journal, and why. */
    private static final Map<Class<? extends NegotiationEvent>, String> UNTOLD = Map.of(
            OfferMade.class, "what is offered stays between the two sides until it becomes a quote",
            AgreementReached.class, "nothing follows from it before the deal moves to CLOSING, which is told",
            PricesCompared.class, "it is for the seller's eyes; what changes the quote is told",
            ClientDataUpdated.class, "it is nothing but personal data",
            DetailsUpdated.class, "notes, tags and scores are for the seller's eyes",
            PersonErased.class, "whoever is told of deals was never told who the customer is",
            HoldRescheduled.class, "nobody acts on it: goods that are no longer held are told as such",
            StockReturned.class, "the goods are told with the invoice that was cancelled");

    private DealNews() {}

    private static <E extends NegotiationEvent> void told(Class<E> kind, Teller<E> teller) {
        TOLD.put(kind, (event, occasion) -> teller.tell(kind.cast(event), occasion));
    }

    static List<EventPayload> of(Occasion occasion) {
        var told = occasion.change().events().stream()
                .filter(event -> !UNTOLD.containsKey(event.getClass()))
                .flatMap(event -> teller(event).tell(event, occasion).stream());
        return Stream.concat(told, DiscountNews.voided(occasion).stream()).toList();
    }

    private static Teller<NegotiationEvent> teller(NegotiationEvent event) {
        return Objects.requireNonNull(TOLD.get(event.getClass()), () -> "Nobody tells " + event.getClass());
    }

    static Set<Class<?>> told() {
        return Set.copyOf(TOLD.keySet());
    }

    static Map<Class<? extends NegotiationEvent>, String> untold() {
        return UNTOLD;
    }
}

package app.cerniq.domain.negotiation;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The public names of the events, as the outbox and the journal carry them; the catalogue of source document 001. */
public enum NegotiationEventType {
    CREATED("negotiation.created", NegotiationEvent.Opened.class),
    QUOTE_REVISED("negotiation.quote.revised", NegotiationEvent.QuoteRevised.class),
    PRICES_COMPARED("negotiation.prices.compared", NegotiationEvent.PricesCompared.class),
    PRODUCTS_CONFIRMED("negotiation.products.confirmed", NegotiationEvent.ProductsConfirmed.class),
    OFFER_MADE("negotiation.offer.made", NegotiationEvent.OfferMade.class),
    AGREEMENT_REACHED("negotiation.agreement.reached", NegotiationEvent.AgreementReached.class),
    STATE_CHANGED("negotiation.state.changed", NegotiationEvent.StateChanged.class),
    CLIENT_UPDATED("negotiation.client.updated", NegotiationEvent.ClientDataUpdated.class),
    DETAILS_UPDATED("negotiation.details.updated", NegotiationEvent.DetailsUpdated.class),
    DISCOUNT_REQUESTED("discount.requested", NegotiationEvent.DiscountRequested.class),
    DISCOUNT_APPROVED("discount.approved", NegotiationEvent.DiscountApproved.class),
    DISCOUNT_REJECTED("discount.rejected", NegotiationEvent.DiscountRejected.class),
    PROFORMA_ISSUED("proforma.issued", NegotiationEvent.ProformaIssued.class),
    PROFORMA_ACCEPTED("proforma.accepted", NegotiationEvent.ProformaAccepted.class),
    PROFORMA_REJECTED("proforma.rejected", NegotiationEvent.ProformaRejected.class),
    INVOICE_ISSUED("invoice.issued", NegotiationEvent.InvoiceIssued.class),
    INVOICE_REVERSED("invoice.reversed", NegotiationEvent.InvoiceReversed.class),
    PAYMENT_RECEIVED("payment.received", NegotiationEvent.PaymentReceived.class),
    HANDED_OVER("handover.initiated", NegotiationEvent.HandedOver.class),
    HANDED_BACK("handover.returned", NegotiationEvent.HandedBack.class),
    SESSION_USED("mcp.session.used", NegotiationEvent.SessionUsed.class),
    SESSION_CLOSED("mcp.session.closed", NegotiationEvent.SessionClosed.class),
    TIMEOUT("negotiation.timeout", NegotiationEvent.DeadlinePassed.class),
    STOCK_RESERVED("stock.reserved", NegotiationEvent.StockHeld.class),
    STOCK_HOLD_RESCHEDULED("stock.hold.rescheduled", NegotiationEvent.HoldRescheduled.class),
    STOCK_RELEASED("stock.released", NegotiationEvent.StockReleased.class),
    STOCK_SOLD("stock.sold", NegotiationEvent.StockSold.class),
    STOCK_RETURNED("stock.returned", NegotiationEvent.StockReturned.class),
    PERSON_ERASED("negotiation.person.erased", NegotiationEvent.PersonErased.class);

    private static final Map<Class<?>, NegotiationEventType> BY_FORM =
            Arrays.stream(values()).collect(Collectors.toMap(NegotiationEventType::form, Function.identity()));

    private final String word;
    private final Class<? extends NegotiationEvent> form;

    NegotiationEventType(String word, Class<? extends NegotiationEvent> form) {
        this.word = word;
        this.form = form;
    }

    /** The type of an event. */
    public static NegotiationEventType of(NegotiationEvent event) {
        var type = BY_FORM.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException("No public name for " + event.getClass() + ".");
        }
        return type;
    }

    /** The type behind a {@link #word()}; throws {@link IllegalArgumentException} for an unknown one. */
    public static NegotiationEventType fromWord(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown event type " + word + "."));
    }

    /** The public name, for example {@code negotiation.state.changed}. */
    public String word() {
        return word;
    }

    /** The record that carries the payload. */
    public Class<? extends NegotiationEvent> form() {
        return form;
    }
}

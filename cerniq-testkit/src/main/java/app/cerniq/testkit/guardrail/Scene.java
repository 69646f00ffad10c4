package app.cerniq.testkit.guardrail;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What is true while a message is written: the goods, the stock, the deal, the terms and the day.
 *
 * @param id for example {@code erbicide}
 * @param state where the deal stands
 * @param currency of every price
 * @param today the day on which the message is written
 * @param client the customer's company
 * @param goods everything on sale
 * @param quote what is offered; empty before the first quote
 * @param terms what the tenant lays down
 * @param counterOffer what the customer last asked for
 * @param approved discounts beyond the automatic limit that somebody granted
 * @param pending discounts that somebody has yet to decide on, so that nothing may be said of them
 * @param proforma the proforma that the customer has
 * @param competitors names that are better not mentioned
 * @param forbidden words that this tenant never says
 */
public record Scene(
        String id,
        NegotiationState state,
        Currency currency,
        LocalDate today,
        Client client,
        List<Goods> goods,
        Optional<Quote> quote,
        Terms terms,
        Optional<CounterOffer> counterOffer,
        List<Discount> approved,
        List<Discount> pending,
        Optional<Proforma> proforma,
        List<String> competitors,
        List<String> forbidden) {

    public Scene {
        goods = List.copyOf(goods);
        approved = List.copyOf(approved);
        pending = List.copyOf(pending);
        competitors = List.copyOf(competitors);
        forbidden = List.copyOf(forbidden);
    }

    /** The customer's company. */
    public record Client(String name, Cui cui) {}

    /**
     * Something on sale.
     *
     * @param formerListPrice what it cost before; no longer true
     * @param onHand what is in stock; empty for nothing
     */
    public record Goods(
            Sku sku,
            String name,
            Unit unit,
            int version,
            Money listPrice,
            Money floorPrice,
            Money cost,
            Percentage vatRate,
            Money formerListPrice,
            Optional<Quantity> onHand) {}

    /**
     * What is offered; the figures were computed apart from the engine.
     *
     * @param net without VAT
     * @param gross with VAT
     */
    public record Quote(List<Line> lines, Money net, Money vat, Money gross) {
        public Quote {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of what is offered.
     *
     * @param unitPrice without VAT, after the discount
     * @param net quantity times unit price
     */
    public record Line(Sku sku, Quantity quantity, Percentage discount, Money unitPrice, Money net) {}

    /**
     * What the tenant lays down.
     *
     * @param deliveryLeast working days
     * @param deliveryMost working days
     * @param freeDeliveryFrom the worth of an order from which delivery is free
     */
    public record Terms(
            int deliveryLeast,
            int deliveryMost,
            int paymentDays,
            int warrantyMonths,
            int validityDays,
            Percentage advance,
            Money freeDeliveryFrom) {}

    /** What the customer asked for. */
    public record CounterOffer(Sku sku, Money unitPrice, Quantity quantity) {}

    /** A discount on a line. */
    public record Discount(Sku sku, Percentage discount) {}

    /** A proforma and the last day on which it holds. */
    public record Proforma(String ref, LocalDate expires) {}

    /** The goods behind a SKU; throws where the scene has none. */
    public Goods goods(Sku sku) {
        return goods.stream().filter(one -> one.sku().equals(sku)).findFirst().orElseThrow();
    }
}

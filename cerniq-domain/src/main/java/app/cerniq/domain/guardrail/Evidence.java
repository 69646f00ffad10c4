package app.cerniq.domain.guardrail;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.Claim.Cited;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.Claim.Vat;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.StockAmount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One true statement that a text may repeat, and the row that it was read from. What no evidence says is not so. */
public sealed interface Evidence {

    /** Where it was read. */
    RowRef row();

    /** The goods that it is about; empty where it is about the deal as a whole. */
    default Optional<Sku> sku() {
        return Optional.empty();
    }

    /** What an amount is. */
    enum Sum {
        /** The price of a line, after every discount. */
        QUOTED_PRICE,
        /** The price before any. */
        LIST_PRICE,
        /** A line: quantity times price. */
        LINE_TOTAL,
        /** The whole quote, or the invoice. */
        TOTAL,
        /** The tax alone. */
        VAT,
        /** What of the total is taxed at one rate, where there are several: a part of it, and never called the total. */
        TAXABLE,
        /** What the customer saves against the list price. */
        SAVING,
        /** What is paid before delivery. */
        ADVANCE,
        /** From which order on delivery costs nothing. */
        FREE_DELIVERY,
        /** What came in so far. */
        PAID,
        /** What the customer offered: true only as that. */
        COUNTER_OFFER
    }

    /** An amount of money; {@code per} is the unit that a price is for, {@code vat} whether VAT is in it. */
    record Worth(RowRef row, Optional<Sku> sku, Sum sum, Money money, Optional<Unit> per, Vat vat)
            implements Evidence {}

    /** A share. */
    record Rate(RowRef row, Optional<Sku> sku, Percentage percent, Use use) implements Evidence {}

    /** How much is quoted, or was asked for by the customer. */
    record Ordered(RowRef row, Optional<Sku> sku, Quantity quantity, boolean byCustomer) implements Evidence {}

    /** What can be promised of goods to this deal; of what is not kept in stock there is always enough. */
    record InStore(RowRef row, Optional<Sku> sku, boolean isKept, StockAmount available, Optional<Quantity> quoted)
            implements Evidence {}

    /** A day on which something happens or ends. */
    record OnDay(RowRef row, Optional<Sku> sku, LocalDate date, Use use) implements Evidence {}

    /** How long something takes, in days. */
    record Lasting(RowRef row, BigDecimal least, BigDecimal most, boolean workingDays, Use use) implements Evidence {}

    /** Goods that are sold today. */
    record OnSale(RowRef row, Optional<Sku> sku) implements Evidence {}

    /** Delivery costs nothing for the quote that stands. */
    record FreeDelivery(RowRef row) implements Evidence {}

    /** A number that may be quoted by its letter, without spaces and in upper case. */
    record Letter(RowRef row, Cited kind, String words) implements Evidence {}
}

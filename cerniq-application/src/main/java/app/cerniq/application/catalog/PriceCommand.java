package app.cerniq.application.catalog;

import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Validity;
import app.cerniq.domain.shared.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * What can be done to channels and prices. None needs an idempotency key: see {@link CatalogueCommand}; the same price
 * from the same instant, and the withdrawal of what is withdrawn, change nothing.
 */
public sealed interface PriceCommand {

    /** Begins to sell on another channel. */
    record OpenChannel(SalesChannelCode code, String name) implements PriceCommand {}

    /** Stops selling on a channel for good. */
    record CloseChannel(SalesChannelCode code, long expectedRevision, String reason) implements PriceCommand {}

    /**
     * Makes a price list.
     *
     * @param channel the one it is for; empty where it is for every channel
     * @param precedence higher wins; no other list of the same currency and channel has it at the same time
     */
    record AddPriceList(
            PriceListCode code,
            String name,
            Currency currency,
            Optional<SalesChannelCode> channel,
            Validity validity,
            int precedence)
            implements PriceCommand {}

    /**
     * Gives a price list another end.
     *
     * @param until not in the past; empty for no end
     */
    record EndPriceList(PriceListCode code, long expectedRevision, Optional<Instant> until) implements PriceCommand {}

    /**
     * Sets the price of a SKU in a list; the figures are those of {@link app.cerniq.domain.catalog.PriceTag}.
     *
     * @param from empty for now
     * @param until empty for until the next one
     */
    record SetPrice(
            PriceListCode list,
            Sku sku,
            Money amount,
            Optional<Money> compareAt,
            Money floor,
            Optional<Money> cost,
            Optional<Instant> from,
            Optional<Instant> until)
            implements PriceCommand {

        /** From now on, with nothing to compare with. */
        public static SetPrice now(PriceListCode list, Sku sku, Money amount, Money floor, Optional<Money> cost) {
            return new SetPrice(list, sku, amount, Optional.empty(), floor, cost, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Takes the price of a SKU out of a list.
     *
     * @param from empty for now
     */
    record WithdrawPrice(PriceListCode list, Sku sku, Optional<Instant> from) implements PriceCommand {}
}

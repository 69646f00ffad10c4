package app.cerniq.domain.catalog;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** Why something cannot be sold on a channel, in a currency, at an instant. */
public sealed interface NotOnSale {

    /** One English sentence. */
    String sentence();

    /** Nothing of that SKU was ever in the catalogue. */
    record Unknown() implements NotOnSale {
        @Override
        public String sentence() {
            return "The catalogue has no such SKU.";
        }
    }

    /**
     * It was taken off for good.
     *
     * @param what the SKU itself or its whole offering
     * @param archived since when and why
     */
    record OffForGood(String what, Archived archived) implements NotOnSale {
        @Override
        public String sentence() {
            return "The " + what + " is " + archived + ".";
        }
    }

    /** Its offering has a draft and no active version. */
    record NotLaunched(OfferingCode offering) implements NotOnSale {
        @Override
        public String sentence() {
            return "No version of offering " + offering + " is active yet.";
        }
    }

    /** The tenant does not sell on this channel, or not any more. */
    record ChannelNotOpen(SalesChannelCode channel) implements NotOnSale {
        @Override
        public String sentence() {
            return "Nothing is sold on sales channel " + channel + ".";
        }
    }

    /**
     * No list that applies has a price for it, and none had one before.
     *
     * @param from when the first price that is planned begins to hold
     */
    record NoPrice(SalesChannelCode channel, Currency currency, Optional<Instant> from) implements NotOnSale {
        @Override
        public String sentence() {
            return "No price list has a price in " + currency + " for sales channel " + channel
                    + from.map(begin -> "; one is planned from " + begin).orElse("") + ".";
        }
    }

    /**
     * It had a price, which ended.
     *
     * @param since the first instant without one
     */
    record Withdrawn(SalesChannelCode channel, Currency currency, Instant since) implements NotOnSale {
        @Override
        public String sentence() {
            return "Its last price in " + currency + " for sales channel " + channel + " ended at " + since + ".";
        }
    }
}

package app.cerniq.domain.stock;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import java.util.List;
import java.util.stream.Collectors;

/** Every way in which the warehouse says no. Nothing was written when one of these is returned. */
public sealed interface StockRefusal extends Refusal {

    /** No tenant of that id is set up. */
    record UnknownTenant(TenantId tenant) implements StockRefusal {
        @Override
        public String sentence() {
            return "There is no tenant " + tenant + ".";
        }

        @Override
        public String given() {
            return tenant.toString();
        }

        @Override
        public String accepted() {
            return "a tenant that is set up";
        }
    }

    /** Another booking was made under the same key. */
    record IdempotencyKeyReused(String key) implements StockRefusal {
        @Override
        public String sentence() {
            return "The key " + key + " was used for another booking.";
        }

        @Override
        public String given() {
            return key;
        }

        @Override
        public String accepted() {
            return "a new key, or the same booking again";
        }
    }

    /** Nothing is known of this SKU, or it is archived. */
    record UnknownSku(Sku sku) implements StockRefusal {
        @Override
        public String sentence() {
            return "There is no product " + sku + ".";
        }

        @Override
        public String given() {
            return sku.value();
        }

        @Override
        public String accepted() {
            return "the SKU of a product that is not archived";
        }
    }

    /** No stock is kept of it. */
    record NotKept(Sku sku) implements StockRefusal {
        @Override
        public String sentence() {
            return "No stock is kept of " + sku + ".";
        }

        @Override
        public String given() {
            return sku.value();
        }

        @Override
        public String accepted() {
            return "the SKU of a product that is kept in stock";
        }
    }

    /** There is no such place, or it is archived. */
    record UnknownLocation(LocationCode location, List<LocationCode> known) implements StockRefusal {
        public UnknownLocation {
            known = List.copyOf(known);
        }

        @Override
        public String sentence() {
            return "There is no location " + location + ".";
        }

        @Override
        public String given() {
            return location.value();
        }

        @Override
        public String accepted() {
            return known.isEmpty()
                    ? "a location that was opened first"
                    : "one of " + known.stream().map(LocationCode::value).collect(Collectors.joining(", "));
        }
    }

    /** Something still lies at a place, or is held there. */
    record LocationNotEmpty(LocationCode location, List<StockLevel> still) implements StockRefusal {
        public LocationNotEmpty {
            still = List.copyOf(still);
        }

        @Override
        public String sentence() {
            return "Location " + location + " is not empty.";
        }

        @Override
        public String given() {
            return still.stream()
                    .map(level -> level.onHand() + " of " + level.place().sku())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String accepted() {
            return "a location with nothing on hand and nothing held";
        }
    }

    /** A SKU is counted in one unit only. */
    record WrongUnit(Sku sku, String quantity, String unit) implements StockRefusal {
        @Override
        public String sentence() {
            return sku + " is counted in " + unit + ".";
        }

        @Override
        public String given() {
            return quantity;
        }

        @Override
        public String accepted() {
            return "a quantity in " + unit;
        }
    }

    /** Less would remain than is held for deals. */
    record BelowReserved(Place place, StockAmount remaining, StockAmount reserved, StockAmount safetyStock)
            implements StockRefusal {
        @Override
        public String sentence() {
            return "Of " + place + ", " + reserved + " are held for deals"
                    + (safetyStock.isNone() ? "." : " and " + safetyStock + " are safety stock.");
        }

        @Override
        public String given() {
            return remaining.toString();
        }

        @Override
        public String accepted() {
            return "at least " + reserved.plus(safetyStock) + ", or holds that are released first";
        }
    }

    /** More is to be taken away than can be. */
    record NotEnoughThere(Place place, Quantity wanted, StockAmount available) implements StockRefusal {
        @Override
        public String sentence() {
            return "There is not enough of " + place + ".";
        }

        @Override
        public String given() {
            return wanted.toString();
        }

        @Override
        public String accepted() {
            return "at most " + available;
        }
    }

    /** One booking names a place twice. */
    record PlaceTwice(Place place) implements StockRefusal {
        @Override
        public String sentence() {
            return "The booking names " + place + " twice.";
        }

        @Override
        public String given() {
            return place.toString();
        }

        @Override
        public String accepted() {
            return "every place once";
        }
    }
}

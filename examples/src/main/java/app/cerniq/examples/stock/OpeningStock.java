package app.cerniq.examples.stock;

import app.cerniq.application.stock.StockDesk;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.examples.data.Catalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** Where the goods of a catalogue lie when the doors open: a third of everything, in whole units, lies in a depot. */
public record OpeningStock(Map<Place, StockAmount> counted) {

    /** The second location. */
    public static final LocationCode DEPOT = new LocationCode("depot");

    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    public OpeningStock {
        counted = Map.copyOf(counted);
    }

    /** That of a catalogue. */
    public static OpeningStock of(Catalogue catalogue) {
        var counted = new HashMap<Place, StockAmount>();
        catalogue.onHand().forEach((sku, quantity) -> split(counted, sku, quantity));
        return new OpeningStock(counted);
    }

    private static void split(Map<Place, StockAmount> counted, Sku sku, Quantity quantity) {
        var all = StockAmount.of(quantity);
        var third = new StockAmount(quantity.value().divide(THREE, 0, RoundingMode.FLOOR), quantity.unit());
        counted.put(new Place(sku, LocationCode.PRINCIPAL), all.lessAtMost(third));
        if (!third.isNone()) {
            counted.put(new Place(sku, DEPOT), third);
        }
    }

    /** Opens the depot and counts everything. */
    public void countedBy(Actor actor, StockDesk desk, TenantId tenant, String key) {
        desk.openLocation(tenant, DEPOT, StockLocation.Kind.WAREHOUSE, "Depozit")
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.describe()));
        desk.count(tenant, actor, key, counted, "counted when the doors opened")
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.describe()));
    }
}

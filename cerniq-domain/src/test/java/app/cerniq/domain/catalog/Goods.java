package app.cerniq.domain.catalog;

import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockPosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is sold in tests. */
public final class Goods {

    /** List 250.00, floor 180.00, cost 150.00 a bag; VAT 11 %. */
    public static final PricedOffering WHEAT_SEED = new PricedOffering(
            new Sku("SEM-GRAU-01"),
            1,
            "Winter wheat seed, C1",
            Unit.BAG,
            "standard",
            Money.ron("250.00"),
            Money.ron("180.00"),
            Optional.of(Money.ron("150.00")),
            VatTreatment.taxed("11"));

    /** List 10.05, floor 6.00, cost 5.00 a metre; VAT 21 %. */
    public static final PricedOffering DRIP_TAPE = new PricedOffering(
            new Sku("IRI-BANDA-16"),
            1,
            "Drip tape 16 mm",
            Unit.METRE,
            "standard",
            Money.ron("10.05"),
            Money.ron("6.00"),
            Optional.of(Money.ron("5.00")),
            VatTreatment.taxed("21"));

    /** List 90.00, floor 60.00 a piece, cost unknown; VAT 21 %. */
    public static final PricedOffering NOZZLE = new PricedOffering(
            new Sku("ECH-DUZA-03"),
            1,
            "Flat-fan nozzle 03",
            Unit.PIECE,
            "standard",
            Money.ron("90.00"),
            Money.ron("60.00"),
            Optional.empty(),
            VatTreatment.taxed("21"));

    private Goods() {}

    /** Plenty of each. */
    public static Map<Sku, Quantity> plenty() {
        return Map.of(
                WHEAT_SEED.sku(), Quantity.of("1000", Unit.BAG),
                DRIP_TAPE.sku(), Quantity.of("100000", Unit.METRE),
                NOZZLE.sku(), Quantity.of("400", Unit.PIECE));
    }

    /** Positions with plenty of each in the principal location, and nothing held. */
    public static Map<Sku, StockPosition> positions() {
        return positions(plenty());
    }

    /** Positions with so much of each in the principal location, and nothing held. */
    public static Map<Sku, StockPosition> positions(Map<Sku, Quantity> there) {
        return there.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> position(one.getKey(), one.getValue())));
    }

    private static StockPosition position(Sku sku, Quantity quantity) {
        var unit = quantity.unit();
        var level = new StockLevel(
                new Place(sku, LocationCode.PRINCIPAL),
                StockAmount.of(quantity),
                StockAmount.none(unit),
                Replenishment.standard(unit),
                true);
        return new StockPosition(sku, true, unit, List.of(level));
    }

    /** Something that is sold by the kilogram, at a price and a rate that matter, under a name that does not. */
    public static PricedOffering byKilogram(String sku, Money listPrice, VatTreatment vat) {
        return new PricedOffering(
                new Sku(sku),
                1,
                "Goods " + sku,
                Unit.KILOGRAM,
                "standard",
                listPrice,
                Money.zero(listPrice.currency()),
                Optional.empty(),
                vat);
    }

    /** The same, sold by another unit from now on. */
    public static PricedOffering inUnit(Unit unit, PricedOffering offering) {
        return new PricedOffering(
                offering.sku(),
                offering.version() + 1,
                offering.name(),
                unit,
                offering.priceList(),
                offering.listPrice(),
                offering.floorPrice(),
                offering.cost(),
                offering.vat());
    }
}

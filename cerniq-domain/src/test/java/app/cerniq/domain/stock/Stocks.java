package app.cerniq.domain.stock;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Stock of one SKU, sold by the kilogram, in few words. */
final class Stocks {

    static final Sku SKU = new Sku("SEM-ORZ-02");

    private Stocks() {}

    static StockAmount kg(String value) {
        return StockAmount.of(value, Unit.KILOGRAM);
    }

    static Place at(String location) {
        return new Place(SKU, new LocationCode(location));
    }

    /** So much at a location, of which so much is held, and no safety stock. */
    static StockLevel level(String location, String onHand, String reserved) {
        return level(location, kg(onHand), kg(reserved));
    }

    static StockLevel level(String location, StockAmount onHand, StockAmount reserved) {
        return new StockLevel(at(location), onHand, reserved, Replenishment.standard(Unit.KILOGRAM), false);
    }

    static StockPosition position(StockLevel... levels) {
        return new StockPosition(SKU, true, Unit.KILOGRAM, List.of(levels));
    }

    static Reservation reservation(int number, String location, String quantity) {
        return new Reservation(
                new ReservationId(new UUID(0, number)),
                at(location),
                kg(quantity).quantity().orElseThrow());
    }

    /** Nothing up to a tonne. */
    static Arbitrary<StockAmount> anyKilograms() {
        return Arbitraries.longs()
                .between(0, 1_000_000)
                .map(grams -> new StockAmount(BigDecimal.valueOf(grams, 3), Unit.KILOGRAM));
    }

    /** None to eight locations, each with something to give. */
    static Arbitrary<List<StockLevel>> anyLevels() {
        return anyKilograms()
                .filter(amount -> !amount.isNone())
                .list()
                .ofMaxSize(8)
                .map(amounts -> IntStream.range(0, amounts.size())
                        .mapToObj(number -> level("w" + number, amounts.get(number), StockAmount.none(Unit.KILOGRAM)))
                        .toList());
    }
}

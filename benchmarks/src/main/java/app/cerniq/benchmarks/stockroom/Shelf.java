package app.cerniq.benchmarks.stockroom;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Unit;
import app.cerniq.testkit.fixture.Lines;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A thousand products, alike but for their numbers. */
public final class Shelf {

    /** How many there are. */
    public static final int SIZE = 1_000;

    /** How much there is of each: nothing is ever short. */
    public static final String PLENTY = "10000000";

    /** What stands before the number in a SKU. */
    public static final String SKU = "SKU-";

    /** The number of the first; all have as many digits. */
    public static final int FIRST = 1_000;

    private Shelf() {}

    /** All of them. */
    public static List<PricedOffering> all() {
        return IntStream.range(0, SIZE).mapToObj(Shelf::offering).toList();
    }

    public static Sku sku(long place) {
        return new Sku(SKU + (FIRST + place));
    }

    /** A quote line for a few of one of them. */
    public static QuoteLine few(long place) {
        return Lines.of(offering(place), "2.5", "0");
    }

    private static PricedOffering offering(long place) {
        return new PricedOffering(
                sku(place),
                1,
                "Fertilizer no. " + place,
                Unit.TONNE,
                "standard",
                Money.ron("2400.00"),
                Money.ron("2000.00"),
                Optional.of(Money.ron("1800.00")),
                VatTreatment.taxed("11"));
    }
}

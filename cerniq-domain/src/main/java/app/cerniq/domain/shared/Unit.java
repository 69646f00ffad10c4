package app.cerniq.domain.shared;

import io.vavr.control.Either;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A unit of measure: the word sellers use, its UN/ECE Recommendation 20 code, and how finely it divides. */
public enum Unit {
    PIECE("buc", "H87", 0),
    KILOGRAM("kg", "KGM", 3),
    TONNE("t", "TNE", 3),
    LITRE("l", "LTR", 3),
    METRE("m", "MTR", 2),
    SQUARE_METRE("mp", "MTK", 2),
    CUBIC_METRE("mc", "MTQ", 3),
    SET("set", "SET", 0),
    BAG("sac", "XBG", 0),
    PALLET("palet", "XPX", 0),
    HECTARE("ha", "HAR", 2);

    private final String symbol;
    private final String code;
    private final int decimals;

    Unit(String symbol, String code, int decimals) {
        this.symbol = symbol;
        this.code = code;
        this.decimals = decimals;
    }

    /** The unit behind a symbol such as {@code kg}; refuses unknown ones and lists those there are. */
    public static Either<InvalidValue, Unit> parse(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equalsIgnoreCase(symbol.strip()))
                .findFirst()
                .<Either<InvalidValue, Unit>>map(Either::right)
                .orElseGet(() -> Either.left(new InvalidValue("unit", symbol, symbols())));
    }

    private static String symbols() {
        return "one of " + Arrays.stream(values()).map(Unit::symbol).collect(Collectors.joining(", "));
    }

    /** The word on a Romanian document, for example {@code buc}. */
    public String symbol() {
        return symbol;
    }

    /** The UN/ECE Recommendation 20 (or 21) code that an e-invoice carries, for example {@code KGM}. */
    public String code() {
        return code;
    }

    /** How many decimals a quantity in this unit may have. */
    public int decimals() {
        return decimals;
    }
}

package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an AI seller can ask the system to do; the names of the schema document, section 11.2. */
public enum Tool {
    SEARCH_PRODUCTS,
    GET_CATALOG,
    GET_PRODUCT_DETAILS,
    CHECK_REALTIME_STOCK,
    CALCULATE_DISCOUNT,
    VALIDATE_CLIENT_DATA,
    CREATE_PROFORMA,
    TRACK_PROFORMA_STATUS,
    RESEND_PROFORMA,
    CONVERT_TO_INVOICE,
    SEND_EINVOICE,
    TRACK_PAYMENT;

    /** The tool's name as a language model calls it, for example {@code search_products}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tool behind a {@link #word()}; an unknown name is refused, whatever the state. */
    public static Either<InvalidValue, Tool> parse(String word) {
        return Arrays.stream(values())
                .filter(tool -> tool.word().equals(word))
                .findFirst()
                .<Either<InvalidValue, Tool>>map(Either::right)
                .orElseGet(() -> Either.left(new InvalidValue("tool", word, words())));
    }

    private static String words() {
        return "one of " + Arrays.stream(values()).map(Tool::word).collect(Collectors.joining(", "));
    }
}

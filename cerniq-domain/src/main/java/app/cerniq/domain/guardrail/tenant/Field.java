package app.cerniq.domain.guardrail.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a tenant's guardrail can ask about a reply, and by what kind of value. There is nothing else. */
public enum Field {
    STATE(Form.STATE),
    LENGTH(Form.NUMBER),
    CLAIMS(Form.NUMBER),
    LINES(Form.NUMBER),
    HIGHEST_DISCOUNT(Form.PERCENT),
    QUOTE_TOTAL(Form.MONEY),
    LOWEST_MARGIN(Form.PERCENT),
    LONGEST_DELIVERY(Form.NUMBER),
    LONGEST_PAYMENT(Form.NUMBER),
    WARNINGS(Form.NUMBER),
    STATES_PRICE(Form.BOOLEAN),
    STATES_DISCOUNT(Form.BOOLEAN),
    STATES_STOCK(Form.BOOLEAN),
    MENTIONS_COMPETITOR(Form.BOOLEAN),
    TEXT(Form.WORDS);

    private final Form form;

    Field(Form form) {
        this.form = form;
    }

    /** The kind of value that it is compared with. */
    public Form form() {
        return form;
    }

    /** The word in a definition, for example {@code highest_discount}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field behind a word, written exactly so. */
    public static Optional<Field> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Field::word).toList();
    }
}

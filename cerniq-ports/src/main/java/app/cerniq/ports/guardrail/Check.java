package app.cerniq.ports.guardrail;

import app.cerniq.domain.guardrail.ViolationType;

/** What a text is looked at for, each under its kind of the schema document (specification, section 7.2). */
public enum Check {
    UNBOUND_AMOUNT(ViolationType.HALLUCINATION_DETECTED, "an amount that a row of the deal says"),
    UNBOUND_SHARE(ViolationType.HALLUCINATION_DETECTED, "a percentage that a row of the deal says"),
    UNBOUND_DISCOUNT(ViolationType.DISCOUNT_EXCEEDED, "a discount that stands in the quote"),
    UNBOUND_QUANTITY(ViolationType.HALLUCINATION_DETECTED, "a quantity that is quoted, or in stock where that is said"),
    UNBOUND_DAY(ViolationType.HALLUCINATION_DETECTED, "a day that a row of the deal says"),
    UNBOUND_TERM(ViolationType.HALLUCINATION_DETECTED, "a time that the sales terms lay down"),
    UNBOUND_DOCUMENT(ViolationType.HALLUCINATION_DETECTED, "the number of a document of the deal"),
    UNREAD_FIGURE(ViolationType.HALLUCINATION_DETECTED, "a figure in a form that can be understood"),
    PRODUCT_NOT_FOUND(ViolationType.SKU_NOT_FOUND, "a product of the catalogue"),
    PRODUCT_NOT_ON_SALE(ViolationType.SKU_NOT_FOUND, "a product that is on sale"),
    NOT_IN_STOCK(ViolationType.STOCK_UNAVAILABLE, "what the stock says"),
    WRONG_AVAILABILITY(ViolationType.STOCK_UNAVAILABLE, "what the stock says"),
    INSUFFICIENT_STOCK(ViolationType.STOCK_UNAVAILABLE, "a quantity that is there"),
    LOW_STOCK(ViolationType.STOCK_UNAVAILABLE, "one and a half of the quantity in stock"),
    MISSING_STOCK_DATA(ViolationType.STOCK_UNAVAILABLE, "goods whose stock is known"),
    PRICE_BELOW_MINIMUM(ViolationType.PRICE_BELOW_MINIMUM, "a price from the floor on"),
    PRICE_BELOW_COST(ViolationType.PRICE_BELOW_MINIMUM, "a price from the floor on"),
    MISSING_PRICE_DATA(ViolationType.PRICE_BELOW_MINIMUM, "goods whose floor price is known"),
    PRICE_ABOVE_LIST(ViolationType.HALLUCINATION_DETECTED, "a price of at most 120 percent of the list price"),
    PRICE_ABOVE_OFFER(ViolationType.HALLUCINATION_DETECTED, "the price that was offered"),
    PRICE_RAISED(ViolationType.HALLUCINATION_DETECTED, "a price that is not above the one offered before"),
    CONCESSION_OVER_BUDGET(ViolationType.DISCOUNT_EXCEEDED, "a price within the budget for concessions"),
    DISCOUNT_EXCEEDS_MAXIMUM(ViolationType.DISCOUNT_EXCEEDED, "a discount up to the maximum"),
    DISCOUNT_NEEDS_APPROVAL(ViolationType.DISCOUNT_EXCEEDED, "a discount that was approved, or needs nobody"),
    FALSE_WARRANTY(ViolationType.HALLUCINATION_DETECTED, "the warranty that the sales terms lay down"),
    FALSE_SHIPPING(ViolationType.HALLUCINATION_DETECTED, "the delivery that the sales terms lay down"),
    FALSE_CLAIM(ViolationType.HALLUCINATION_DETECTED, "no comparison with the market"),
    FALSE_GUARANTEE(ViolationType.HALLUCINATION_DETECTED, "no guarantee of satisfaction"),
    COMPETITOR_MENTION(ViolationType.COMPETITOR_MENTIONED, "no competitor"),
    FORBIDDEN_WORDS(ViolationType.HALLUCINATION_DETECTED, "words that the tenant does not forbid"),
    INVALID_FISCAL_CODE(ViolationType.FISCAL_DATA_INVALID, "a code with right check digits"),
    FOREIGN_FISCAL_CODE(ViolationType.FISCAL_DATA_INVALID, "the code or account of a party to the deal"),
    DISCOUNT_TOO_EARLY(ViolationType.STATE_VIOLATION, "no discount before something was proposed"),
    PRICE_TOO_EARLY(ViolationType.STATE_VIOLATION, "a price range before something was proposed"),
    NOTHING_ON_OFFER(ViolationType.STATE_VIOLATION, "no offer in a deal that is lost"),
    DISCOUNT_TOO_LATE(ViolationType.STATE_VIOLATION, "no new discount on a deal that is paid"),
    RESPONSE_TOO_SHORT(ViolationType.HALLUCINATION_DETECTED, "an offer of 50 characters or more"),
    RESPONSE_TOO_LONG(ViolationType.HALLUCINATION_DETECTED, "up to 10000 characters"),
    EMPTY_RESPONSE(ViolationType.HALLUCINATION_DETECTED, "some words"),
    SMUGGLED_INSTRUCTION(ViolationType.HALLUCINATION_DETECTED, "no instruction to, or word about, a model");

    private final ViolationType type;
    private final String accepted;

    Check(ViolationType type, String accepted) {
        this.type = type;
        this.accepted = accepted;
    }

    public ViolationType type() {
        return type;
    }

    /** What would be accepted instead. */
    public String accepted() {
        return accepted;
    }
}

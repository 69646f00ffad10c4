package app.cerniq.ports.guardrail;

import app.cerniq.domain.guardrail.tenant.Field;
import app.cerniq.domain.guardrail.tenant.Literal;
import app.cerniq.domain.negotiation.NegotiationState;

/**
 * What a tenant's guardrails can ask about a reply; {@link Field} is the same list in words.
 *
 * @param state where the deal stands
 * @param length of the text in characters
 * @param claims how many things the text says
 * @param lines how many lines the quote has
 * @param highestDiscount the highest discount that the text states or implies, in basis points
 * @param quoteTotal the net total of the quote in the smallest coin
 * @param lowestMargin the lowest margin of a quoted line in basis points; 10,000 where none is known
 * @param longestDelivery the longest time of delivery that the text states, in days
 * @param longestPayment the longest time of payment that the text states, in days
 * @param warnings how many warnings the built-in rules gave
 * @param statesPrice whether the text states a price
 * @param statesDiscount whether it states a discount
 * @param statesStock whether it says what there is
 * @param mentionsCompetitor whether it names a competitor
 * @param plainText the text in small letters without diacritics, with a blank before and after each word
 */
public record ReplyQuestion(
        NegotiationState state,
        long length,
        long claims,
        long lines,
        long highestDiscount,
        long quoteTotal,
        long lowestMargin,
        long longestDelivery,
        long longestPayment,
        long warnings,
        boolean statesPrice,
        boolean statesDiscount,
        boolean statesStock,
        boolean mentionsCompetitor,
        String plainText) {

    /** The whole-number form of a field; 0 for the text, which is only searched. */
    public long value(Field field) {
        return switch (field) {
            case STATE -> Literal.place(state);
            case LENGTH -> length;
            case CLAIMS -> claims;
            case LINES -> lines;
            case HIGHEST_DISCOUNT -> highestDiscount;
            case QUOTE_TOTAL -> quoteTotal;
            case LOWEST_MARGIN -> lowestMargin;
            case LONGEST_DELIVERY -> longestDelivery;
            case LONGEST_PAYMENT -> longestPayment;
            case WARNINGS -> warnings;
            case STATES_PRICE -> asNumber(statesPrice);
            case STATES_DISCOUNT -> asNumber(statesDiscount);
            case STATES_STOCK -> asNumber(statesStock);
            case MENTIONS_COMPETITOR -> asNumber(mentionsCompetitor);
            case TEXT -> 0;
        };
    }

    private static long asNumber(boolean yes) {
        return yes ? 1 : 0;
    }
}

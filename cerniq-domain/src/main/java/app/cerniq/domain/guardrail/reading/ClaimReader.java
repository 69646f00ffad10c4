package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * Reads what a text claims, in Romanian and English.
 *
 * <p>The world is closed: whatever looks like a figure, in digits or in words, is part of a claim, at worst of an
 * {@link Claim.Unread}. Exempt are only
 *
 * <ul>
 *   <li>figures inside a SKU or a whole product name of the lexicon, which are part of {@link Claim.Product};
 *   <li>the numbers of a list, "1." or "1)" at the beginning of a line, and those of the rows of a table, counted from 1
 *       under a head such as "Nr.";
 *   <li>"un", "o", "unu", "a", "one" and the like where no unit, currency, percent or larger number follows, for they are
 *       articles and pronouns then; and "nouă" and
 *       "a doua" there, which are "new" or "us", and "the second";
 *   <li>"o" and "un" before a unit after "pe", "la", "pentru": what a price is for; and wishes such as "o zi bună".
 * </ul>
 *
 * Reading takes time linear in the text and never throws.
 */
public final class ClaimReader {

    /** The longest text that is read, in characters; a longer one is a single {@link Claim.Unread}. */
    public static final int LONGEST = 10_000;

    private ClaimReader() {}

    /**
     * Every claim in a text, by its place; figures do not overlap.
     *
     * @param text at most {@link #LONGEST} characters
     * @param today the day that "mâine" and dates without a year are counted from
     */
    public static List<Claim> read(String text, Lexicon lexicon, LocalDate today) {
        return read(text, lexicon, today, Money.RON);
    }

    /**
     * The same where deals are in another currency than lei.
     *
     * @param home the currency of an amount in a text that names none
     */
    public static List<Claim> read(String text, Lexicon lexicon, LocalDate today, Currency home) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.length() > LONGEST) {
            return List.of(new Claim.Unread(new Span(0, text.length()), text.substring(0, 100)));
        }
        var page = new Page(text, lexicon, today, home);
        var claims = new ArrayList<Claim>();
        new Reading(page, claims).run();
        claims.sort(Comparator.comparing(Claim::span));
        return List.copyOf(claims);
    }
}

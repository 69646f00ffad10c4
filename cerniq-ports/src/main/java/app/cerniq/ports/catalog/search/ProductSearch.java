package app.cerniq.ports.catalog.search;

import app.cerniq.domain.catalog.search.Matches;

/**
 * Finds goods by the words of their names, SKUs, product domains, attributes and descriptions; in this order of weight. Upper
 * and lower case, diacritics and the endings of words make no difference.
 */
public interface ProductSearch {

    /**
     * The goods that have all of the {@linkplain app.cerniq.domain.catalog.search.SearchText#words() words} and meet the
     * conditions, the best first. Neither archived goods nor those of an offering that is archived or without an active
     * version are among them; whether they have a price is not asked.
     *
     * <p>For each word stands, where the goods of the tenant have it, the word itself; otherwise words that begin with it;
     * otherwise words that look like it, which makes it a list of kind {@link Matches.Kind#TYPO}; otherwise words that
     * contain it. Words of one or two letters stand for themselves alone. A word for which nothing stands is left aside,
     * unless there is no other.
     *
     * @param most how many, 1 to 2,000; a store may look at no more than 5,000 where a word is in more goods than that, and
     *     then says that there are others
     */
    Matches matches(MatchQuestion question, int most);
}

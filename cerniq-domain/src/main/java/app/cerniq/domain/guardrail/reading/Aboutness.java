package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.catalog.Sku;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which goods a figure is about: those in its clause; else those named last before it in its line; else the first after it
 * there; else those of the heading above; else all. A text that names goods once is all about them.
 */
final class Aboutness {

    /** How many mentions on either side are looked at: nobody means more. */
    private static final int MOST = 64;

    private record Named(int at, Mention mention) {}

    private final Page page;
    private final List<Named> named = new ArrayList<>();
    private final Set<Sku> all;
    private final boolean single;
    /** How many figures stand before each token, to know a heading. */
    private final int[] figures;
    /** How many currencies. */
    private final int[] currencies;

    Aboutness(Page page) {
        this.page = page;
        this.figures = new int[page.size() + 1];
        this.currencies = new int[page.size() + 1];
        for (int at = 0; at < page.size(); at++) {
            var mention = page.mention(at);
            if (mention != null) {
                named.add(new Named(at, mention));
            }
            figures[at + 1] = figures[at] + (page.digits(at) || inWords(at) ? 1 : 0);
            var currency = Words.currency(page.tokens().at(at).text()) != null;
            currencies[at + 1] = currencies[at] + (currency ? 1 : 0);
        }
        this.all = Set.copyOf(page.all());
        this.single =
                named.stream().map(one -> one.mention().goods()).distinct().count() <= 1;
    }

    Set<Sku> of(int at) {
        if (single) {
            return all;
        }
        var before = before(at);
        var clause = inClause(at, before);
        if (!clause.isEmpty()) {
            return clause;
        }
        if (before >= 0 && page.line(named.get(before).at()) == page.line(at)) {
            return together(before);
        }
        if (before + 1 < named.size() && page.line(named.get(before + 1).at()) == page.line(at)) {
            return named.get(before + 1).mention().goods();
        }
        return before >= 0 && heading(before) ? named.get(before).mention().goods() : all;
    }

    /** The goods that a total is over: those named before it in its line, back to where an amount stands between them. */
    Set<Sku> ofTotal(int at) {
        var before = before(at);
        if (before < 0 || page.line(named.get(before).at()) != page.line(at)) {
            return of(at);
        }
        return chain(before, currencies);
    }

    /** Whether several goods are named in the text. */
    boolean several() {
        return !single;
    }

    /** The last mention that begins before a token; -1 where none does. */
    private int before(int at) {
        var low = 0;
        var high = named.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (named.get(middle).at() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private Set<Sku> inClause(int at, int before) {
        var goods = new HashSet<Sku>();
        for (int i = before; i >= 0 && page.sameClause(named.get(i).at(), at) && before - i < MOST; i--) {
            goods.addAll(named.get(i).mention().goods());
        }
        for (int i = before + 1;
                i < named.size() && page.sameClause(named.get(i).at(), at) && i - before <= MOST;
                i++) {
            goods.addAll(named.get(i).mention().goods());
        }
        return goods;
    }

    /** A mention and those before it in the line with no figure between: "pentru uree și azotat, 2.400 lei". */
    private Set<Sku> together(int last) {
        return chain(last, figures);
    }

    private boolean inWords(int at) {
        var word = NumberWords.of(page.tokens().at(at));
        return word != null && word.kind() != NumberWords.Kind.ARTICLE && word.kind() != NumberWords.Kind.SUFFIX;
    }

    private Set<Sku> chain(int last, int[] barriers) {
        var goods = new HashSet<>(named.get(last).mention().goods());
        for (int i = last - 1; i >= 0 && last - i < MOST; i--) {
            var one = named.get(i);
            var next = named.get(i + 1);
            if (page.line(one.at()) != page.line(next.at())
                    || !page.sameSentence(one.at(), next.at())
                    || barriers[next.at()] > barriers[one.mention().end()]) {
                break;
            }
            goods.addAll(one.mention().goods());
        }
        return goods;
    }

    /** Whether a mention stands alone in its line, without figures outside its name. */
    private boolean heading(int index) {
        var one = named.get(index);
        var line = page.line(one.at());
        if (index > 0 && page.line(named.get(index - 1).at()) == line) {
            return false;
        }
        var end = one.mention().end();
        for (int at = end; at < page.size() && page.line(at) == line && at - end < 20; at++) {
            if (page.digits(at)) {
                return false;
            }
        }
        return true;
    }
}

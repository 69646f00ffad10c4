package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Unit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a text can be about: the goods on sale, the competitors, and what a tenant never says. Immutable; prepared once and
 * used for many texts.
 */
public final class Lexicon {

    /**
     * Goods under one of their names; an alias is another entry with the same SKU.
     *
     * @param name as in the catalogue, for example {@code Uree 46% N}; figures in it are no claims where the whole name
     *     stands in a text
     * @param unit what it is sold by
     */
    public record Entry(Sku sku, String name, Unit unit) {}

    private final NameIndex names;
    private final CodeIndex codes;
    private final PhraseIndex ownPhrases;
    private final Map<Sku, Unit> units;

    private Lexicon(NameIndex names, CodeIndex codes, PhraseIndex ownPhrases, Map<Sku, Unit> units) {
        this.names = names;
        this.codes = codes;
        this.ownPhrases = ownPhrases;
        this.units = units;
    }

    /**
     * Prepares what texts can be about.
     *
     * @param goods everything on sale, in any order
     * @param competitors names of competitors
     * @param forbidden words and phrases on the tenant's own list of what is never said
     */
    public static Lexicon of(Collection<Entry> goods, List<String> competitors, List<String> forbidden) {
        var units = new HashMap<Sku, Unit>();
        goods.forEach(entry -> units.put(entry.sku(), entry.unit()));
        return new Lexicon(
                NameIndex.of(goods), CodeIndex.of(goods), PhraseIndex.of(competitors, forbidden), Map.copyOf(units));
    }

    NameIndex names() {
        return names;
    }

    CodeIndex codes() {
        return codes;
    }

    PhraseIndex ownPhrases() {
        return ownPhrases;
    }

    /** The unit that all of the goods are sold by; null where they differ or there are none. */
    @Nullable
    Unit unit(Set<Sku> goods) {
        Unit common = null;
        for (var sku : goods) {
            var unit = units.get(sku);
            if (common != null && common != unit) {
                return null;
            }
            common = unit;
        }
        return common;
    }
}

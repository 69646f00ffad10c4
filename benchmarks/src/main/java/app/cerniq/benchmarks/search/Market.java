package app.cerniq.benchmarks.search;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.search.SearchText;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Goods for farms, made of the words that such goods are called by; always the same for the same number. */
final class Market {

    private static final List<String> KINDS = List.of(
            "Sămânță",
            "Erbicid",
            "Fungicid",
            "Insecticid",
            "Îngrășământ",
            "Hibrid",
            "Adjuvant",
            "Bandă de picurare",
            "Duză",
            "Furtun",
            "Conductă",
            "Pompă",
            "Filtru",
            "Robinet",
            "Plasă",
            "Folie",
            "Rulment",
            "Curea",
            "Ulei",
            "Acumulator");
    private static final List<String> CROPS = List.of(
            "porumb",
            "grâu",
            "orz",
            "rapiță",
            "floarea-soarelui",
            "soia",
            "sfeclă",
            "mazăre",
            "lucernă",
            "viță de vie",
            "măr",
            "prun",
            "tomate",
            "castraveți",
            "ardei",
            "cartof",
            "ceapă",
            "usturoi",
            "varză",
            "pepene");
    private static final List<String> QUALITIES = List.of(
            "glifosat",
            "azoxistrobin",
            "tebuconazol",
            "deltametrin",
            "uree",
            "azotat de amoniu",
            "complex NPK",
            "timpuriu",
            "semitârziu",
            "tolerant la secetă",
            "certificat C1",
            "selectiv",
            "sistemic",
            "de contact",
            "granulat",
            "lichid",
            "hidrosolubil",
            "rezistent",
            "universal",
            "concentrat");
    private static final List<String> SIZES = List.of(
            "1 L", "5 L", "10 L", "20 L", "200 L", "1 kg", "5 kg", "25 kg", "500 kg", "40 kg", "16 mm", "32 mm",
            "50 mm");
    private static final List<String> SYLLABLES = List.of(
            "agra", "bio", "cer", "dor", "fer", "gra", "lan", "mon", "nor", "pla", "ros", "syn", "tor", "ver", "zen");

    private Market() {}

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String brand(Random random) {
        var name = any(SYLLABLES, random) + any(SYLLABLES, random) + any(SYLLABLES, random);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** One of them. */
    static PricedOffering goods(int number) {
        var random = new Random(number * 31L);
        var name = String.join(
                " ", any(KINDS, random), any(CROPS, random), any(QUALITIES, random), brand(random), any(SIZES, random));
        return new PricedOffering(
                new Sku("AG-%07d".formatted(number)),
                1,
                name,
                Unit.PIECE,
                "standard",
                new Money(BigDecimal.valueOf(1_000L + random.nextInt(100_000), 2), Money.RON),
                Money.ron("1.00"),
                Optional.empty(),
                VatTreatment.taxed("21"));
    }

    /** Something that somebody types who looks for one of so many goods; {@code kind} says how. */
    static SearchText question(int kind, int goods, Random random) {
        var wanted = goods(random.nextInt(goods));
        var words = SearchText.wordsOf(wanted.name());
        return new SearchText(
                switch (kind) {
                    case 0 -> any(KINDS, random); // as broad as it gets: one in twenty goods
                    case 1 -> words.get(0) + " pentru " + words.get(1);
                    case 2 -> wanted.name();
                    case 3 -> misspelt(words.get(0), random) + " " + words.get(1);
                    case 4 -> misspelt(brand(random), random);
                    case 5 -> wanted.sku().value().toLowerCase(Locale.ROOT);
                    case 6 -> wanted.sku().value().substring(3, 9);
                    default ->
                        words.get(0).substring(0, Math.min(5, words.get(0).length())) + " " + any(CROPS, random);
                });
    }

    static final List<String> KINDS_OF_QUESTIONS = List.of(
            "one broad word",
            "two words",
            "the whole name",
            "a misspelt word and another",
            "a misspelt brand",
            "a SKU",
            "a part of a SKU",
            "a beginning and a word");

    private static String misspelt(String word, Random random) {
        var at = 1 + random.nextInt(Math.max(1, word.length() - 2));
        return word.substring(0, at) + word.substring(at + 1);
    }
}

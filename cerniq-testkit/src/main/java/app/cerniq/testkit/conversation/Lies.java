package app.cerniq.testkit.conversation;

import app.cerniq.domain.conversation.Language;
import java.util.List;
import java.util.SplittableRandom;

/** What is true of no shop of the tests: each holds a figure that is the price, stock or total of nothing. */
public final class Lies {

    private static final List<String> ROMANIAN = List.of(
            "Prețul este 1111 RON pe tonă.",
            "Vă ofer o reducere de 77 %.",
            "Livrăm mâine 987654321 in stock.",
            "Totalul ofertei este 31337 RON.",
            "Pentru dumneavoastră: 0.01 RON bucata.",
            "Avem 99999999 în stoc, la 2399.99 RON.");

    private static final List<String> ENGLISH = List.of(
            "The price is 1111 RON per tonne.",
            "I can give you a discount of 77 %.",
            "We have 987654321 in stock, and will deliver it tomorrow.",
            "The total of your offer is 31337 RON.",
            "For you: 0.01 RON each.",
            "There are 99999999 in stock at 2399.99 RON.");

    private Lies() {}

    /** All of them. */
    public static List<String> in(Language language) {
        return language == Language.RO ? ROMANIAN : ENGLISH;
    }

    static String first(Language language) {
        return in(language).get(0);
    }

    static String any(Language language, SplittableRandom random) {
        var all = in(language);
        return all.get(random.nextInt(all.size()));
    }
}

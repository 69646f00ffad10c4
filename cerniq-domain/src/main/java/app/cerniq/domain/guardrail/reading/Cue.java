package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.Claim.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that say what the figures near them are for: "livrare", "reducere", "garanție", "total". */
final class Cue {

    private static final int KEY = 3;

    private record Stem(String letters, Use use) {}

    private static final Map<String, List<Stem>> STEMS = new HashMap<>();

    static {
        all(Use.PRICE, "pret price pricing cost tarif rata");
        all(Use.TOTAL, "total valoar altogether suma sumei insumea value sum amount comes come makes make insumat");
        all(
                Use.DISCOUNT,
                "reduc discount rabat remiz scade scadem scad scadere promot bonus ieftin off cheaper less save econom rebate");
        all(Use.VAT, "tva vat");
        all(Use.ADVANCE, "avans advance upfront acont deposit anticip prepay");
        all(
                Use.DELIVERY,
                "livr deliver ship expedi transport ajung ajunge arriv aduc aduce courier curier lead dispatch trimit");
        all(Use.PAYMENT, "plat payment pay payable paid achit scaden credit due net instalment");
        all(Use.WARRANTY, "garant warrant guarant");
        all(Use.VALIDITY, "valab valid expir");
    }

    private Cue() {}

    private static void all(Use use, String stems) {
        for (var stem : stems.split(" ", -1)) {
            STEMS.computeIfAbsent(stem.substring(0, KEY), any -> new ArrayList<>())
                    .add(new Stem(stem, use));
        }
    }

    /** What a word says; null for most words. */
    static @Nullable Use of(String word) {
        if (word.length() < KEY) {
            return null;
        }
        var stems = STEMS.get(word.substring(0, KEY));
        if (stems == null) {
            return null;
        }
        for (var stem : stems) {
            if (word.startsWith(stem.letters())
                    && (stem.letters().length() > 4
                            || word.length() <= stem.letters().length() + 5)) {
                return exact(stem.letters()) && !word.equals(stem.letters()) ? null : stem.use();
            }
        }
        return null;
    }

    /** What a word says of an amount: goods arrive somewhere, and a sum does too, which says nothing of delivery. */
    static @Nullable Use ofAmount(String word) {
        return word.startsWith("ajung") || word.startsWith("arriv") ? null : of(word);
    }

    /** Stems that begin other words too. */
    private static boolean exact(String stem) {
        return switch (stem) {
            case "off",
                    "sum",
                    "come",
                    "comes",
                    "make",
                    "makes",
                    "net",
                    "due",
                    "less",
                    "tva",
                    "vat",
                    "scad",
                    "rata",
                    "lead" -> true;
            default -> false;
        };
    }
}

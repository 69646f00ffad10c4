package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.shared.Unit;
import java.time.LocalDate;
import java.util.List;

/** A small catalogue to speak about, and a Saturday to speak on. */
final class Shelf {

    static final Sku UREA = new Sku("ING-UREE-46");
    static final Sku NPK = new Sku("NPK-20");
    static final Sku MAIZE = new Sku("SEM-P9911");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    static final Lexicon LEXICON = Lexicon.of(
            List.of(
                    new Lexicon.Entry(UREA, "Uree 46% N", Unit.TONNE),
                    new Lexicon.Entry(NPK, "NPK 20-20-0", Unit.TONNE),
                    new Lexicon.Entry(MAIZE, "Porumb Pioneer P9911", Unit.BAG)),
            List.of("AgroMax", "Holda de Aur"),
            List.of("profit garantat"));

    private Shelf() {}

    static List<Claim> read(String text) {
        return ClaimReader.read(text, LEXICON, TODAY);
    }

    /** The only claim of a kind; fails where there are more or none. */
    static <C extends Claim> C only(Class<C> kind, String text) {
        var found = all(kind, text);
        if (found.size() != 1) {
            throw new AssertionError("One " + kind.getSimpleName() + " expected in «" + text + "», read " + read(text));
        }
        return found.get(0);
    }

    static <C extends Claim> List<C> all(Class<C> kind, String text) {
        return read(text).stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

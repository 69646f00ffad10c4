package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.shared.Unit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units as they stand in a text, of one word or of two, and those that nothing is sold by here. */
final class UnitWords {

    /**
     * A unit that was read.
     *
     * @param unit null where nothing here is sold by it, such as an hour, an acre or a roll
     * @param end the token after it
     */
    record Read(@Nullable Unit unit, int end) {}

    /** Packings, times and measures of other places: a price for one of them is the price of something else. */
    private static final Set<String> FOREIGN = Set.of(
            ("ora ore orei hour hours minut minute zi ziua day luna lunar month saptamana week pogon pogonul acru acrul acri"
                            + " acre acres ar ari hectolitru hectolitrul hl mililitru mililitrul mililitri millilitre milliliter cl"
                            + " gram gramul grame g gr chintal quintal pound pounds lb lbs ounce oz gallon gallons gal foot feet ft"
                            + " yard yards inch mile miles km kilometru kilometrul kilometer kilometre kilometres cm centimetru rola rolei"
                            + " role rolele roll rolls bidon bidonul bidonului bidoane canistra canistrei canistre canister can"
                            + " jerrycan drum butoi butoiul cutie cutia cutiei cutii box boxes carton cartonul pachet pachetul"
                            + " pachete pack packs package pereche perechea perechi pair pairs duzina dozen dozens baxul bax"
                            + " container containerul camion camionul truck truckload naveta flacon flaconul flacoane bottle"
                            + " bottles big bigbag bigbags bigbagul nozzle duza")
                    .split(" "));

    private static final Set<String> RUNNING = Set.of("liniar", "liniari", "liniara", "running", "linear", "lineal");

    private UnitWords() {}

    /** The unit that begins with a token; null where none does. */
    static @Nullable Read at(Tokens tokens, int at) {
        var word = tokens.at(at);
        if (!word.word()) {
            return null;
        }
        var next = tokens.at(at + 1);
        if (RUNNING.contains(word.text()) && Words.unit(next.text()) == Unit.METRE) {
            return new Read(null, at + 2);
        }
        if ((word.is("square") || word.is("cubic")) && Words.unit(next.text()) == Unit.METRE) {
            return new Read(word.is("square") ? Unit.SQUARE_METRE : Unit.CUBIC_METRE, at + 2);
        }
        var unit = Words.unit(word.text());
        if (unit == Unit.METRE) {
            return metres(tokens, at);
        }
        if (unit != null) {
            return new Read(unit, at + 1);
        }
        return FOREIGN.contains(word.text()) ? foreign(tokens, at) : null;
    }

    private static Read metres(Tokens tokens, int at) {
        var next = tokens.at(at + 1);
        if (tokens.is(at, "ml") || RUNNING.contains(next.text())) {
            // Running metres and millilitres: neither is a metre of what is sold by the metre.
            return new Read(null, tokens.is(at, "ml") ? at + 1 : at + 2);
        }
        if (tokens.is(at, "m") && next.glued() && (next.is("2") || next.is("3"))) {
            return new Read(next.is("2") ? Unit.SQUARE_METRE : Unit.CUBIC_METRE, at + 2);
        }
        if (next.text().startsWith("patra")) {
            return new Read(Unit.SQUARE_METRE, at + 2);
        }
        return next.text().startsWith("cub") ? new Read(Unit.CUBIC_METRE, at + 2) : new Read(Unit.METRE, at + 1);
    }

    private static Read foreign(Tokens tokens, int at) {
        var more = tokens.at(at + 1).mark('-') && tokens.at(at + 2).text().startsWith("bag");
        return new Read(null, more ? at + 3 : at + 1);
    }
}

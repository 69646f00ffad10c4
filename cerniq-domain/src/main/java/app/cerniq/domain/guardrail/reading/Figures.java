package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.reading.Suffix.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads figure after figure. One that says nothing of what it counts waits for the next one that it is joined to: in "10-12
 * lei" and "între 10 și 12 zile" the first takes after the last.
 */
final class Figures {

    private record Waiting(Figure figure, int begin, int end) {}

    private static final Set<String> FOR_EACH =
            Set.of("pe", "per", "la", "pentru", "fiecare", "for", "every", "each", "cate");
    private static final Set<String> FAREWELLS =
            Set.of("buna", "frumoasa", "placuta", "excelenta", "minunata", "usoara", "productiva", "faina");

    private final Page page;
    private final Tokens tokens;
    private final Surroundings around;
    private final Measures measures;
    private final List<Claim> claims;
    private final List<Waiting> waiting = new ArrayList<>();

    Figures(Page page, Measures measures, List<Claim> claims) {
        this.page = page;
        this.tokens = page.tokens();
        this.around = new Surroundings(page);
        this.measures = measures;
        this.claims = claims;
    }

    /** Reads what begins with a token, if it is a figure; gives the token after it, or -1 where none begins. */
    int read(int at) {
        var before = currencyBefore(at);
        if (before > 0) {
            return before;
        }
        if (around.pretended(at)) {
            return unread(at, around.glued(page.digits(at + 1) ? at + 1 : at + 2));
        }
        var figure = Figure.at(tokens, at);
        if (figure == null) {
            return vague(at);
        }
        if (!figure.sure()) {
            return unread(at, around.glued(figure.next()));
        }
        var suffix = Suffix.at(tokens, figure.next());
        if (figure.article() && (suffix.kind() == Kind.NONE || !counted(at, suffix))) {
            end();
            return figure.next();
        }
        if (suffix.kind() != Kind.NONE) {
            return measured(figure, at, suffix);
        }
        var renewed = tokens.is(at, "noua") || (tokens.is(at, "doua") && tokens.is(at - 1, "a"));
        if (renewed && figure.next() == at + 1 && around.joint(at + 1) == 0) {
            // "ofertă nouă" is a new one, "ne revine nouă" to us, "a doua" the second
            end();
            return figure.next();
        }
        var month = Dates.monthAfter(tokens, figure.next(), whole(figure), page.today());
        if (month != null && whole(figure) > 0) {
            takeDate(at, month);
            return month.end();
        }
        return bare(figure, at);
    }

    /** What waits is understood by nobody once something else stands there. */
    void end() {
        for (var one : waiting) {
            claims.add(measures.unread(one.begin(), one.end()));
        }
        waiting.clear();
    }

    private static int whole(Figure figure) {
        return figure.value().scale() <= 0 && figure.value().compareTo(BigDecimal.valueOf(31)) <= 0
                ? figure.value().intValue()
                : 0;
    }

    private int unread(int begin, int end) {
        end();
        claims.add(measures.unread(begin, end));
        return end;
    }

    /** "hundreds of", "sute de": a number that is none. */
    private int vague(int at) {
        var word = NumberWords.of(tokens.at(at));
        if (word == null && around.roman(at)) {
            return unread(at, at + 1);
        }
        if (word == null || word.kind() == NumberWords.Kind.SUFFIX) {
            return -1;
        }
        if (tokens.is(at, "mie") || tokens.is(at, "suta")) {
            // "mie două sute" is short for 1,200; "mie" alone is "to me", "la sută" belongs to the figure before
            var rest = Figure.at(tokens, at + 1);
            return rest == null || rest.article() ? -1 : unread(at, rest.next());
        }
        return unread(at, at + 1);
    }

    /** Whether "un", "o", "a" before a unit counts it: "o tonă", but not "pentru o tonă", "o zi bună". */
    private boolean counted(int at, Suffix suffix) {
        if (suffix.kind() == Kind.GOODS && FOR_EACH.contains(tokens.at(at - 1).text())) {
            return false;
        }
        if (suffix.kind() == Kind.TIME
                && FAREWELLS.contains(tokens.at(suffix.end()).text())) {
            return false;
        }
        var noun = tokens.at(suffix.end() - 1).text();
        return !tokens.is(at, "a")
                || (noun.length() > 2 && !noun.endsWith("i") && !noun.endsWith("ului") && Words.currency(noun) == null);
    }

    private int currencyBefore(int at) {
        var currency = Words.currency(tokens.at(at).text());
        if (currency == null || tokens.at(at + 1).startsLine()) {
            return -1;
        }
        var figure = page.digits(at + 1) ? Figure.at(tokens, at + 1) : null;
        if (figure == null || !figure.sure() || Suffix.at(tokens, figure.next()).kind() != Kind.NONE) {
            return -1;
        }
        if (tokens.at(figure.next()).glued() && tokens.at(figure.next()).word()) {
            return -1;
        }
        var tail = Prices.tail(page, at, figure.next());
        for (var one : waiting) {
            claims.add(measures.amount(
                    page.span(one.begin(), one.end()), one.begin(), one.figure().value(), currency, tail));
        }
        waiting.clear();
        claims.add(measures.amount(page.span(at, tail.end()), at, figure.value(), currency, tail));
        return tail.end();
    }

    private int measured(Figure figure, int begin, Suffix suffix) {
        var whole = figure;
        var end = suffix.end();
        if (suffix.kind() == Kind.MONEY) {
            var coins = coins(figure, suffix);
            if (coins != null) {
                whole = coins;
                end = coins.next();
                suffix = new Suffix(Kind.MONEY, end, suffix.currency(), null, null, false, 0);
            }
            // span ends with the amount's own words
            end = Math.max(end, Prices.tail(page, begin, end).end());
        } else if (suffix.kind() != Kind.SHARE) {
            // "o tonă și jumătate", "doi ani jumate"
            var halves = Figure.halves(
                    tokens, new Figure(figure.value(), suffix.end(), true, false, false, Figure.NO), BigDecimal.ONE);
            if (halves.next() > suffix.end() && Suffix.at(tokens, halves.next()).kind() == Kind.NONE) {
                whole = halves;
                end = halves.next();
            }
        }
        if (suffix.kind() == Kind.TIME && waiting.size() == 1) {
            range(waiting.get(0), whole, end, suffix);
            return end;
        }
        for (var one : waiting) {
            claims.add(measures.of(one.figure(), one.begin(), one.end(), suffix));
        }
        waiting.clear();
        claims.add(measures.of(whole, begin, end, suffix));
        return end;
    }

    private void range(Waiting from, Figure to, int end, Suffix suffix) {
        waiting.clear();
        var least = Measures.days(from.figure().value(), suffix);
        var most = Measures.days(to.value(), suffix);
        var span = page.span(from.begin(), end);
        claims.add(
                least == null || most == null
                        ? measures.unread(from.begin(), end)
                        : measures.term(span, from.begin(), end, least, most, suffix.workingDays()));
    }

    /** "12 lei și 50 de bani"; null where no coins follow. */
    private @Nullable Figure coins(Figure figure, Suffix suffix) {
        if (suffix.shift() != 0) {
            return null;
        }
        var at = tokens.is(suffix.end(), "si") || tokens.is(suffix.end(), "and") ? suffix.end() + 1 : suffix.end();
        var coins = Figure.at(tokens, at);
        if (coins == null || !coins.sure() || coins.article()) {
            return null;
        }
        var counted = Suffix.at(tokens, coins.next());
        if (counted.kind() != Kind.MONEY
                || counted.shift() != -2
                || coins.value().compareTo(BigDecimal.valueOf(100)) >= 0) {
            return null;
        }
        return new Figure(
                figure.value().add(coins.value().movePointLeft(2)), counted.end(), true, false, false, Figure.NO);
    }

    private void takeDate(int begin, Dates.Hit hit) {
        var date = hit.date();
        for (var one : waiting) {
            var day = whole(one.figure());
            claims.add(
                    date == null || day < 1 || day > date.lengthOfMonth()
                            ? measures.unread(one.begin(), one.end())
                            : measures.date(
                                    one.begin(), new Dates.Hit(one.end(), date.withDayOfMonth(day), null, null)));
        }
        waiting.clear();
        claims.add(measures.date(begin, hit));
    }

    /** A date that stands by itself; what waits before it may be a day of the same month. */
    int date(int at, Dates.Hit hit) {
        if (page.digits(at)) {
            takeDate(at, hit);
        } else {
            end();
            claims.add(measures.date(at, hit));
        }
        return hit.end();
    }

    private int bare(Figure figure, int begin) {
        var end = figure.next();
        if (figure.part()) {
            return part(figure, begin);
        }
        var hanging = tokens.is(end, "x") ? end : around.glued(end);
        if (hanging > end) {
            return unread(begin, hanging);
        }
        if (page.columns().alone(begin, end) && page.columns().isQuantity(begin)) {
            return multiplied(figure, begin, end);
        }
        var price = around.priced(begin, end) || page.columns().alone(begin, end);
        var joint = around.joint(end);
        if (joint > 0 && !(price && tokens.at(end).mark(','))) {
            waiting.add(new Waiting(figure, begin, end));
            return joint;
        }
        if (around.times(end) > 0) {
            return multiplied(figure, begin, end);
        }
        if (!price && goodsAfter(end)) {
            return multiplied(figure, begin, end);
        }
        if (!price) {
            for (var one : waiting) {
                claims.add(measures.unread(one.begin(), one.end()));
            }
            waiting.clear();
            return unread(begin, end);
        }
        var currency = page.currency();
        if (currency == null) {
            return unread(begin, end);
        }
        var tail = Prices.tail(page, begin, end);
        for (var one : waiting) {
            claims.add(measures.amount(
                    page.span(one.begin(), one.end()), one.begin(), one.figure().value(), currency, tail));
        }
        waiting.clear();
        claims.add(measures.amount(page.span(begin, tail.end()), begin, figure.value(), currency, tail));
        return tail.end();
    }

    /** "jumătate din preț", "half price": a share of a whole; "jumătate de tonă" has a unit and comes elsewhere. */
    private int part(Figure figure, int begin) {
        end();
        var span = page.span(begin, figure.next());
        var points = figure.value().movePointRight(2);
        for (int at = figure.next(); at < figure.next() + 3; at++) {
            if (Cue.of(tokens.at(at).text()) == Use.PRICE) {
                claims.add(measures.share(span, begin, points, Use.DISCOUNT));
                return figure.next();
            }
        }
        claims.add(measures.share(span, begin, figure.next(), points));
        return figure.next();
    }

    /** "two sprayers", "20 de big-baguri": so many of the goods that are named next. */
    private boolean goodsAfter(int end) {
        var at = tokens.is(end, "de") ? end + 1 : end;
        return at < page.size() && page.mention(at) != null && !tokens.at(at).startsLine();
    }

    /** "20 x 2.400 = 48.000 lei": so many of what the goods in question are sold by. */
    private int multiplied(Figure figure, int begin, int end) {
        end();
        var unit = page.lexicon().unit(measures.about(begin));
        claims.add(
                unit == null
                        ? measures.unread(begin, end)
                        : measures.of(figure, begin, end, new Suffix(Kind.GOODS, end, null, unit, null, false, 0)));
        return end;
    }
}

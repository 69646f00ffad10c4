package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.Claim.Vat;
import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a claim of a figure and what it counts. Values that our types cannot hold are {@link Claim.Unread}. */
final class Measures {

    private static final Set<Use> OF_SHARES = EnumSet.of(Use.DISCOUNT, Use.VAT, Use.ADVANCE);
    private static final Set<Use> OF_TIMES = EnumSet.of(Use.DELIVERY, Use.PAYMENT, Use.WARRANTY, Use.VALIDITY);
    private static final Set<Use> OF_AMOUNTS =
            EnumSet.of(Use.PRICE, Use.TOTAL, Use.DISCOUNT, Use.ADVANCE, Use.DELIVERY, Use.PAYMENT);
    private static final BigDecimal HOURS = BigDecimal.valueOf(24);

    private final Page page;
    private final Aboutness aboutness;

    Measures(Page page, Aboutness aboutness) {
        this.page = page;
        this.aboutness = aboutness;
    }

    Claim unread(int begin, int end) {
        var span = page.span(begin, end);
        return new Claim.Unread(span, page.words(span));
    }

    /** A figure from {@code begin} on with what it counts, which {@code end} comes after. */
    Claim of(Figure figure, int begin, int end, Suffix suffix) {
        var span = page.span(begin, end);
        var value = suffix.shift() == 0 ? figure.value() : figure.value().movePointRight(suffix.shift());
        var currency = suffix.currency();
        if (currency != null) {
            return amount(span, begin, value, currency, Prices.tail(page, begin, suffix.end()));
        }
        var unit = suffix.unit();
        if (unit != null) {
            return goods(span, begin, figure, unit);
        }
        var days = days(value, suffix);
        if (days != null) {
            return term(span, begin, end, days, days, suffix.workingDays());
        }
        return suffix.kind() == Suffix.Kind.SHARE ? share(span, begin, end, value) : unread(begin, end);
    }

    Claim share(Span span, int begin, int end, BigDecimal points) {
        return share(span, begin, points, page.use(begin, end, OF_SHARES));
    }

    Claim share(Span span, int begin, BigDecimal points, Use use) {
        var about = about(begin);
        return Percentage.parse(points.toPlainString())
                .<Claim>map(percent -> new Claim.Share(span, about, percent, use))
                .getOrElse(() -> new Claim.Unread(span, page.words(span)));
    }

    Claim amount(Span span, int begin, BigDecimal value, Currency currency, Prices.Tail tail) {
        if (tail.foreign()) {
            return new Claim.Unread(span, page.words(span));
        }
        var about = about(begin);
        var per = tail.each()
                ? Optional.ofNullable(page.lexicon().unit(about)).or(() -> Optional.of(Unit.PIECE))
                : Optional.ofNullable(tail.per());
        var use = useOfAmount(begin, tail.end(), per.isPresent());
        var vat = use == Use.VAT ? Vat.UNSTATED : tail.vat();
        var several = use == Use.TOTAL
                && aboutness.several()
                && aboutness.ofTotal(begin).size() > 1;
        var whole = several ? Set.<Sku>of() : about;
        return Money.parse(value.toPlainString(), currency)
                .<Claim>map(money -> new Claim.Amount(span, whole, money, use, per, vat))
                .getOrElse(() -> new Claim.Unread(span, page.words(span)));
    }

    private Use useOfAmount(int begin, int end, boolean per) {
        var tokens = page.tokens();
        if (ofVat(begin)) {
            return Use.VAT;
        }
        if (tokens.at(begin - 1).mark('=')) {
            return per ? Use.PRICE : Use.TOTAL;
        }
        var column = page.columns().use(begin);
        if (column != null) {
            return column;
        }
        if (ofVatAfter(end)) {
            return Use.VAT;
        }
        if (tokens.at(begin).gap() == Token.Gap.EMPHASIS && tokens.at(begin - 1).word() && page.digits(begin)) {
            // "10t*2.400": an asterisk between figures multiplies
            return page.digits(begin - 2) ? Use.PRICE : page.use(begin, end, OF_AMOUNTS);
        }
        if (tokens.is(begin - 1, "x")
                || tokens.at(begin - 1).mark('@')
                || tokens.is(begin - 1, "at")
                || (per && tokens.is(begin - 1, "la"))) {
            return Use.PRICE;
        }
        if ((tokens.is(begin - 1, "adica") || tokens.is(begin - 1, "meaning"))
                && page.use(begin, end, EnumSet.of(Use.DISCOUNT)) == Use.DISCOUNT) {
            // "10 %, adică 62 lei": the discount once more, in money
            return Use.DISCOUNT;
        }
        var use = page.use(begin, end, OF_AMOUNTS);
        if (use == Use.PRICE && !per && costsAltogether(begin)) {
            return Use.TOTAL;
        }
        if (use == Use.PAYMENT) {
            use = Use.TOTAL;
        }
        return per && (use == Use.TOTAL || use == Use.UNSTATED) ? Use.PRICE : use;
    }

    /** "40 de saci de P9911 costă 22.320 lei": what so many cost together. */
    private boolean costsAltogether(int begin) {
        var tokens = page.tokens();
        var verb = begin - 1;
        while (verb > begin - 4 && !tokens.at(verb).text().startsWith("cost")) {
            verb--;
        }
        for (int at = verb - 1; verb > begin - 4 && at > 0 && verb - at <= 10 && page.sameSentence(at, verb); at--) {
            if (Words.currency(tokens.at(at).text()) != null) {
                return false;
            }
            var before = tokens.is(at - 1, "de") ? at - 2 : at - 1;
            if (!page.named(at)
                    && UnitWords.at(tokens, at) != null
                    && (page.digits(before) || NumberWords.of(tokens.at(before)) != null)
                    && !tokens.is(before, "un")
                    && !tokens.is(before, "o")) {
                return true;
            }
        }
        return false;
    }

    /** "plus 4.739,02 lei TVA": the tax itself, unless it is said to be in or out. */
    private boolean ofVatAfter(int end) {
        var tokens = page.tokens();
        var after = tokens.at(end + 1).text();
        return Prices.vat(tokens.at(end))
                && !tokens.at(end).startsLine()
                && !after.startsWith("inclu")
                && !after.startsWith("exclu")
                && !after.startsWith("neinclu");
    }

    /** "TVA: 9.120 lei", "TVA 19% = 9.120 lei", but not "preț fără TVA 2.400 lei". */
    private boolean ofVat(int begin) {
        var tokens = page.tokens();
        if (tokens.is(begin - 1, "din") || tokens.is(begin - 1, "of") || tokens.is(begin - 1, "on")) {
            // "TVA 11 % din 82.440 lei": what it is taken of
            return false;
        }
        for (int at = begin - 1; at >= 0 && begin - at <= 6 && page.sameClause(at, begin); at--) {
            if (tokens.is(at, "tva") || tokens.is(at, "vat")) {
                var before = tokens.at(at - 1);
                var after = tokens.at(at + 1);
                return !before.is("fara")
                        && !before.is("cu")
                        && !before.is("without")
                        && !before.is("with")
                        && !before.is("inclusiv")
                        && !before.is("including")
                        && !before.is("excluding")
                        && !before.is("incl")
                        && !before.is("excl")
                        && !(before.mark('.') && page.sameSentence(at - 1, at))
                        && !before.mark('+')
                        && !before.is("plus")
                        && !after.text().startsWith("inclu")
                        && !after.text().startsWith("exclu");
            }
        }
        return false;
    }

    private Claim goods(Span span, int begin, Figure figure, Unit unit) {
        var value = page.inLanguage(figure, unit);
        var about = about(begin);
        return value == null
                ? new Claim.Unread(span, page.words(span))
                : Quantity.parse(value.toPlainString(), unit)
                        .<Claim>map(quantity -> new Claim.Goods(span, about, quantity))
                        .getOrElse(() -> new Claim.Unread(span, page.words(span)));
    }

    Claim term(Span span, int begin, int end, BigDecimal least, BigDecimal most, boolean working) {
        return least.compareTo(most) > 0
                ? new Claim.Unread(span, page.words(span))
                : new Claim.Term(span, about(begin), least, most, working, page.use(begin, end, OF_TIMES));
    }

    Claim date(int begin, Dates.Hit hit) {
        var span = page.span(begin, hit.end());
        var date = hit.date();
        if (date != null) {
            return new Claim.Day(span, about(begin), date, page.use(begin, hit.end(), OF_TIMES));
        }
        var least = hit.least();
        var most = hit.most();
        return least == null || most == null
                ? new Claim.Unread(span, page.words(span))
                : term(span, begin, hit.end(), least, most, false);
    }

    /** A figure in days; null where that is not exact. */
    static @Nullable BigDecimal days(BigDecimal value, Suffix suffix) {
        var time = suffix.time();
        if (time == null) {
            return null;
        }
        return switch (time) {
            case HOUR -> plain(value.divide(HOURS, 4, RoundingMode.HALF_UP));
            case WEEK -> plain(value.multiply(BigDecimal.valueOf(7)));
            case MONTH -> plain(value.multiply(BigDecimal.valueOf(30)));
            case YEAR -> plain(value.multiply(BigDecimal.valueOf(365)));
            default -> plain(value);
        };
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    Set<Sku> about(int at) {
        return aboutness.of(at);
    }
}

package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Claim.PhraseKind;
import app.cerniq.domain.guardrail.Claim.Stance;
import app.cerniq.domain.guardrail.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One pass over a text, in which each token is taken by the first grammar that knows it. */
final class Reading {

    private static final Set<String> HAVE = Set.of("avem", "have", "detinem", "got");
    private static final Set<String> DOCUMENTS =
            Set.of("proform", "factur", "invoice", "contract", "chitant", "receipt", "aviz");
    private static final Set<String> STORE = Set.of("stocul", "stocurile", "stock", "mai");
    private static final Set<String> NOT = Set.of("nu", "not", "no", "n", "don", "isn", "aren", "fara", "never");
    private static final Set<String> DENIALS = Set.of("nu", "not", "nici", "isn", "don", "never", "cannot");
    private static final Set<String> ONLY = Set.of("doar", "numai", "only", "just");
    private static final Set<String> OURS =
            Set.of("care", "putem", "pot", "can", "could", "nostru", "meu", "posibil", "possible");
    private static final Set<String> AFTER_YOUR_ORDER =
            Set.of("dvs", "va", "dumneavoastra", "ta", "voastra", "de", "nr", "minima", "minime");
    private static final Set<String> PEOPLE = Set.of("suntem", "am", "eu", "m", "we", "re", "i");

    private final Page page;
    private final Tokens tokens;
    private final List<Claim> claims;
    private final Measures measures;
    private final Figures figures;
    private final Ordinals ordinals;

    Reading(Page page, List<Claim> claims) {
        this.page = page;
        this.tokens = page.tokens();
        this.claims = claims;
        this.measures = new Measures(page, new Aboutness(page));
        this.figures = new Figures(page, measures, claims);
        this.ordinals = new Ordinals(page);
    }

    void run() {
        for (int at = 0; at < tokens.size(); ) {
            own(at);
            at = next(at);
        }
        figures.end();
    }

    /** A tenant's own phrases may lie over anything else. */
    private void own(int at) {
        var hit = page.lexicon().ownPhrases().at(tokens, at);
        if (hit != null) {
            var span = page.span(at, hit.end());
            claims.add(new Claim.Phrase(span, hit.kind(), page.words(span)));
        }
    }

    private int next(int at) {
        if (page.columns().countsRows(at)) {
            figures.end();
            return at + 1;
        }
        if (ordinals.exempt(at)) {
            figures.end();
            return ordinals.after(at);
        }
        var promise = Phrases.PROMISES.at(tokens, at);
        if (promise != null && !taken(at) && !denied(at, promise.end()) && !modest(promise)) {
            var span = page.span(at, promise.end());
            claims.add(new Claim.Phrase(span, promise.meaning(), page.words(span)));
            if (!figuresWithin(at, promise.end())) {
                return named(at);
            }
            figures.end();
            return promise.end();
        }
        return named(at);
    }

    /** "transportul nu este gratuit"; but "nu doar transport gratuit" promises it. */
    private boolean denied(int begin, int end) {
        for (int at = Math.max(0, begin - 3); at < end; at++) {
            var word = tokens.at(at).text();
            if (DENIALS.contains(word)
                    && page.sameClause(at, begin)
                    && !ONLY.contains(tokens.at(at + 1).text())) {
                return !tokens.at(at + 1).text().startsWith("gasi");
            }
        }
        return false;
    }

    /** "cel mai bun preț pe care îl putem face" says nothing about others. */
    private boolean modest(Patterns.Hit<PhraseKind> promise) {
        if (promise.meaning() != PhraseKind.CHEAPEST_ON_THE_MARKET) {
            return false;
        }
        var modest = false;
        for (int at = promise.end(); at < promise.end() + 8 && page.sameSentence(at, promise.end() - 1); at++) {
            var word = tokens.at(at).text();
            if (word.startsWith("piat") || word.equals("market") || word.startsWith("concuren")) {
                return false;
            }
            modest |= at < promise.end() + 4 && OURS.contains(word);
        }
        return modest;
    }

    private boolean figuresWithin(int begin, int end) {
        for (int at = begin; at < end; at++) {
            if (page.digits(at)) {
                return true;
            }
        }
        return false;
    }

    private int named(int at) {
        var mention = page.mention(at);
        if (mention != null) {
            figures.end();
            claims.add(new Claim.Product(page.span(at, mention.end()), mention.goods()));
            return mention.end();
        }
        var unknown = UnknownCodes.end(tokens, at);
        if (unknown > 0) {
            figures.end();
            var span = page.span(at, unknown);
            claims.add(
                    documentBefore(at)
                            ? new Claim.Citation(
                                    span,
                                    Claim.Cited.DOCUMENT,
                                    page.words(span).replace(" ", "").toUpperCase(Locale.ROOT))
                            : new Claim.UnknownProduct(span, page.words(span)));
            return unknown;
        }
        var date = Dates.at(tokens, at, page.today());
        if (date != null) {
            return figures.date(at, date);
        }
        var figure = figures.read(at);
        return figure > 0 ? figure : spoken(at);
    }

    /** "proforma PRF-1042", "factura nr. FCT-7": the number of a document and no SKU. */
    private boolean documentBefore(int at) {
        for (int i = at - 1; i >= at - 4 && page.sameSentence(i, at); i--) {
            if (DOCUMENTS.stream().anyMatch(tokens.at(i).text()::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private int spoken(int at) {
        figures.end();
        var gift = Phrases.GIFTS.at(tokens, at);
        if (gift != null && !taken(at) && !negated(at)) {
            claims.add(measures.share(page.span(at, gift.end()), at, BigDecimal.valueOf(100), Claim.Use.DISCOUNT));
            return gift.end();
        }
        var stock = Phrases.STOCK.at(tokens, at);
        if (stock != null
                && !personal(at)
                && !(stock.meaning() == Stance.ON_ORDER && speaksOfPaying(at))
                && !AFTER_YOUR_ORDER.contains(tokens.at(stock.end()).text())) {
            var end = figuresWithin(at, stock.end()) ? at + 1 : stock.end();
            var span = page.span(at, end);
            claims.add(new Claim.Availability(
                    span, measures.about(at), negated(at) ? not(stock.meaning()) : stock.meaning()));
            return end;
        }
        var endless = Phrases.ENDLESS.at(tokens, at);
        if (endless != null) {
            claims.add(measures.unread(at, endless.end()));
            return at + 1;
        }
        if (STORE.contains(tokens.at(at).text()) && quantityFollows(at)) {
            claims.add(new Claim.Availability(page.span(at, at + 1), measures.about(at), Stance.IN_STOCK));
            return at + 1;
        }
        if (HAVE.contains(tokens.at(at).text()) && goodsFollow(at)) {
            var stance = negated(at) ? Stance.OUT_OF_STOCK : Stance.IN_STOCK;
            claims.add(new Claim.Availability(page.span(at, at + 1), measures.about(at), stance));
        }
        return at + 1;
    }

    /** Whether a promise that was already taken covers the token: "livrare gratuită". */
    private boolean taken(int at) {
        var begin = tokens.at(at).begin();
        for (int i = claims.size() - 1; i >= 0 && i >= claims.size() - 6; i--) {
            if (claims.get(i) instanceof Claim.Phrase && claims.get(i).span().overlaps(new Span(begin, begin + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean personal(int at) {
        var word = tokens.at(at).text();
        if (word.equals("disponibil") || word.equals("disponibila")) {
            // goods "sunt disponibile"; who "sunt disponibil" is a person
            return PEOPLE.contains(tokens.at(at - 1).text()) || tokens.is(at - 1, "sunt");
        }
        return (word.startsWith("disponibil") || word.equals("available"))
                && PEOPLE.contains(tokens.at(at - 1).text());
    }

    /** "stocul de uree este de 120 t", "mai sunt 18 tone": a quantity that is there. */
    private boolean quantityFollows(int at) {
        for (int i = at + 1; i <= at + 16 && i < page.size() && page.sameSentence(at, i); i++) {
            if (page.named(i)) {
                continue;
            }
            var figure = page.digits(i) || NumberWords.of(tokens.at(i)) != null ? Figure.at(tokens, i) : null;
            if (figure != null) {
                return Suffix.at(tokens, figure.next()).kind() == Suffix.Kind.GOODS;
            }
        }
        return false;
    }

    private boolean goodsFollow(int at) {
        for (int i = at + 1; i <= at + 6 && i < page.size() && page.sameClause(at, i); i++) {
            if (page.mention(i) != null) {
                return true;
            }
            var figure = page.digits(i) || NumberWords.of(tokens.at(i)) != null ? Figure.at(tokens, i) : null;
            if (figure != null && Suffix.at(tokens, figure.next()).kind() == Suffix.Kind.GOODS) {
                return true;
            }
        }
        return false;
    }

    /** Letters that belong to a name, such as the N of "Uree 46% N", deny nothing. */
    private boolean negated(int at) {
        for (int i = at - 1; i >= at - 5 && i >= 0 && page.sameClause(i, at); i--) {
            if (NOT.contains(tokens.at(i).text()) && !page.named(i)) {
                return true;
            }
        }
        return false;
    }

    /** "avansul la comandă", "la comandă se plătește": the moment of the order, and nothing about stock. */
    private boolean speaksOfPaying(int at) {
        for (int i = at - 12; i <= at + 12; i++) {
            if (i >= 0 && i < page.size() && page.sameSentence(i, at)) {
                var use = Cue.of(tokens.at(i).text());
                if (use == Claim.Use.ADVANCE || use == Claim.Use.PAYMENT) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Stance not(Stance stance) {
        return stance == Stance.OUT_OF_STOCK ? Stance.IN_STOCK : Stance.OUT_OF_STOCK;
    }
}

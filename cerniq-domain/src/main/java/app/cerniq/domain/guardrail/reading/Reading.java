package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Claim.Stance;
import app.cerniq.domain.guardrail.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** One pass over a text, in which each token is taken by the first grammar that knows it. */
final class Reading {

    private static final Set<String> HAVE = Set.of("avem", "have", "detinem", "got");
    private static final Set<String> NOT = Set.of("nu", "not", "no", "n", "don", "isn", "aren", "fara", "never");
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
        if (ordinals.exempt(at)) {
            figures.end();
            return ordinals.after(at);
        }
        var promise = Phrases.PROMISES.at(tokens, at);
        if (promise != null) {
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
            claims.add(new Claim.UnknownProduct(span, page.words(span)));
            return unknown;
        }
        var date = Dates.at(tokens, at, page.today());
        if (date != null) {
            return figures.date(at, date);
        }
        var figure = figures.read(at);
        return figure > 0 ? figure : spoken(at);
    }

    private int spoken(int at) {
        figures.end();
        var gift = Phrases.GIFTS.at(tokens, at);
        if (gift != null && !promised(at)) {
            claims.add(measures.share(page.span(at, gift.end()), at, gift.end(), BigDecimal.valueOf(100)));
            return gift.end();
        }
        var stock = Phrases.STOCK.at(tokens, at);
        if (stock != null && !personal(at) && !minimum(stock.end())) {
            var end = figuresWithin(at, stock.end()) ? at + 1 : stock.end();
            var span = page.span(at, end);
            claims.add(new Claim.Availability(
                    span, measures.about(at), negated(at) ? not(stock.meaning()) : stock.meaning()));
            return end;
        }
        if (HAVE.contains(tokens.at(at).text()) && goodsFollow(at)) {
            var stance = negated(at) ? Stance.OUT_OF_STOCK : Stance.IN_STOCK;
            claims.add(new Claim.Availability(page.span(at, at + 1), measures.about(at), stance));
        }
        return at + 1;
    }

    /** Whether a promise that was already taken covers the token: "livrare gratuită". */
    private boolean promised(int at) {
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
        return (word.startsWith("disponibil") || word.equals("available"))
                && PEOPLE.contains(tokens.at(at - 1).text());
    }

    private boolean minimum(int end) {
        return tokens.at(end).text().startsWith("minim");
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

    private boolean negated(int at) {
        for (int i = at - 1; i >= at - 5 && i >= 0 && page.sameClause(i, at); i--) {
            if (NOT.contains(tokens.at(i).text())) {
                return true;
            }
        }
        return false;
    }

    private static Stance not(Stance stance) {
        return stance == Stance.OUT_OF_STOCK ? Stance.IN_STOCK : Stance.OUT_OF_STOCK;
    }
}

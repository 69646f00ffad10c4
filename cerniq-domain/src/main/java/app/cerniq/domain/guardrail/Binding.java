package app.cerniq.domain.guardrail;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.Claim.Stance;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.Claim.Vat;
import app.cerniq.domain.guardrail.Evidence.InStore;
import app.cerniq.domain.guardrail.Evidence.Lasting;
import app.cerniq.domain.guardrail.Evidence.OnDay;
import app.cerniq.domain.guardrail.Evidence.OnSale;
import app.cerniq.domain.guardrail.Evidence.Ordered;
import app.cerniq.domain.guardrail.Evidence.Rate;
import app.cerniq.domain.guardrail.Evidence.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Binds what a text says to what is true. Strict: for every product that a claim may be about, evidence must say exactly
 * the same; nothing is rounded, no currency is converted, VAT is never guessed. Whatever was not understood, and a product
 * that nobody knows, binds to nothing.
 */
public final class Binding {

    /** What is laid down for all goods alike, whichever are named beside it. */
    private static final Set<Use> OF_THE_WHOLE = EnumSet.of(Use.ADVANCE, Use.DELIVERY, Use.PAYMENT);

    private final String text;
    private final List<Claim> claims;
    private final Situation situation;
    private final List<Evidence> evidence;
    private final boolean hasCounterOffer;

    private Binding(String text, List<Claim> claims, Situation situation, List<Evidence> evidence) {
        this.text = text;
        this.claims = claims;
        this.situation = situation;
        this.evidence = evidence;
        this.hasCounterOffer = situation.deal().bargain().lastOffer().isPresent();
    }

    /** Each claim, in its order, with the evidence that says the same. */
    public static List<Bound> of(String text, List<Claim> claims, Situation situation) {
        var binding = new Binding(text, claims, situation, Ledger.of(situation));
        return claims.stream().map(binding::bind).toList();
    }

    /**
     * A claim and its evidence.
     *
     * @param evidence what says the same; empty where nothing does
     * @param instead what would have been true, where that is certain
     */
    public record Bound(Claim claim, Optional<Evidence> evidence, Optional<Evidence> instead) {

        public boolean isBound() {
            return evidence.isPresent();
        }

        /** Whether the claim only repeats what the customer said. */
        public boolean repeatsTheCustomer() {
            return evidence.filter(one -> (one instanceof Worth worth && worth.sum() == Evidence.Sum.COUNTER_OFFER)
                            || (one instanceof Ordered ordered && ordered.byCustomer()))
                    .isPresent();
        }

        BoundClaim asEntry() {
            return new BoundClaim(claim, evidence.map(Evidence::row));
        }
    }

    private Bound bind(Claim claim) {
        if (claim instanceof Claim.Amount amount) {
            return amount(amount);
        }
        if (claim instanceof Claim.Share share) {
            return share(share);
        }
        if (claim instanceof Claim.Goods goods) {
            return goods(goods);
        }
        if (claim instanceof Claim.Day day) {
            return day(day);
        }
        if (claim instanceof Claim.Term term) {
            return term(term);
        }
        if (claim instanceof Claim.Product product) {
            return product(product);
        }
        if (claim instanceof Claim.Availability availability) {
            return availability(availability);
        }
        if (claim instanceof Claim.Phrase phrase) {
            return phrase(phrase);
        }
        if (claim instanceof Claim.Citation citation) {
            return bound(
                    claim,
                    first(one -> one instanceof Evidence.Letter letter
                            && letter.kind() == citation.kind()
                            && letter.words().equals(citation.words())));
        }
        return new Bound(claim, Optional.empty(), Optional.empty());
    }

    private Bound amount(Claim.Amount amount) {
        var sums = new Sums(amount, repeatsTheCustomer(amount));
        var found = forAllMeant(amount, one -> one instanceof Worth worth && sums.fits(worth))
                .or(() -> OF_THE_WHOLE.contains(amount.use()) || speaksOfTheWhole(amount)
                        ? first(one -> one.sku().isEmpty() && one instanceof Worth worth && sums.fits(worth))
                        : Optional.empty());
        return found.isPresent() ? bound(amount, found) : new Bound(amount, found, trueInstead(amount));
    }

    /** Certain only for the price of one quoted product, or for the total of the whole. */
    private Optional<Evidence> trueInstead(Claim.Amount amount) {
        var vat = amount.vat() == Vat.INCLUDED ? Vat.INCLUDED : Vat.EXCLUDED;
        var meant = situation.meant(amount);
        if (meant.size() == 1 && (amount.use() == Use.PRICE || amount.per().isPresent())) {
            var sum = situation.quoted().containsAll(meant) ? Evidence.Sum.QUOTED_PRICE : Evidence.Sum.LIST_PRICE;
            return first(one -> one instanceof Worth worth
                    && worth.sum() == sum
                    && worth.vat() == vat
                    && worth.sku().filter(meant::contains).isPresent());
        }
        return amount.use() == Use.TOTAL && speaksOfTheWhole(amount)
                ? first(one -> one instanceof Worth worth && worth.sum() == Evidence.Sum.TOTAL && worth.vat() == vat)
                : Optional.empty();
    }

    private Bound share(Claim.Share share) {
        var found = forAllMeant(
                        share,
                        one -> one instanceof Rate rate && rate.percent().equals(share.percent()) && uses(share, rate))
                .or(() -> speaksOfTheWhole(share)
                                || OF_THE_WHOLE.contains(share.use())
                                || (share.use() == Use.VAT && namesNoGoods(share))
                        ? first(one -> one.sku().isEmpty()
                                && one instanceof Rate rate
                                && rate.percent().equals(share.percent())
                                && uses(share, rate))
                        : Optional.empty());
        return found.isPresent() && share.use() == Use.UNSTATED && isAmbiguous(share)
                ? new Bound(share, Optional.empty(), Optional.empty())
                : bound(share, found);
    }

    private boolean isAmbiguous(Claim.Share share) {
        return evidence.stream()
                        .filter(one ->
                                one instanceof Rate rate && rate.percent().equals(share.percent()))
                        .map(one -> ((Rate) one).use())
                        .distinct()
                        .count()
                > 1;
    }

    private Bound goods(Claim.Goods goods) {
        var byCustomer = repeatsTheCustomer(goods);
        var ordered = forAllMeant(
                goods,
                one -> one instanceof Ordered order
                        && (!order.byCustomer() || byCustomer)
                        && Measures.equal(goods.quantity(), order.quantity()));
        if (ordered.isPresent()) {
            return bound(goods, ordered);
        }
        return bound(
                goods,
                stanceNear(goods)
                        .flatMap(stance -> forAllMeant(
                                goods, one -> one instanceof InStore there && holds(there, goods, stance))));
    }

    /** That there are so many is true of any number up to what there is; that only so many are left, of that one alone. */
    private static boolean holds(InStore there, Claim.Goods goods, Stance stance) {
        if (!there.isKept()) {
            return stance == Stance.IN_STOCK;
        }
        var compared = Measures.compare(there.available(), goods.quantity());
        return compared.isPresent()
                && (stance == Stance.IN_STOCK
                        ? compared.getAsInt() >= 0
                        : stance == Stance.LIMITED && compared.getAsInt() == 0);
    }

    private Optional<Stance> stanceNear(Claim.Goods goods) {
        var sentence = Sentence.around(text, goods.span());
        return claims.stream()
                .filter(claim -> claim instanceof Claim.Availability && sentence.holds(claim.span()))
                .map(claim -> (Claim.Availability) claim)
                .filter(near -> situation.meant(near).containsAll(situation.meant(goods)))
                .map(Claim.Availability::stance)
                .findFirst();
    }

    private Bound day(Claim.Day day) {
        Predicate<Evidence> fits = one -> one instanceof OnDay that
                && that.date().equals(day.date())
                && (day.use() == Use.UNSTATED || day.use() == that.use());
        return bound(day, forAllMeant(day, fits).or(() -> first(one -> one.sku().isEmpty() && fits.test(one))));
    }

    private Bound term(Claim.Term term) {
        var fitting = new ArrayList<Lasting>();
        for (var one : evidence) {
            if (one instanceof Lasting time && uses(term.use(), time.use()) && lasts(term, time)) {
                fitting.add(time);
            }
        }
        var isOne = fitting.stream().map(Lasting::use).distinct().count() == 1;
        return bound(term, isOne ? Optional.of(fitting.get(0)) : Optional.empty());
    }

    /** The same range; a single number is the upper end of one. */
    private static boolean lasts(Claim.Term term, Lasting time) {
        var isMost = term.most().compareTo(time.most()) == 0;
        var isLeast = term.least().compareTo(time.least()) == 0;
        var isSingle = term.least().compareTo(term.most()) == 0;
        return term.workingDays() == time.workingDays() && isMost && (isLeast || isSingle);
    }

    private Bound product(Claim.Product product) {
        var meant = situation.meant(product);
        return bound(
                product,
                first(one -> (one instanceof OnSale
                                && one.sku().filter(meant::contains).isPresent())
                        || (one instanceof Ordered order
                                && !order.byCustomer()
                                && order.sku().filter(meant::contains).isPresent())));
    }

    private Bound availability(Claim.Availability availability) {
        return bound(
                availability,
                forAllMeant(availability, one -> one instanceof InStore there && stands(there, availability.stance())));
    }

    private static boolean stands(InStore there, Stance stance) {
        var covers = !there.isKept()
                || there.quoted()
                        .map(there.available()::covers)
                        .orElse(!there.available().isNone());
        return switch (stance) {
            case IN_STOCK -> covers;
            case LIMITED -> there.isKept() && covers && isScarce(there);
            case ON_ORDER, OUT_OF_STOCK -> there.isKept() && !covers;
        };
    }

    /** Less than one and a half of what is quoted. Where nothing is, nobody can tell. */
    private static boolean isScarce(InStore there) {
        return there.quoted()
                .filter(wanted ->
                        there.available().value().compareTo(wanted.value().multiply(new BigDecimal("1.5"))) < 0)
                .isPresent();
    }

    /** Delivery for nothing may be promised where the quote has reached the tenant's threshold or the sentence names it, but never to anywhere. */
    private Bound phrase(Claim.Phrase phrase) {
        if (phrase.kind() != Claim.PhraseKind.FREE_DELIVERY_ANYWHERE) {
            return bound(phrase, Optional.empty());
        }
        var sentence = Sentence.around(text, phrase.span());
        return bound(
                phrase,
                Anywhere.in(phrase.words()) || Anywhere.in(sentence.words())
                        ? Optional.empty()
                        : first(Evidence.FreeDelivery.class::isInstance).or(() -> threshold(sentence)));
    }

    /** The threshold from which delivery is free, where the sentence names it and nothing else. */
    private Optional<Evidence> threshold(Sentence sentence) {
        return claims.stream()
                .filter(claim -> claim instanceof Claim.Amount && sentence.holds(claim.span()))
                .map(claim -> (Claim.Amount) claim)
                .map(amount -> first(one -> one instanceof Worth worth
                        && worth.sum() == Evidence.Sum.FREE_DELIVERY
                        && worth.money().equals(amount.money())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean repeatsTheCustomer(Claim claim) {
        return hasCounterOffer && Sentence.around(text, claim.span()).repeatsTheCustomer();
    }

    /** Whether a claim is about the deal as a whole: about no goods or all, or no goods are named in its sentence. */
    private boolean speaksOfTheWhole(Claim claim) {
        if (claim.about().isEmpty() || claim.about().containsAll(situation.quoted())) {
            return true;
        }
        return namesNoGoods(claim);
    }

    private boolean namesNoGoods(Claim claim) {
        var sentence = Sentence.around(text, claim.span());
        return claims.stream().noneMatch(other -> other instanceof Claim.Product && sentence.holds(other.span()));
    }

    /** Evidence for every product that is meant; that of the first stands for all. */
    private Optional<Evidence> forAllMeant(Claim claim, Predicate<Evidence> fits) {
        Optional<Evidence> found = Optional.empty();
        for (var sku : situation.meant(claim)) {
            var here = of(sku, fits);
            if (here.isEmpty()) {
                return here;
            }
            found = found.isPresent() ? found : here;
        }
        return found;
    }

    private Optional<Evidence> of(Sku sku, Predicate<Evidence> fits) {
        return first(one -> one.sku().filter(sku::equals).isPresent() && fits.test(one));
    }

    private Optional<Evidence> first(Predicate<Evidence> fits) {
        for (var one : evidence) {
            if (fits.test(one)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** A share of which nothing is said is a discount: an advance or a tax is called so. */
    private static boolean uses(Claim.Share share, Rate rate) {
        return share.use() == rate.use() || (share.use() == Use.UNSTATED && rate.use() == Use.DISCOUNT);
    }

    private static boolean uses(Use said, Use meant) {
        return said == meant || said == Use.UNSTATED;
    }

    private static Bound bound(Claim claim, Optional<Evidence> evidence) {
        return new Bound(claim, evidence, Optional.empty());
    }
}

package app.cerniq.domain.negotiation;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.DiscountRequest;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.OutdatedPrice;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Rounding;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What is on the table: the current quote version, the last offer, what was agreed, and the discounts behind it.
 *
 * @param quote the current version; empty before the first line and after a resurrection
 * @param versions how many versions there have been, over all rounds
 * @param offers how many counter-offers there have been
 * @param confirmedContents what was confirmed against stock: the {@link QuoteVersion#contents()} at that moment
 * @param requests discounts that wait for a decision
 * @param approvals discounts that were granted in this round
 * @param maxDiscountOffered the highest discount that ever stood in a quote version of this round
 * @param outdated the lines whose prices were found to be others today when the quote was reopened
 */
public record Bargain(
        Currency currency,
        Rounding rounding,
        Optional<QuoteVersion> quote,
        int versions,
        Optional<CounterOffer> lastOffer,
        int offers,
        Optional<ContentHash> confirmedContents,
        Optional<Agreement> agreement,
        List<DiscountRequest> requests,
        List<DiscountApproval> approvals,
        Percentage maxDiscountOffered,
        List<OutdatedPrice> outdated) {

    public Bargain {
        outdated = List.copyOf(outdated);
        requests = List.copyOf(requests);
        approvals = List.copyOf(approvals);
    }

    static Bargain start(Currency currency, Rounding rounding) {
        return new Bargain(
                currency,
                rounding,
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Percentage.ZERO,
                List.of());
    }

    /** The lines of the current version; none before the first. */
    public List<QuoteLine> lines() {
        return quote.map(QuoteVersion::lines).orElse(List.of());
    }

    /** The discount on the whole quote; none before there is one. */
    public Percentage onQuote() {
        return quote.map(QuoteVersion::discount).orElse(Percentage.ZERO);
    }

    /** The version that these lines would make, with the discount on the whole quote that stands. */
    public QuoteVersion next(List<QuoteLine> lines) {
        return next(lines, onQuote());
    }

    /** The version that these lines would make. */
    public QuoteVersion next(List<QuoteLine> lines, Percentage onQuote) {
        return new QuoteVersion(versions + 1, currency, rounding, onQuote, lines);
    }

    /** Whether a granted approval covers exactly this line. */
    public boolean approves(QuoteLine line) {
        return approvals.stream().anyMatch(approval -> approval.covers(line));
    }

    public Optional<DiscountRequest> request(DiscountRequestId id) {
        return requests.stream().filter(request -> request.id().equals(id)).findFirst();
    }

    /** Whether the current version, and no other, was agreed to. */
    public boolean isAgreed() {
        return quote.isPresent()
                && agreement.map(yes -> yes.quote().equals(quote.get().hash())).orElse(false);
    }

    /** Whether exactly these products and quantities were confirmed against stock. */
    public boolean isConfirmed() {
        return quote.isPresent()
                && !quote.get().lines().isEmpty()
                && confirmedContents.map(quote.get().contents()::equals).orElse(false);
    }

    /**
     * The next version stands. An agreement to another substance is void, and does not come back with it. A waiting
     * request loses the lines that changed under it, and only those: nobody decides on a price for something that is no
     * longer asked for.
     */
    Bargain revised(QuoteVersion version) {
        var highest = version.lines().stream().map(QuoteLine::discount).reduce(maxDiscountOffered, Percentage::max);
        return new Bargain(
                currency,
                rounding,
                Optional.of(version),
                version.number(),
                lastOffer,
                offers,
                confirmedContents,
                agreement.filter(yes -> yes.quote().equals(version.hash())),
                untouched(version),
                approvals,
                highest,
                stillOutdated(version));
    }

    private List<DiscountRequest> untouched(QuoteVersion version) {
        return !version.discount().equals(onQuote())
                ? List.of()
                : requests.stream()
                        .flatMap(request -> request.keeping(line -> isSame(line.sku(), version)).stream())
                        .toList();
    }

    /** Whatever is still quoted from the same offering as before; a line that is gone or priced anew is not outdated. */
    private List<OutdatedPrice> stillOutdated(QuoteVersion version) {
        return outdated.stream()
                .filter(price -> offering(quote, price.sku()).equals(offering(Optional.of(version), price.sku())))
                .toList();
    }

    private static Optional<PricedOffering> offering(Optional<QuoteVersion> quote, Sku sku) {
        return quote.flatMap(version -> version.line(sku)).map(QuoteLine::offering);
    }

    Bargain compared(List<OutdatedPrice> found) {
        return new Bargain(
                currency,
                rounding,
                quote,
                versions,
                lastOffer,
                offers,
                confirmedContents,
                agreement,
                requests,
                approvals,
                maxDiscountOffered,
                found);
    }

    private boolean isSame(Sku sku, QuoteVersion version) {
        return quote.flatMap(current -> current.line(sku)).equals(version.line(sku));
    }

    Bargain confirmed(ContentHash contents) {
        return new Bargain(
                currency,
                rounding,
                quote,
                versions,
                lastOffer,
                offers,
                Optional.of(contents),
                agreement,
                requests,
                approvals,
                maxDiscountOffered,
                outdated);
    }

    Bargain agreed(Optional<Agreement> yes) {
        return new Bargain(
                currency,
                rounding,
                quote,
                versions,
                lastOffer,
                offers,
                confirmedContents,
                yes,
                requests,
                approvals,
                maxDiscountOffered,
                outdated);
    }

    Bargain offered(CounterOffer offer) {
        return new Bargain(
                currency,
                rounding,
                quote,
                versions,
                Optional.of(offer),
                offer.number(),
                confirmedContents,
                agreement,
                requests,
                approvals,
                maxDiscountOffered,
                outdated);
    }

    Bargain requested(DiscountRequest request) {
        var waiting = new ArrayList<>(requests);
        waiting.add(request);
        return withDiscounts(waiting, approvals);
    }

    Bargain decided(DiscountRequestId id, Optional<DiscountApproval> granted) {
        var waiting =
                requests.stream().filter(request -> !request.id().equals(id)).toList();
        var all = new ArrayList<>(approvals);
        granted.ifPresent(all::add);
        return withDiscounts(waiting, all);
    }

    /** A new round: nothing of the old life stays but the counters. */
    Bargain reopened() {
        return new Bargain(
                currency,
                rounding,
                Optional.empty(),
                versions,
                Optional.empty(),
                offers,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Percentage.ZERO,
                List.of());
    }

    private Bargain withDiscounts(List<DiscountRequest> waiting, List<DiscountApproval> granted) {
        return new Bargain(
                currency,
                rounding,
                quote,
                versions,
                lastOffer,
                offers,
                confirmedContents,
                agreement,
                waiting,
                granted,
                maxDiscountOffered,
                outdated);
    }
}

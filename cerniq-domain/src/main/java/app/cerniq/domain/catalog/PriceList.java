package app.cerniq.domain.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;

/**
 * Prices that hold together: in one currency, for one sales channel or for every one, for a time.
 *
 * <p>Where several lists have a price for the same SKU at the same instant, the order of {@link #strongestFirst} decides,
 * and nothing else. It never leaves a tie, because {@link #beside} refuses the list that would make one.
 *
 * @param code unique per tenant; a list has one currency, so the same prices in euro are another list
 * @param name 1 to 200 characters
 * @param currency of all its prices
 * @param channel the one it is for; empty where it is for every channel
 * @param validity when it applies; not empty
 * @param precedence higher wins; −1,000,000 to 1,000,000; 0 for an ordinary list
 * @param revision 1 when it is made, one more with every change
 */
public record PriceList(
        PriceListCode code,
        String name,
        Currency currency,
        Optional<SalesChannelCode> channel,
        Validity validity,
        int precedence,
        long revision) {

    private static final int MOST = 1_000_000;

    public PriceList {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("The name of price list " + code + " has 1 to 200 characters.");
        }
        if (validity.isEmpty()) {
            throw new IllegalArgumentException(
                    "Price list " + code + " would be valid at no instant: " + validity + ".");
        }
        if (Math.abs((long) precedence) > MOST) {
            throw new IllegalArgumentException(
                    "A precedence lies between -" + MOST + " and " + MOST + ", not at " + precedence + ".");
        }
    }

    /** A list for every channel that holds always, with precedence 0. */
    public static PriceList standard(PriceListCode code, Currency currency) {
        return new PriceList(code, code.value(), currency, Optional.empty(), Validity.ALWAYS, 0, 1);
    }

    /**
     * Which list wins: the one of the higher precedence; among equals, the channel's own before that for every channel.
     */
    public static Comparator<PriceList> strongestFirst() {
        return Comparator.comparingInt(PriceList::precedence)
                .reversed()
                .thenComparing(list -> list.channel().isEmpty());
    }

    /** Whether it applies to what is sold on a channel in a currency at an instant. */
    public boolean appliesTo(SalesChannelCode soldOn, Currency soldIn, Instant at) {
        return serves(soldOn, soldIn) && validity.contains(at);
    }

    /** Whether it is for a channel and a currency, whenever it applies. */
    public boolean serves(SalesChannelCode soldOn, Currency soldIn) {
        return currency.equals(soldIn) && channel.map(soldOn::equals).orElse(true);
    }

    /** This list, unless it has ended. */
    public Either<CatalogRefusal, PriceList> inForceOrToCome(Instant now) {
        return validity.hasEndedAt(now)
                ? left(new CatalogRefusal.AlreadyEnded("price list " + code, validity))
                : right(this);
    }

    /** This list, if it leaves no tie with any of these. */
    public Either<CatalogRefusal, PriceList> beside(Collection<PriceList> others) {
        var rivals = others.stream()
                .filter(other -> !other.code.equals(code)
                        && other.currency.equals(currency)
                        && other.channel.equals(channel)
                        && other.validity.overlaps(validity))
                .sorted(Comparator.comparing(PriceList::code))
                .toList();
        return rivals.stream()
                .filter(rival -> rival.precedence == precedence)
                .findFirst()
                .<Either<CatalogRefusal, PriceList>>map(rival -> left(new CatalogRefusal.PriceListsOverlap(
                        this,
                        rival,
                        rivals.stream()
                                .map(PriceList::precedence)
                                .distinct()
                                .sorted()
                                .toList())))
                .orElseGet(() -> right(this));
    }

    /**
     * This list with another end, which lies neither in the past nor at its beginning: what held yesterday held.
     *
     * @param until empty for no end
     */
    public Either<CatalogRefusal, PriceList> ending(Optional<Instant> until, Instant now) {
        return inForceOrToCome(now).flatMap(open -> endingLater(until, now));
    }

    private Either<CatalogRefusal, PriceList> endingLater(Optional<Instant> until, Instant now) {
        var next = new Validity(validity.from(), until.filter(validity.from()::isBefore));
        if (until.filter(now::isAfter).isPresent() || next.until().isPresent() != until.isPresent()) {
            var earliest = now.isAfter(validity.from()) ? now : validity.from();
            return left(new CatalogRefusal.EndTooEarly("price list " + code, until.orElseThrow(), earliest));
        }
        return right(new PriceList(code, name, currency, channel, next, precedence, revision + 1));
    }
}

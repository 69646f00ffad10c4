package app.cerniq.domain.catalog;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/**
 * A way on which a tenant sells. Price lists are made for one channel or for every one.
 *
 * @param code unique per tenant
 * @param name 1 to 200 characters
 * @param closed since when and why nothing is sold on it any more
 * @param revision 1 when it is made, one more with every change
 */
public record SalesChannel(SalesChannelCode code, String name, Optional<Archived> closed, long revision) {

    public SalesChannel {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("The name of sales channel " + code + " has 1 to 200 characters.");
        }
    }

    /** A new channel. */
    public static SalesChannel of(SalesChannelCode code, String name) {
        return new SalesChannel(code, name, Optional.empty(), 1);
    }

    /** The one that every tenant has from the beginning. */
    public static SalesChannel direct() {
        return of(SalesChannelCode.DIRECT, "Direct");
    }

    /** Closed for good; the direct channel never is. */
    public Either<CatalogRefusal, SalesChannel> close(String reason, Instant at) {
        if (code.equals(SalesChannelCode.DIRECT)) {
            return Either.left(new CatalogRefusal.DirectChannelStays(code));
        }
        return open().map(open -> new SalesChannel(code, name, Optional.of(new Archived(at, reason)), revision + 1));
    }

    /** This channel, unless it is closed. */
    public Either<CatalogRefusal, SalesChannel> open() {
        return closed.<Either<CatalogRefusal, SalesChannel>>map(
                        since -> Either.left(new CatalogRefusal.AlreadyArchived("sales channel " + code, since)))
                .orElseGet(() -> Either.right(this));
    }
}

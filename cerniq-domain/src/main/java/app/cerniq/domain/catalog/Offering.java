package app.cerniq.domain.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.catalog.OfferingVersion.Status;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a tenant sells, in versions that never change once they were in force, and in one or more {@link
 * Variant}s. It is never deleted: archived, it is off sale for good, and old quotes keep their copies.
 *
 * @param code unique per tenant
 * @param kind what sort of thing it is
 * @param domain whose attributes describe it and its variants; empty where none do
 * @param versions at least one, numbered without gaps, at most one active; the first is 1 unless it was taken over from
 *     elsewhere with a number of its own
 * @param archived since when and why it is off sale for good
 * @param revision 1 when it is made, one more with every change
 */
public record Offering(
        OfferingCode code,
        OfferingKind kind,
        Optional<ProductDomainCode> domain,
        List<OfferingVersion> versions,
        Optional<Archived> archived,
        long revision) {

    public Offering {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("Offering " + code + " has no version.");
        }
        for (var i = 1; i < versions.size(); i++) {
            if (versions.get(i).number() != versions.get(i - 1).number() + 1) {
                throw new IllegalArgumentException("The versions of offering " + code
                        + " are numbered without gaps, not " + numbers(versions) + ".");
            }
        }
        if (versions.stream().filter(version -> version.is(Status.ACTIVE)).count() > 1) {
            throw new IllegalArgumentException("Offering " + code + " has more than one active version.");
        }
    }

    /** A new offering whose first version is a draft. */
    public static Either<CatalogRefusal, Offering> drafted(
            OfferingCode code, OfferingKind kind, Optional<ProductDomain> domain, OfferingContent content) {
        return checked(code, domain, content)
                .map(sound -> new Offering(
                        code,
                        kind,
                        domain.map(ProductDomain::code),
                        List.of(new OfferingVersion(1, Status.DRAFT, sound)),
                        Optional.empty(),
                        1));
    }

    /** The version that is sold; empty before one was activated. */
    public Optional<OfferingVersion> active() {
        return versions.stream().filter(version -> version.is(Status.ACTIVE)).findFirst();
    }

    /** The version of a number. */
    public Optional<OfferingVersion> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /** The version that was written last. */
    public OfferingVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /** With one more version, which is a draft. */
    public Either<CatalogRefusal, Offering> draft(Optional<ProductDomain> itsDomain, OfferingContent content) {
        return inUse().flatMap(use -> checked(code, itsDomain, content)).map(sound -> {
            var all = new ArrayList<>(versions);
            all.add(new OfferingVersion(latest().number() + 1, Status.DRAFT, sound));
            return with(all);
        });
    }

    /** With a draft rewritten. */
    public Either<CatalogRefusal, Offering> rewrite(
            int number, Optional<ProductDomain> itsDomain, OfferingContent content) {
        return draftOf(number)
                .flatMap(draft -> checked(code, itsDomain, content))
                .map(sound -> with(versions.stream()
                        .map(version ->
                                version.number() == number ? new OfferingVersion(number, Status.DRAFT, sound) : version)
                        .toList()));
    }

    /** With a draft in force and the version before it superseded; its attributes are checked as defined today. */
    public Either<CatalogRefusal, Offering> activate(int number, Optional<ProductDomain> itsDomain) {
        return draftOf(number)
                .flatMap(draft -> checked(code, itsDomain, draft.content()))
                .map(sound -> with(versions.stream()
                        .map(version -> version.number() == number
                                ? version.as(Status.ACTIVE)
                                : version.is(Status.ACTIVE) ? version.as(Status.SUPERSEDED) : version)
                        .toList()));
    }

    /** Off sale for good. */
    public Either<CatalogRefusal, Offering> archive(String reason, Instant at) {
        return inUse().map(use ->
                new Offering(code, kind, domain, versions, Optional.of(new Archived(at, reason)), revision + 1));
    }

    /** The same as the outcome of one change, where several steps made it. */
    public Offering asRevision(long one) {
        return new Offering(code, kind, domain, versions, archived, one);
    }

    /** This offering, unless it is archived. */
    public Either<CatalogRefusal, Offering> inUse() {
        return archived.<Either<CatalogRefusal, Offering>>map(
                        since -> left(new CatalogRefusal.AlreadyArchived("offering " + code, since)))
                .orElseGet(() -> right(this));
    }

    private Either<CatalogRefusal, OfferingVersion> draftOf(int number) {
        return inUse().flatMap(use -> version(number)
                .<Either<CatalogRefusal, OfferingVersion>>map(found -> found.is(Status.DRAFT)
                        ? right(found)
                        : left(new CatalogRefusal.DraftNeeded(code, number, found.status())))
                .orElseGet(() -> left(new CatalogRefusal.UnknownVersion(code, number, numbers(versions)))));
    }

    private static Either<CatalogRefusal, OfferingContent> checked(
            OfferingCode code, Optional<ProductDomain> domain, OfferingContent content) {
        return domain.map(its -> its.check(AttributeScope.OFFERING, content.attributes()))
                .orElseGet(() -> ProductDomain.checkWithout(content.attributes()))
                .toEither()
                .<CatalogRefusal>mapLeft(faults -> new CatalogRefusal.InvalidAttributes("offering " + code, faults))
                .map(sound -> content);
    }

    private Offering with(List<OfferingVersion> next) {
        return new Offering(code, kind, domain, next, archived, revision + 1);
    }

    private static List<Integer> numbers(List<OfferingVersion> versions) {
        return versions.stream().map(OfferingVersion::number).toList();
    }
}

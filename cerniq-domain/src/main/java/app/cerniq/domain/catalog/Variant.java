package app.cerniq.domain.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Unit;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/**
 * What can be ordered: one form in which an offering is sold, with a SKU of its own. What it is sold by never changes,
 * because prices and stock count it: another unit is another SKU.
 *
 * @param sku unique per tenant
 * @param offering what it is a variant of; its product domain defines the attributes
 * @param name as documents print it, 1 to 200 characters
 * @param unit what it is sold by
 * @param vat how VAT applies
 * @param attributes those of scope {@link AttributeScope#VARIANT}
 * @param isStocked whether stock is kept of it
 * @param archived since when and why it is off sale for good
 * @param revision 1 when it is made, one more with every change
 */
public record Variant(
        Sku sku,
        OfferingCode offering,
        String name,
        Unit unit,
        VatTreatment vat,
        Attributes attributes,
        boolean isStocked,
        Optional<Archived> archived,
        long revision) {

    public Variant {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("The name of " + sku + " has 1 to 200 characters.");
        }
    }

    /**
     * What of a variant may change.
     *
     * @param name as documents print it
     * @param vat how VAT applies
     * @param attributes those of scope {@link AttributeScope#VARIANT}
     * @param isStocked whether stock is kept of it
     */
    public record Content(String name, VatTreatment vat, Attributes attributes, boolean isStocked) {}

    /** A new variant of an offering. */
    public static Either<CatalogRefusal, Variant> of(
            Offering offering, Optional<ProductDomain> domain, Sku sku, Unit unit, Content content) {
        return offering.inUse()
                .flatMap(use -> checked(sku, domain, content))
                .map(sound -> new Variant(
                        sku,
                        offering.code(),
                        content.name(),
                        unit,
                        content.vat(),
                        content.attributes(),
                        content.isStocked(),
                        Optional.empty(),
                        1));
    }

    /** What of it may change, as it is. */
    public Content content() {
        return new Content(name, vat, attributes, isStocked);
    }

    /** With other content; quotes that copied the old one keep it. */
    public Either<CatalogRefusal, Variant> change(Optional<ProductDomain> domain, Content content) {
        return inUse().flatMap(use -> checked(sku, domain, content))
                .map(sound -> new Variant(
                        sku,
                        offering,
                        content.name(),
                        unit,
                        content.vat(),
                        content.attributes(),
                        content.isStocked(),
                        archived,
                        revision + 1));
    }

    /** Off sale for good. */
    public Either<CatalogRefusal, Variant> archive(String reason, Instant at) {
        return inUse().map(use -> new Variant(
                sku,
                offering,
                name,
                unit,
                vat,
                attributes,
                isStocked,
                Optional.of(new Archived(at, reason)),
                revision + 1));
    }

    /** This variant, if this is what it is sold by. */
    public Either<CatalogRefusal, Variant> soldBy(Unit given) {
        return unit == given ? right(this) : left(new CatalogRefusal.UnitFixed(sku, given, unit));
    }

    /** This variant, unless it is archived. */
    public Either<CatalogRefusal, Variant> inUse() {
        return archived.<Either<CatalogRefusal, Variant>>map(
                        since -> left(new CatalogRefusal.AlreadyArchived("SKU " + sku, since)))
                .orElseGet(() -> right(this));
    }

    private static Either<CatalogRefusal, Attributes> checked(
            Sku sku, Optional<ProductDomain> domain, Content content) {
        return domain.map(its -> its.check(AttributeScope.VARIANT, content.attributes()))
                .orElseGet(() -> ProductDomain.checkWithout(content.attributes()))
                .toEither()
                .mapLeft(faults -> new CatalogRefusal.InvalidAttributes("SKU " + sku, faults));
    }
}

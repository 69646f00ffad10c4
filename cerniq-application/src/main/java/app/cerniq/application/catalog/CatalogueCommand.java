package app.cerniq.application.catalog;

import app.cerniq.domain.catalog.AttributeDefinition;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.OfferingContent;
import app.cerniq.domain.catalog.OfferingKind;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.shared.Unit;
import java.util.List;
import java.util.Optional;

/**
 * What can be done to a catalogue. None needs an idempotency key: something new is refused the second time because its
 * code is taken, a change because its revision has passed, and {@link NameSubstitutes} says the same twice.
 */
public sealed interface CatalogueCommand {

    /** Defines a field of goods. */
    record AddDomain(ProductDomainCode code, String name, List<AttributeDefinition> definitions)
            implements CatalogueCommand {
        public AddDomain {
            definitions = List.copyOf(definitions);
        }
    }

    /**
     * Renames a field of goods; adds definitions or changes the limits of those that are there.
     *
     * @param expectedRevision the one that was read
     */
    record ChangeDomain(
            ProductDomainCode code, long expectedRevision, String name, List<AttributeDefinition> definitions)
            implements CatalogueCommand {
        public ChangeDomain {
            definitions = List.copyOf(definitions);
        }
    }

    /** Makes an offering whose first version is a draft, together with its variants. */
    record AddOffering(
            OfferingCode code,
            OfferingKind kind,
            Optional<ProductDomainCode> domain,
            OfferingContent content,
            List<NewVariant> variants)
            implements CatalogueCommand {
        public AddOffering {
            variants = List.copyOf(variants);
        }
    }

    /** A variant to be. */
    record NewVariant(Sku sku, Unit unit, Variant.Content content) {}

    /** Drafts another version. */
    record DraftVersion(OfferingCode code, long expectedRevision, OfferingContent content)
            implements CatalogueCommand {}

    /** Rewrites a draft. */
    record RewriteDraft(OfferingCode code, long expectedRevision, int number, OfferingContent content)
            implements CatalogueCommand {}

    /** Puts a draft in force and supersedes the version before it. */
    record ActivateVersion(OfferingCode code, long expectedRevision, int number) implements CatalogueCommand {}

    /** Takes an offering with all its variants off sale for good. */
    record ArchiveOffering(OfferingCode code, long expectedRevision, String reason) implements CatalogueCommand {}

    /** Adds a variant to an offering. */
    record AddVariant(OfferingCode offering, NewVariant variant) implements CatalogueCommand {}

    /** Changes what of a variant may change. */
    record ChangeVariant(Sku sku, long expectedRevision, Variant.Content content) implements CatalogueCommand {}

    /** Takes a variant off sale for good. */
    record ArchiveVariant(Sku sku, long expectedRevision, String reason) implements CatalogueCommand {}

    /** Says what to offer in the place of a SKU, the best first, in the place of all that was said before. */
    record NameSubstitutes(Sku sku, List<Substitute> substitutes) implements CatalogueCommand {
        public NameSubstitutes {
            substitutes = List.copyOf(substitutes);
        }
    }
}

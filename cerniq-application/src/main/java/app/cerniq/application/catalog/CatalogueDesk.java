package app.cerniq.application.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.catalog.CatalogueCommand.ActivateVersion;
import app.cerniq.application.catalog.CatalogueCommand.AddDomain;
import app.cerniq.application.catalog.CatalogueCommand.AddOffering;
import app.cerniq.application.catalog.CatalogueCommand.AddVariant;
import app.cerniq.application.catalog.CatalogueCommand.ArchiveOffering;
import app.cerniq.application.catalog.CatalogueCommand.ArchiveVariant;
import app.cerniq.application.catalog.CatalogueCommand.ChangeDomain;
import app.cerniq.application.catalog.CatalogueCommand.ChangeVariant;
import app.cerniq.application.catalog.CatalogueCommand.DraftVersion;
import app.cerniq.application.catalog.CatalogueCommand.NameSubstitutes;
import app.cerniq.application.catalog.CatalogueCommand.NewVariant;
import app.cerniq.application.catalog.CatalogueCommand.RewriteDraft;
import app.cerniq.application.catalog.Changing.Decided;
import app.cerniq.domain.catalog.CatalogRefusal;
import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.Catalogue;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Where what is sold is described, versioned and archived. What it costs is set at the {@link PriceDesk}. A change names
 * the revision that it was decided on, and is refused where another one came first. Thread-safe.
 */
public final class CatalogueDesk {

    private final Catalogue catalogue;
    private final Changing changing;
    private final ImportingCatalogue importing;
    private final Clock clock;

    public CatalogueDesk(Storage storage, Clock clock) {
        this.catalogue = storage.catalogue();
        this.changing = new Changing(catalogue);
        this.importing = new ImportingCatalogue(catalogue, storage.priceLists(), clock);
        this.clock = clock;
    }

    public Either<CatalogRefusal, ProductDomain> addDomain(TenantId tenant, AddDomain command) {
        return changing.change(() -> Changing.free(
                        domain(tenant, command.code()).isPresent(), "product domain", command.code())
                .map(free -> new ProductDomain(command.code(), command.name(), command.definitions(), 1))
                .map(made -> keeping(tenant, made)));
    }

    public Either<CatalogRefusal, ProductDomain> changeDomain(TenantId tenant, ChangeDomain command) {
        return changing.change(() -> Changing.known(domain(tenant, command.code()), "product domain", command.code())
                .flatMap(found -> Changing.current(
                        found, "product domain " + found.code(), command.expectedRevision(), found.revision()))
                .flatMap(found -> found.changed(command.name(), command.definitions()))
                .map(changed -> keeping(tenant, changed)));
    }

    private static Decided<ProductDomain> keeping(TenantId tenant, ProductDomain domain) {
        return new Decided<>(domain, CatalogueCommit.of(tenant).withDomains(List.of(domain)));
    }

    /** Not on sale before a version is activated and a price is set. */
    public Either<CatalogRefusal, Offering> addOffering(TenantId tenant, AddOffering command) {
        return changing.change(() -> Changing.free(find(tenant, command.code()).isPresent(), "offering", command.code())
                .flatMap(free -> domainOf(tenant, command.domain()))
                .flatMap(domain -> Offering.drafted(command.code(), command.kind(), domain, command.content())
                        .flatMap(drafted -> variants(tenant, drafted, domain, command.variants())
                                .map(variants -> new Decided<>(
                                        drafted,
                                        CatalogueCommit.of(tenant)
                                                .withOfferings(List.of(drafted))
                                                .withVariants(variants))))));
    }

    public Either<CatalogRefusal, Offering> draft(TenantId tenant, DraftVersion command) {
        return changeOffering(
                tenant,
                command.code(),
                command.expectedRevision(),
                (offering, domain) -> offering.draft(domain, command.content()));
    }

    public Either<CatalogRefusal, Offering> rewrite(TenantId tenant, RewriteDraft command) {
        return changeOffering(
                tenant,
                command.code(),
                command.expectedRevision(),
                (offering, domain) -> offering.rewrite(command.number(), domain, command.content()));
    }

    public Either<CatalogRefusal, Offering> activate(TenantId tenant, ActivateVersion command) {
        return changeOffering(
                tenant,
                command.code(),
                command.expectedRevision(),
                (offering, domain) -> offering.activate(command.number(), domain));
    }

    /** Quotes that copied it keep their copies; a new quote is told since when it is archived. */
    public Either<CatalogRefusal, Offering> archive(TenantId tenant, ArchiveOffering command) {
        return changeOffering(
                tenant,
                command.code(),
                command.expectedRevision(),
                (offering, domain) -> offering.archive(command.reason(), clock.instant()));
    }

    private Either<CatalogRefusal, Offering> changeOffering(
            TenantId tenant,
            OfferingCode code,
            long expected,
            BiFunction<Offering, Optional<ProductDomain>, Either<CatalogRefusal, Offering>> change) {
        return changing.change(() -> offering(tenant, code)
                .flatMap(found -> Changing.current(found, "offering " + code, expected, found.revision()))
                .flatMap(found -> domainOf(tenant, found.domain()).flatMap(domain -> change.apply(found, domain)))
                .map(next -> new Decided<>(next, CatalogueCommit.of(tenant).withOfferings(List.of(next)))));
    }

    public Either<CatalogRefusal, Variant> addVariant(TenantId tenant, AddVariant command) {
        return changing.change(() -> offering(tenant, command.offering())
                .flatMap(offering -> domainOf(tenant, offering.domain())
                        .flatMap(domain -> variants(tenant, offering, domain, List.of(command.variant()))))
                .map(variants -> keeping(tenant, variants.get(0))));
    }

    public Either<CatalogRefusal, Variant> changeVariant(TenantId tenant, ChangeVariant command) {
        return changing.change(() -> variant(tenant, command.sku(), command.expectedRevision())
                .flatMap(found -> offering(tenant, found.offering())
                        .flatMap(offering -> domainOf(tenant, offering.domain()))
                        .flatMap(domain -> found.change(domain, command.content())))
                .map(next -> keeping(tenant, next)));
    }

    public Either<CatalogRefusal, Variant> archiveVariant(TenantId tenant, ArchiveVariant command) {
        return changing.change(() -> variant(tenant, command.sku(), command.expectedRevision())
                .flatMap(found -> found.archive(command.reason(), clock.instant()))
                .map(next -> keeping(tenant, next)));
    }

    private static Decided<Variant> keeping(TenantId tenant, Variant variant) {
        return new Decided<>(variant, CatalogueCommit.of(tenant).withVariants(List.of(variant)));
    }

    /** What is offered instead, from now on; the answer is what was given. */
    public Either<CatalogRefusal, List<Substitute>> nameSubstitutes(TenantId tenant, NameSubstitutes command) {
        return changing.change(() -> substitutes(tenant, command)
                .map(sound -> new Decided<>(
                        sound, CatalogueCommit.of(tenant).withSubstitutes(Map.of(command.sku(), sound)))));
    }

    private Either<CatalogRefusal, List<Substitute>> substitutes(TenantId tenant, NameSubstitutes command) {
        var skus = new ArrayList<>(
                command.substitutes().stream().map(Substitute::sku).toList());
        var sku = command.sku();
        if (skus.contains(sku)) {
            return left(new CatalogRefusal.SubstituteRefused(sku, "SKU " + sku + " itself", "another SKU"));
        }
        if (new HashSet<>(skus).size() < skus.size()) {
            return left(new CatalogRefusal.SubstituteRefused(sku, "the SKUs " + skus, "each SKU once"));
        }
        if (skus.size() > Substitute.MOST) {
            return left(new CatalogRefusal.SubstituteRefused(sku, skus.size() + " SKUs", "at most " + Substitute.MOST));
        }
        skus.add(sku);
        var there = catalogue.variants(tenant, skus);
        for (var needed : skus) {
            var found = Changing.known(Optional.ofNullable(there.get(needed)), "SKU", needed)
                    .flatMap(Variant::inUse);
            if (found.isLeft()) {
                return left(found.getLeft());
            }
        }
        return right(command.substitutes());
    }

    /**
     * Brings a whole catalogue in: what is not there is made, what is there and says something else gets another version,
     * other content or another price from now on, what is not named stays. All of it, or nothing and every fault; the same
     * again changes nothing.
     */
    public Either<List<ImportFault>, ImportReceipt> importAll(TenantId tenant, List<ImportedOffering> offerings) {
        return importing.importAll(tenant, offerings);
    }

    public Optional<ProductDomain> domain(TenantId tenant, ProductDomainCode code) {
        return Optional.ofNullable(catalogue.domains(tenant, List.of(code)).get(code));
    }

    /** The offering with all its versions, archived or not. */
    public Optional<Offering> find(TenantId tenant, OfferingCode code) {
        return Optional.ofNullable(catalogue.offerings(tenant, List.of(code)).get(code));
    }

    /** The variant, archived or not. */
    public Optional<Variant> find(TenantId tenant, Sku sku) {
        return Optional.ofNullable(catalogue.variants(tenant, List.of(sku)).get(sku));
    }

    /** The variants of an offering in the order of their SKUs. */
    public List<Variant> variantsOf(TenantId tenant, OfferingCode offering) {
        return catalogue.variantsOf(tenant, offering);
    }

    private Either<CatalogRefusal, Offering> offering(TenantId tenant, OfferingCode code) {
        return Changing.known(find(tenant, code), "offering", code);
    }

    private Either<CatalogRefusal, Variant> variant(TenantId tenant, Sku sku, long expected) {
        return Changing.known(find(tenant, sku), "SKU", sku)
                .flatMap(found -> Changing.current(found, "SKU " + sku, expected, found.revision()));
    }

    private Either<CatalogRefusal, Optional<ProductDomain>> domainOf(
            TenantId tenant, Optional<ProductDomainCode> code) {
        return code.isEmpty()
                ? right(Optional.empty())
                : Changing.known(domain(tenant, code.get()), "product domain", code.get())
                        .map(Optional::of);
    }

    private Either<CatalogRefusal, List<Variant>> variants(
            TenantId tenant, Offering offering, Optional<ProductDomain> domain, List<NewVariant> wanted) {
        var there =
                catalogue.variants(tenant, wanted.stream().map(NewVariant::sku).toList());
        var made = new ArrayList<Variant>();
        var positions = new Positions();
        for (var one : wanted) {
            var variant = positions
                    .once("SKU", one.sku())
                    .flatMap(once -> there.containsKey(one.sku())
                            ? left(new CatalogRefusal.SkuTaken(
                                    one.sku(), there.get(one.sku()).offering()))
                            : Variant.of(offering, domain, one.sku(), one.unit(), one.content()));
            if (variant.isLeft()) {
                return left(variant.getLeft());
            }
            made.add(variant.get());
        }
        return right(made);
    }
}

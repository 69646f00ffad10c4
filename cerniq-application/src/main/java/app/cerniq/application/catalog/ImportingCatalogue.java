package app.cerniq.application.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.catalog.Changing.Decided;
import app.cerniq.application.catalog.ImportedOffering.ImportedVariant;
import app.cerniq.domain.catalog.CatalogRefusal;
import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.PriceHistory;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.PriceTag;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Validity;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.Catalogue;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.CatalogueCommit.PriceChange;
import app.cerniq.ports.catalog.PriceLists;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings a whole catalogue in, in one transaction: all of it, or nothing and every fault. */
final class ImportingCatalogue {

    private final Catalogue catalogue;
    private final PriceLists priceLists;
    private final Changing changing;
    private final Clock clock;

    ImportingCatalogue(Catalogue catalogue, PriceLists priceLists, Clock clock) {
        this.catalogue = catalogue;
        this.priceLists = priceLists;
        this.changing = new Changing(catalogue);
        this.clock = clock;
    }

    Either<List<ImportFault>, ImportReceipt> importAll(TenantId tenant, List<ImportedOffering> wanted) {
        return changing.change(
                refusal -> List.of(new ImportFault(0, refusal)),
                () -> new Plan(tenant, wanted, clock.instant()).decide());
    }

    /** What is there, what becomes of it, and what is wrong with the rest. */
    private final class Plan {

        private final TenantId tenant;
        private final List<ImportedOffering> wanted;
        private final Instant now;
        private final Map<ProductDomainCode, ProductDomain> domains;
        private final Map<OfferingCode, Offering> offerings;
        private final Map<Sku, Variant> variants;
        private final Map<PriceListCode, PriceList> lists;
        private final Map<Sku, List<PriceHistory>> histories;

        private final Positions positions = new Positions();
        private final List<ImportFault> faults = new ArrayList<>();
        private final List<Offering> nextOfferings = new ArrayList<>();
        private final List<Variant> nextVariants = new ArrayList<>();
        private final List<PriceChange> nextPrices = new ArrayList<>();

        Plan(TenantId tenant, List<ImportedOffering> wanted, Instant now) {
            var skus = wanted.stream()
                    .flatMap(offering -> offering.variants().stream())
                    .map(variant -> variant.variant().sku())
                    .distinct()
                    .toList();
            this.tenant = tenant;
            this.wanted = wanted;
            this.now = now;
            this.domains = catalogue.domains(
                    tenant,
                    wanted.stream()
                            .flatMap(offering -> offering.domain().stream())
                            .distinct()
                            .toList());
            this.offerings = catalogue.offerings(
                    tenant,
                    wanted.stream().map(ImportedOffering::code).distinct().toList());
            this.variants = catalogue.variants(tenant, skus);
            this.lists =
                    priceLists.all(tenant).stream().collect(Collectors.toMap(PriceList::code, Function.identity()));
            this.histories =
                    priceLists.histories(tenant, skus).stream().collect(Collectors.groupingBy(PriceHistory::sku));
        }

        Either<List<ImportFault>, Decided<ImportReceipt>> decide() {
            for (var i = 0; i < wanted.size(); i++) {
                add(i + 1, wanted.get(i));
            }
            if (!faults.isEmpty()) {
                return left(List.copyOf(faults));
            }
            var commit = CatalogueCommit.of(tenant)
                    .withOfferings(nextOfferings)
                    .withVariants(nextVariants)
                    .withPrices(nextPrices);
            var receipt = new ImportReceipt(nextOfferings.size(), nextVariants.size(), nextPrices.size());
            return right(new Decided<>(receipt, commit));
        }

        private void add(int position, ImportedOffering imported) {
            var offering = positions
                    .at(position, "offering", imported.code())
                    .flatMap(once -> domain(imported))
                    .flatMap(domain -> offering(imported, domain));
            // The variants are judged even so, that every fault is told at once; against the offering as it would be.
            sound(position, offering).ifPresent(found -> {
                if (!found.equals(offerings.get(found.code()))) {
                    nextOfferings.add(found);
                }
            });
            for (var variant : imported.variants()) {
                add(position, offering, variant);
            }
        }

        private Either<CatalogRefusal, Optional<ProductDomain>> domain(ImportedOffering imported) {
            return imported.domain().isEmpty()
                    ? right(Optional.empty())
                    : Changing.known(
                                    imported.domain().map(domains::get),
                                    "product domain",
                                    imported.domain().get())
                            .map(Optional::of);
        }

        private Either<CatalogRefusal, Offering> offering(ImportedOffering imported, Optional<ProductDomain> domain) {
            var there = offerings.get(imported.code());
            if (there == null) {
                return Offering.drafted(imported.code(), imported.kind(), domain, imported.content())
                        .flatMap(drafted -> drafted.activate(1, domain))
                        .map(active -> active.asRevision(1));
            }
            if (there.kind() != imported.kind() || !there.domain().equals(imported.domain())) {
                return left(
                        new CatalogRefusal.CodeTaken("offering", imported.code().value()));
            }
            if (there.active()
                    .filter(active -> active.content().equals(imported.content()))
                    .isPresent()) {
                return there.inUse();
            }
            return there.draft(domain, imported.content())
                    .flatMap(drafted -> drafted.activate(drafted.latest().number(), domain))
                    .map(active -> active.asRevision(there.revision() + 1));
        }

        private void add(int position, Either<CatalogRefusal, Offering> offering, ImportedVariant imported) {
            var wantedVariant = imported.variant();
            var once = sound(position, positions.at(position, "SKU", wantedVariant.sku()));
            if (once.isEmpty() || offering.isLeft()) {
                return;
            }
            var owner = offering.get();
            var domain = owner.domain().map(domains::get);
            var there = Optional.ofNullable(variants.get(wantedVariant.sku()));
            sound(
                            position,
                            there.map(found -> changed(owner, domain, found, imported))
                                    .orElseGet(() -> Variant.of(
                                            owner,
                                            domain,
                                            wantedVariant.sku(),
                                            wantedVariant.unit(),
                                            wantedVariant.content())))
                    .filter(next -> there.filter(next::equals).isEmpty())
                    .ifPresent(nextVariants::add);
            imported.prices()
                    .forEach((list, tag) -> sound(position, price(wantedVariant.sku(), list, tag))
                            .filter(change -> !change.before().equals(change.next()))
                            .ifPresent(nextPrices::add));
        }

        private static Either<CatalogRefusal, Variant> changed(
                Offering owner, Optional<ProductDomain> domain, Variant there, ImportedVariant imported) {
            if (!there.offering().equals(owner.code())) {
                return left(new CatalogRefusal.SkuTaken(there.sku(), there.offering()));
            }
            return there.inUse()
                    .flatMap(inUse -> inUse.soldBy(imported.variant().unit()))
                    .flatMap(same -> same.content().equals(imported.variant().content())
                            ? right(same)
                            : same.change(domain, imported.variant().content()));
        }

        private Either<CatalogRefusal, PriceChange> price(Sku sku, PriceListCode code, PriceTag tag) {
            var before = histories.getOrDefault(sku, List.of()).stream()
                    .filter(history -> history.list().equals(code))
                    .findFirst()
                    .orElseGet(() -> PriceHistory.none(code, sku));
            return Changing.known(Optional.ofNullable(lists.get(code)), "price list", code)
                    .flatMap(list -> list.inForceOrToCome(now))
                    .flatMap(list -> before.at(now)
                                    .filter(price -> price.tag().equals(tag))
                                    .isPresent()
                            ? right(before)
                            : before.set(list, tag, Validity.from(now), now))
                    .map(next -> new PriceChange(before, next));
        }

        /** What was made, if it is sound; otherwise a fault more. */
        private <T> Optional<T> sound(int position, Either<CatalogRefusal, T> made) {
            made.peekLeft(refusal -> faults.add(new ImportFault(position, refusal)));
            return made.toJavaOptional();
        }
    }
}

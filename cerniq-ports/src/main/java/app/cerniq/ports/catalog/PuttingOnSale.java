package app.cerniq.ports.catalog;

import app.cerniq.domain.catalog.Attributes;
import app.cerniq.domain.catalog.CatalogRefusal;
import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.OfferingContent;
import app.cerniq.domain.catalog.OfferingKind;
import app.cerniq.domain.catalog.OfferingVersion;
import app.cerniq.domain.catalog.PriceHistory;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.PriceTag;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Validity;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.CatalogueCommit.PriceChange;
import app.cerniq.ports.shared.UnknownTenantException;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How every store does {@link Offerings#putOnSale}: reads what is there, works out what is missing, and commits it. Lost
 * races are run again.
 */
public final class PuttingOnSale {

    private static final int ATTEMPTS = 10;

    private final Catalogue catalogue;
    private final PriceLists priceLists;

    public PuttingOnSale(Catalogue catalogue, PriceLists priceLists) {
        this.catalogue = catalogue;
        this.priceLists = priceLists;
    }

    /** As {@link Offerings#putOnSale} says. */
    public void put(TenantId tenant, Collection<PricedOffering> offerings, Instant from) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var plan = new Plan(tenant, offerings, from);
            offerings.forEach(plan::add);
            switch (catalogue.commit(plan.commit())) {
                case STORED -> {
                    return;
                }
                case UNKNOWN_TENANT -> throw new UnknownTenantException(tenant);
                case STALE -> {} // read again what somebody else has changed meanwhile
            }
        }
        throw new IllegalStateException(
                "Others changed the same offerings of tenant " + tenant + " " + ATTEMPTS + " times.");
    }

    /** What is there, and what becomes of it. */
    private final class Plan {

        private final TenantId tenant;
        private final Instant from;
        private final Map<Sku, Variant> variants;
        private final Map<OfferingCode, Offering> offerings;
        private final Map<ProductDomainCode, ProductDomain> domains;
        private final Map<PriceListCode, PriceList> lists;
        private final Map<Sku, List<PriceHistory>> histories;

        private final Map<OfferingCode, Offering> nextOfferings = new LinkedHashMap<>();
        private final Map<Sku, Variant> nextVariants = new LinkedHashMap<>();
        private final List<PriceList> nextLists = new ArrayList<>();
        private final Map<Sku, List<PriceChange>> nextPrices = new LinkedHashMap<>();

        Plan(TenantId tenant, Collection<PricedOffering> wanted, Instant from) {
            var skus = wanted.stream().map(PricedOffering::sku).toList();
            this.tenant = tenant;
            this.from = from;
            this.variants = catalogue.variants(tenant, skus);
            this.offerings =
                    catalogue.offerings(tenant, skus.stream().map(this::codeOf).collect(Collectors.toSet()));
            this.domains = catalogue.domains(
                    tenant,
                    offerings.values().stream()
                            .flatMap(offering -> offering.domain().stream())
                            .collect(Collectors.toSet()));
            this.lists = priceLists.all(tenant).stream().collect(Collectors.toMap(PriceList::code, list -> list));
            this.histories =
                    priceLists.histories(tenant, skus).stream().collect(Collectors.groupingBy(PriceHistory::sku));
        }

        private OfferingCode codeOf(Sku sku) {
            return Optional.ofNullable(variants.get(sku)).map(Variant::offering).orElseGet(() -> OfferingCode.of(sku));
        }

        void add(PricedOffering wanted) {
            if (nextPrices.containsKey(wanted.sku())) {
                throw new IllegalArgumentException("SKU " + wanted.sku() + " is put on sale twice at once.");
            }
            var offering = offering(wanted);
            variant(wanted, offering);
            prices(wanted, list(wanted));
        }

        private Offering offering(PricedOffering wanted) {
            var code = codeOf(wanted.sku());
            var there = Optional.ofNullable(nextOfferings.getOrDefault(code, offerings.get(code)));
            if (there.isEmpty()) {
                var first = new OfferingVersion(
                        wanted.version(), OfferingVersion.Status.ACTIVE, OfferingContent.named(wanted.name()));
                var made = new Offering(
                        code, OfferingKind.PHYSICAL, Optional.empty(), List.of(first), Optional.empty(), 1);
                nextOfferings.put(code, made);
                return made;
            }
            var offering = there.get();
            if (offering.active()
                    .filter(active -> active.number() == wanted.version())
                    .isPresent()) {
                must(wanted.sku(), offering.inUse());
                return offering;
            }
            var next = offering.latest().number() + 1;
            if (wanted.version() != next) {
                throw new IllegalArgumentException(
                        "SKU " + wanted.sku() + " cannot have version " + wanted.version() + ": "
                                + offering.active()
                                        .map(active -> "version " + active.number() + " is active")
                                        .orElse("no version is active")
                                + ", and the next is " + next + ".");
            }
            var domain = domainOf(offering);
            var said = offering.latest().content();
            var content = new OfferingContent(wanted.name(), said.description(), said.attributes());
            var once = must(
                    wanted.sku(),
                    offering.draft(domain, content)
                            .flatMap(drafted -> drafted.activate(next, domain))
                            .map(active -> active.asRevision(offering.revision() + 1)));
            nextOfferings.put(code, once);
            return once;
        }

        private Optional<ProductDomain> domainOf(Offering offering) {
            return offering.domain()
                    .map(code -> Optional.ofNullable(domains.get(code))
                            .orElseThrow(() -> new IllegalStateException("Product domain " + code + " is not there.")));
        }

        private void variant(PricedOffering wanted, Offering offering) {
            var there = Optional.ofNullable(variants.get(wanted.sku()));
            var domain = domainOf(offering);
            if (there.isEmpty()) {
                var content = new Variant.Content(
                        wanted.name(),
                        wanted.vat(),
                        Attributes.NONE,
                        offering.kind().keepsStock());
                nextVariants.put(
                        wanted.sku(),
                        must(wanted.sku(), Variant.of(offering, domain, wanted.sku(), wanted.unit(), content)));
                return;
            }
            var variant = must(wanted.sku(), there.get().inUse().flatMap(inUse -> inUse.soldBy(wanted.unit())));
            var content = new Variant.Content(wanted.name(), wanted.vat(), variant.attributes(), variant.isStocked());
            if (!content.equals(variant.content())) {
                nextVariants.put(wanted.sku(), must(wanted.sku(), variant.change(domain, content)));
            }
        }

        private PriceList list(PricedOffering wanted) {
            var code = new PriceListCode(wanted.priceList());
            var currency = wanted.listPrice().currency();
            var list = lists.get(code);
            if (list == null) {
                var precedence = lists.values().stream()
                        .filter(other ->
                                other.channel().isEmpty() && other.currency().equals(currency))
                        .mapToInt(PriceList::precedence)
                        .max();
                var made = new PriceList(
                        code,
                        code.value(),
                        currency,
                        Optional.empty(),
                        Validity.ALWAYS,
                        precedence.isEmpty() ? 0 : precedence.getAsInt() + 1,
                        1);
                lists.put(code, made);
                nextLists.add(made);
                return made;
            }
            if (!list.currency().equals(currency)) {
                throw new IllegalArgumentException("SKU " + wanted.sku() + " cannot be put on sale: price list " + code
                        + " is in " + list.currency() + ", not in " + currency + ".");
            }
            return must(wanted.sku(), list.inForceOrToCome(from));
        }

        private void prices(PricedOffering wanted, PriceList list) {
            var sku = wanted.sku();
            var tag = PriceTag.of(wanted);
            var changes = new ArrayList<PriceChange>();
            var all = histories.getOrDefault(sku, List.of());
            var before = all.stream()
                    .filter(history -> history.list().equals(list.code()))
                    .findFirst()
                    .orElseGet(() -> PriceHistory.none(list.code(), sku));
            var others = list.channel().isPresent()
                    ? List.<PriceHistory>of()
                    : all.stream().filter(history -> isRival(list, history)).toList();
            if (before.at(from).filter(price -> price.tag().equals(tag)).isEmpty()) {
                var isFirst = before.prices().isEmpty() && others.isEmpty();
                mayBegin(sku, isFirst);
                var validity = Validity.from(isFirst ? Validity.BEGINNING : from);
                changes.add(new PriceChange(before, must(sku, before.set(list, tag, validity, from))));
            }
            for (var other : others) {
                var withdrawn = must(sku, other.withdraw(from, from));
                if (!withdrawn.equals(other)) {
                    mayBegin(sku, false);
                    changes.add(new PriceChange(other, withdrawn));
                }
            }
            nextPrices.put(sku, changes);
        }

        private boolean isRival(PriceList list, PriceHistory history) {
            var other = lists.get(history.list());
            return other != null
                    && !other.code().equals(list.code())
                    && other.channel().isEmpty()
                    && other.currency().equals(list.currency());
        }

        private void mayBegin(Sku sku, boolean isFirst) {
            if (!isFirst && from.equals(Validity.BEGINNING)) {
                throw new IllegalArgumentException(
                        "SKU " + sku + " has a price already; another one needs the instant from which it holds.");
            }
        }

        private <T> T must(Sku sku, Either<CatalogRefusal, T> answer) {
            return answer.getOrElseThrow(refusal ->
                    new IllegalArgumentException("SKU " + sku + " cannot be put on sale: " + refusal.describe()));
        }

        CatalogueCommit commit() {
            return CatalogueCommit.of(tenant)
                    .withOfferings(List.copyOf(nextOfferings.values()))
                    .withVariants(List.copyOf(nextVariants.values()))
                    .withPriceLists(nextLists)
                    .withPrices(
                            nextPrices.values().stream().flatMap(List::stream).toList());
        }
    }
}

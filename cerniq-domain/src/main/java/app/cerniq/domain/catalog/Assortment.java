package app.cerniq.domain.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a tenant's catalogue with its prices, as it was read: enough to say what its SKUs cost, or why they are not on
 * sale.
 *
 * @param variants by SKU
 * @param offerings those that the variants belong to
 * @param channels all of the tenant
 * @param priceLists all of the tenant
 * @param prices all of the variants
 */
public record Assortment(
        Map<Sku, Variant> variants,
        Map<OfferingCode, Offering> offerings,
        List<SalesChannel> channels,
        List<PriceList> priceLists,
        List<PriceHistory> prices) {

    public Assortment {
        variants = Map.copyOf(variants);
        offerings = Map.copyOf(offerings);
        channels = List.copyOf(channels);
        priceLists = List.copyOf(priceLists);
        prices = List.copyOf(prices);
    }

    /** What a SKU is sold as and for, or why it is not. */
    public Either<NotOnSale, PricedOffering> ask(Sku sku, SalesChannelCode channel, Currency currency, Instant at) {
        var variant = variants.get(sku);
        if (variant == null) {
            return left(new NotOnSale.Unknown());
        }
        if (variant.archived().isPresent()) {
            return left(new NotOnSale.OffForGood("SKU", variant.archived().get()));
        }
        var offering = offeringOf(variant);
        if (offering.archived().isPresent()) {
            return left(new NotOnSale.OffForGood(
                    "offering " + offering.code(), offering.archived().get()));
        }
        if (offering.active().isEmpty()) {
            return left(new NotOnSale.NotLaunched(offering.code()));
        }
        if (channels.stream()
                .noneMatch(open -> open.code().equals(channel) && open.closed().isEmpty())) {
            return left(new NotOnSale.ChannelNotOpen(channel));
        }
        return price(sku, channel, currency, at)
                .<Either<NotOnSale, PricedOffering>>map(
                        price -> right(priced(variant, offering.active().get(), price)))
                .orElseGet(() -> left(withoutPrice(sku, channel, currency, at)));
    }

    private Offering offeringOf(Variant variant) {
        var offering = offerings.get(variant.offering());
        if (offering == null) {
            throw new IllegalArgumentException(
                    "Offering " + variant.offering() + " of " + variant.sku() + " was not read.");
        }
        return offering;
    }

    /** The price in the strongest list that applies and has one. */
    private Optional<VariantPrice> price(Sku sku, SalesChannelCode channel, Currency currency, Instant at) {
        return priceLists.stream()
                .filter(list -> list.appliesTo(channel, currency, at))
                .sorted(PriceList.strongestFirst())
                .flatMap(list -> histories(sku, list).stream())
                .flatMap(history -> history.at(at).stream())
                .findFirst();
    }

    private List<PriceHistory> histories(Sku sku, PriceList list) {
        return prices.stream()
                .filter(history -> history.sku().equals(sku) && history.list().equals(list.code()))
                .toList();
    }

    private static PricedOffering priced(Variant variant, OfferingVersion version, VariantPrice price) {
        return new PricedOffering(
                variant.sku(),
                version.number(),
                variant.name(),
                variant.unit(),
                price.list().value(),
                price.tag().amount(),
                price.tag().floor(),
                price.tag().cost(),
                variant.vat());
    }

    private NotOnSale withoutPrice(Sku sku, SalesChannelCode channel, Currency currency, Instant at) {
        var held = priceLists.stream()
                .filter(list -> list.serves(channel, currency))
                .flatMap(list -> histories(sku, list).stream()
                        .map(PriceHistory::prices)
                        .flatMap(Collection::stream)
                        .map(VariantPrice::validity)
                        .flatMap(price -> price.within(list.validity()).stream()))
                .toList();
        return held.stream()
                .filter(validity -> validity.hasEndedAt(at))
                .flatMap(validity -> validity.until().stream())
                .max(Comparator.naturalOrder())
                .<NotOnSale>map(since -> new NotOnSale.Withdrawn(channel, currency, since))
                .orElseGet(() -> new NotOnSale.NoPrice(
                        channel,
                        currency,
                        held.stream().map(Validity::from).filter(at::isBefore).min(Comparator.naturalOrder())));
    }
}

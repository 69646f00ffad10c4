package app.cerniq.application.catalog;

import static io.vavr.control.Either.right;

import app.cerniq.application.catalog.Changing.Decided;
import app.cerniq.application.catalog.PriceCommand.AddPriceList;
import app.cerniq.application.catalog.PriceCommand.CloseChannel;
import app.cerniq.application.catalog.PriceCommand.EndPriceList;
import app.cerniq.application.catalog.PriceCommand.OpenChannel;
import app.cerniq.application.catalog.PriceCommand.SetPrice;
import app.cerniq.application.catalog.PriceCommand.WithdrawPrice;
import app.cerniq.domain.catalog.CatalogRefusal;
import app.cerniq.domain.catalog.PriceHistory;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.PriceTag;
import app.cerniq.domain.catalog.SalesChannel;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Validity;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.Catalogue;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.CatalogueCommit.PriceChange;
import app.cerniq.ports.catalog.PriceLists;
import app.cerniq.ports.catalog.SalesChannels;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Where it is said on which channels something is sold, and for how much. Thread-safe. */
public final class PriceDesk {

    private final Catalogue catalogue;
    private final SalesChannels channels;
    private final PriceLists lists;
    private final Changing changing;
    private final Clock clock;

    public PriceDesk(Storage storage, Clock clock) {
        this.catalogue = storage.catalogue();
        this.channels = storage.salesChannels();
        this.lists = storage.priceLists();
        this.changing = new Changing(catalogue);
        this.clock = clock;
    }

    public Either<CatalogRefusal, SalesChannel> openChannel(TenantId tenant, OpenChannel command) {
        return changing.change(() -> Changing.free(
                        channel(tenant, command.code()).isPresent(), "sales channel", command.code())
                .map(free -> keeping(tenant, SalesChannel.of(command.code(), command.name()))));
    }

    public Either<CatalogRefusal, SalesChannel> closeChannel(TenantId tenant, CloseChannel command) {
        return changing.change(() -> Changing.known(channel(tenant, command.code()), "sales channel", command.code())
                .flatMap(found -> Changing.current(
                        found, "sales channel " + found.code(), command.expectedRevision(), found.revision()))
                .flatMap(found -> found.close(command.reason(), clock.instant()))
                .map(closed -> keeping(tenant, closed)));
    }

    private static Decided<SalesChannel> keeping(TenantId tenant, SalesChannel channel) {
        return new Decided<>(channel, CatalogueCommit.of(tenant).withChannels(List.of(channel)));
    }

    public Either<CatalogRefusal, PriceList> addPriceList(TenantId tenant, AddPriceList command) {
        return changing.change(() -> {
            var all = lists.all(tenant);
            return Changing.free(among(all, command.code()).isPresent(), "price list", command.code())
                    .flatMap(free -> openChannel(tenant, command.channel()))
                    .map(channel -> new PriceList(
                            command.code(),
                            command.name(),
                            command.currency(),
                            channel,
                            command.validity(),
                            command.precedence(),
                            1))
                    .flatMap(list -> list.beside(all))
                    .map(list -> keeping(tenant, list));
        });
    }

    public Either<CatalogRefusal, PriceList> endPriceList(TenantId tenant, EndPriceList command) {
        return changing.change(() -> {
            var all = lists.all(tenant);
            return Changing.known(among(all, command.code()), "price list", command.code())
                    .flatMap(found -> Changing.current(
                            found, "price list " + found.code(), command.expectedRevision(), found.revision()))
                    .flatMap(found -> found.ending(command.until(), clock.instant()))
                    .flatMap(ended -> ended.beside(all))
                    .map(ended -> keeping(tenant, ended));
        });
    }

    private static Decided<PriceList> keeping(TenantId tenant, PriceList list) {
        return new Decided<>(list, CatalogueCommit.of(tenant).withPriceLists(List.of(list)));
    }

    /** The answer is the whole history with the new price in it. */
    public Either<CatalogRefusal, PriceHistory> setPrice(TenantId tenant, SetPrice command) {
        return PriceTag.of(command.amount(), command.compareAt(), command.floor(), command.cost())
                .flatMap(tag -> changePrices(
                        tenant,
                        command.list(),
                        command.sku(),
                        (list, before) -> set(list, before, tag, command, clock.instant())));
    }

    private static Either<CatalogRefusal, PriceHistory> set(
            PriceList list, PriceHistory before, PriceTag tag, SetPrice command, Instant now) {
        var from = command.from().orElse(now);
        if (command.until().filter(until -> !until.isAfter(from)).isPresent()) {
            return Either.left(new CatalogRefusal.EndTooEarly(
                    "price of " + command.sku() + " in " + list.code(),
                    command.until().get(),
                    from));
        }
        return list.inForceOrToCome(now)
                .flatMap(open -> before.set(open, tag, new Validity(from, command.until()), now));
    }

    /** The answer is the whole history, in which the price ends. */
    public Either<CatalogRefusal, PriceHistory> withdrawPrice(TenantId tenant, WithdrawPrice command) {
        return changePrices(tenant, command.list(), command.sku(), (list, before) -> {
            var now = clock.instant();
            return before.withdraw(command.from().orElse(now), now);
        });
    }

    private Either<CatalogRefusal, PriceHistory> changePrices(
            TenantId tenant,
            PriceListCode code,
            Sku sku,
            BiFunction<PriceList, PriceHistory, Either<CatalogRefusal, PriceHistory>> change) {
        return changing.change(() -> {
            var before = lists.histories(tenant, List.of(sku)).stream()
                    .filter(history -> history.list().equals(code))
                    .findFirst()
                    .orElseGet(() -> PriceHistory.none(code, sku));
            return onOffer(tenant, sku)
                    .flatMap(variant -> Changing.known(among(lists.all(tenant), code), "price list", code))
                    .flatMap(list -> change.apply(list, before))
                    .map(next -> new Decided<>(
                            next, CatalogueCommit.of(tenant).withPrices(List.of(new PriceChange(before, next)))));
        });
    }

    private Either<CatalogRefusal, Variant> onOffer(TenantId tenant, Sku sku) {
        var variant =
                Optional.ofNullable(catalogue.variants(tenant, List.of(sku)).get(sku));
        return Changing.known(variant, "SKU", sku)
                .flatMap(Variant::inUse)
                .flatMap(found -> Optional.ofNullable(catalogue
                                .offerings(tenant, List.of(found.offering()))
                                .get(found.offering()))
                        .map(offering -> offering.inUse().map(inUse -> found))
                        .orElseGet(() -> right(found)));
    }

    /** Every channel, closed ones included. */
    public List<SalesChannel> channels(TenantId tenant) {
        return channels.all(tenant);
    }

    /** Every list, those that ended included. */
    public List<PriceList> priceLists(TenantId tenant) {
        return lists.all(tenant);
    }

    /** Every price that a SKU ever had, list by list. */
    public List<PriceHistory> priceHistory(TenantId tenant, Sku sku) {
        return lists.histories(tenant, List.of(sku));
    }

    private Optional<SalesChannel> channel(TenantId tenant, SalesChannelCode code) {
        return channels.all(tenant).stream()
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }

    private Either<CatalogRefusal, Optional<SalesChannelCode>> openChannel(
            TenantId tenant, Optional<SalesChannelCode> code) {
        return code.isEmpty()
                ? right(code)
                : Changing.known(channel(tenant, code.get()), "sales channel", code.get())
                        .flatMap(SalesChannel::open)
                        .map(open -> code);
    }

    private static Optional<PriceList> among(Collection<PriceList> all, PriceListCode code) {
        return all.stream().filter(list -> list.code().equals(code)).findFirst();
    }
}

package app.cerniq.examples.demo;

import app.cerniq.application.stock.StockDesk;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.Replenishment.Incoming;
import app.cerniq.domain.stock.StockAlert;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.examples.stock.OpeningStock;
import app.cerniq.examples.text.TextTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The goods of the demo before and after the deals. */
final class Shelves {

    /** When more of the third product comes. */
    private static final LocalDate DELIVERY = LocalDate.of(2026, 5, 15);

    private static final int MOST = 10_000;

    private final StockDesk desk;
    private final TenantId tenant;
    private final Basket basket;
    private final OpeningStock opening;

    Shelves(StockDesk desk, TenantId tenant, Basket basket) {
        this.desk = desk;
        this.tenant = tenant;
        this.basket = basket;
        this.opening = OpeningStock.of(basket.catalogue());
    }

    /** Counts everything, and says of one product when there is little of it and when more comes. */
    void fill(Actor storekeeper) {
        opening.countedBy(storekeeper, desk, tenant, "opening");
        var goods = basket.third();
        var replenishment = new Replenishment(
                StockAmount.of(basket.share(goods, "0.05")),
                StockAmount.of(basket.share(goods, "0.1")),
                StockAmount.of(basket.share(goods, "0.2")),
                Optional.of(basket.share(goods, "0.5")),
                Optional.of(new Incoming(basket.share(goods, "0.5"), DELIVERY)));
        desk.replenish(tenant, storekeeper, new Place(goods.sku(), LocationCode.PRINCIPAL), replenishment)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.describe()));
    }

    /** What the deals left. */
    void show(Timeline timeline, Instant from) {
        timeline.title("What lies on the shelves");
        table().lines().forEach(line -> timeline.line("  " + line));
        timeline.line("");
        desk.alerts(tenant, from, MOST).forEach(alert -> timeline.line("  " + told(alert)));
    }

    private TextTable table() {
        var table = TextTable.of(
                TextTable.words("SKU"),
                TextTable.words("LOCATION"),
                TextTable.numbers("BEFORE"),
                TextTable.numbers("ON HAND"),
                TextTable.numbers("HELD"),
                TextTable.numbers("SAFETY"),
                TextTable.numbers("AVAILABLE"),
                TextTable.numbers("MOVEMENTS"));
        var skus = Stream.concat(basket.goods().stream(), basket.substitute().stream())
                .map(PricedOffering::sku)
                .toList();
        desk.positions(tenant, skus).values().stream()
                .flatMap(position -> position.levels().stream())
                .sorted(Comparator.comparing(StockLevel::place))
                .forEach(level -> row(table, level));
        return table;
    }

    private void row(TextTable table, StockLevel level) {
        var place = level.place();
        table.row(
                place.sku().value(),
                place.location().value(),
                String.valueOf(opening.counted().get(place)),
                level.onHand().toString(),
                level.reserved().toString(),
                level.replenishment().safetyStock().toString(),
                level.available().toString(),
                Integer.toString(desk.movements(tenant, place, 0, MOST).size()));
    }

    private static String told(StockAlert alert) {
        return "⚠ " + Timeline.moment(alert.at()) + "  " + alert.severity() + "  " + alert.place() + ": "
                + alert.available() + " available, told at " + alert.threshold();
    }
}

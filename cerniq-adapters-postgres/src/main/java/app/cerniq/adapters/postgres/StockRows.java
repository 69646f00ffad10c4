package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.Replenishment.Incoming;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockLocation;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Rows about stock, in our types. */
final class StockRows {

    /**
     * The columns of a level at {@code :at}, of stock_inventory as {@code i}: what is due at that instant is held no
     * longer, whether or not anybody has swept it up.
     */
    static final String LEVEL = """
            i.sku, i.location, i.unit, i.total_quantity,
            greatest(
                i.reserved_quantity - (
                    select coalesce(sum(r.quantity), 0)
                    from ${schema}.stock_reservations r
                    where r.tenant_id = i.tenant_id
                        and r.sku = i.sku
                        and r.location = i.location
                        and r.status = 'ACTIVE'
                        and r.expires_at <= :at
                ),
                0
            ) as reserved_quantity,
            i.safety_stock, i.low_stock_threshold, i.reorder_point, i.reorder_quantity, i.incoming_quantity,
            i.next_restock_date, i.changed_since_sync
            """;

    private StockRows() {}

    static Place place(Row row) throws SQLException {
        return new Place(new Sku(row.text("sku")), new LocationCode(row.text("location")));
    }

    static StockLocation location(Row row) throws SQLException {
        return new StockLocation(
                new LocationCode(row.text("code")),
                StockLocation.Kind.valueOf(row.text("kind")),
                row.text("name"),
                row.flag("is_archived"));
    }

    /** A level whose columns are those of {@link #LEVEL}. */
    static StockLevel level(Row row) throws SQLException {
        var unit = Json.unit(row.text("unit"));
        return new StockLevel(
                place(row),
                new StockAmount(row.decimal("total_quantity"), unit),
                new StockAmount(row.decimal("reserved_quantity"), unit),
                new Replenishment(
                        new StockAmount(row.decimal("safety_stock"), unit),
                        new StockAmount(row.decimal("low_stock_threshold"), unit),
                        new StockAmount(row.decimal("reorder_point"), unit),
                        row.maybeDecimal("reorder_quantity").map(quantity -> new Quantity(quantity, unit)),
                        incoming(row, unit)),
                row.flag("changed_since_sync"));
    }

    /** What is on its way to a place. */
    static Optional<Incoming> incoming(Row row, Unit unit) throws SQLException {
        var quantity = row.maybeDecimal("incoming_quantity");
        return quantity.isEmpty()
                ? Optional.empty()
                : Optional.of(new Incoming(new Quantity(quantity.get(), unit), row.date("next_restock_date")));
    }

    /** A level as the receipt of a booking keeps it. */
    static StockLevel level(JsonNode level) {
        var unit = Json.unit(level.required("unit").textValue());
        var reorder = decimal(level, "reorder_quantity");
        var incoming = decimal(level, "incoming_quantity");
        return new StockLevel(
                new Place(
                        new Sku(level.required("sku").textValue()),
                        new LocationCode(level.required("location").textValue())),
                amount(level, "total_quantity", unit),
                amount(level, "reserved_quantity", unit),
                new Replenishment(
                        amount(level, "safety_stock", unit),
                        amount(level, "low_stock_threshold", unit),
                        amount(level, "reorder_point", unit),
                        reorder.map(quantity -> new Quantity(quantity, unit)),
                        incoming.map(quantity -> new Incoming(
                                new Quantity(quantity, unit),
                                LocalDate.parse(
                                        level.required("next_restock_date").textValue())))),
                level.required("changed_since_sync").booleanValue());
    }

    private static StockAmount amount(JsonNode level, String field, Unit unit) {
        return new StockAmount(level.required(field).decimalValue(), unit);
    }

    private static Optional<BigDecimal> decimal(JsonNode level, String field) {
        var value = level.required(field);
        return value.isNull() ? Optional.empty() : Optional.of(value.decimalValue());
    }
}

package app.cerniq.adapters.postgres;

import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Drift;
import app.cerniq.domain.stock.Movement;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.ReservationId;
import app.cerniq.domain.stock.StockAlert;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockDifference;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.stock.Booked;
import app.cerniq.ports.stock.Booking;
import app.cerniq.ports.stock.Inventory;
import io.vavr.control.Either;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The warehouse's book in PostgreSQL. */
final class PostgresInventory implements Inventory {

    private static final String MOVEMENTS = """
            select
                m.sku, m.location, i.unit, m.movement_number, m.movement_type, m.on_hand_change, m.reserved_change,
                m.on_hand_after, m.reserved_after, m.reservation_id, m.reason, m.actor_type, m.actor_id, m.actor_label,
                m.moved_at
            from ${schema}.stock_movements m
            join ${schema}.stock_inventory i
                on i.tenant_id = m.tenant_id and i.sku = m.sku and i.location = m.location
            where m.tenant_id = :tenant
                and m.sku = :sku
                and m.location = :location
                and m.movement_number > :after
            order by m.movement_number
            limit :limit
            """;

    private static final String ALERTS = """
            select a.sku, a.location, i.unit, a.movement_number, a.available, a.threshold, a.raised_at
            from ${schema}.stock_alerts a
            join ${schema}.stock_inventory i
                on i.tenant_id = a.tenant_id and i.sku = a.sku and i.location = a.location
            where a.tenant_id = :tenant and a.raised_at >= :from
            order by a.raised_at, a.sku collate "C", a.location, a.movement_number
            limit :limit
            """;

    private final Database database;
    private final PostgresBooking booking;
    private final String movements;
    private final String alerts;
    private final String drifts;
    private final String repair;

    PostgresInventory(Database database, PostgresStockLevels levels, PostgresLocations locations) {
        var sql = database.sql();
        this.database = database;
        this.booking = new PostgresBooking(database, levels, locations);
        this.movements = sql.text(MOVEMENTS);
        this.alerts = sql.text(ALERTS);
        this.drifts = sql.file("drifts");
        this.repair = Sql.SET_TENANT
                + sql.file("repair")
                        .replace("${move_goods}", sql.file("move-goods").replace("${moves}", "select * from repairs"))
                        .replace("${drifts}", drifts.replace(":tenant", "?"));
    }

    @Override
    public Either<StockRefusal, Booked> book(Booking wanted) {
        return booking.book(wanted);
    }

    @Override
    public Either<StockRefusal, StockLevel> replenish(
            TenantId tenant, Place place, Replenishment replenishment, ActorRef by, Instant at) {
        return booking.replenish(tenant, place, replenishment, by, at);
    }

    @Override
    public List<Movement> movements(TenantId tenant, Place place, long after, int limit) {
        return database.query(
                "read the ledger of " + place,
                tenant,
                movements,
                query -> query.bind("tenant", tenant.value())
                        .bind("sku", place.sku().value())
                        .bind("location", place.location().value())
                        .bind("after", after)
                        .bind("limit", limit),
                PostgresInventory::movement);
    }

    private static Movement movement(Row row) throws SQLException {
        var unit = Json.unit(row.text("unit"));
        return new Movement(
                StockRows.place(row),
                row.number("movement_number"),
                MovementType.valueOf(row.text("movement_type")),
                new StockDifference(row.decimal("on_hand_change"), unit),
                new StockDifference(row.decimal("reserved_change"), unit),
                new StockAmount(row.decimal("on_hand_after"), unit),
                new StockAmount(row.decimal("reserved_after"), unit),
                row.maybeUuid("reservation_id").map(ReservationId::new),
                row.text("reason"),
                new ActorRef(ActorKind.fromWord(row.text("actor_type")), row.uuid("actor_id"), row.text("actor_label")),
                row.instant("moved_at"));
    }

    @Override
    public List<StockAlert> alerts(TenantId tenant, Instant from, int limit) {
        return database.query(
                "read the stock alerts of tenant " + tenant,
                tenant,
                alerts,
                query -> query.bind("tenant", tenant.value())
                        .bind("from", Micros.of(from).atOffset(ZoneOffset.UTC))
                        .bind("limit", limit),
                PostgresInventory::alert);
    }

    private static StockAlert alert(Row row) throws SQLException {
        var unit = Json.unit(row.text("unit"));
        return new StockAlert(
                StockRows.place(row),
                row.number("movement_number"),
                new StockAmount(row.decimal("available"), unit),
                new StockAmount(row.decimal("threshold"), unit),
                row.instant("raised_at"));
    }

    @Override
    public List<Drift> drifts(TenantId tenant) {
        return database
                .query(
                        "compare the counters of tenant " + tenant,
                        tenant,
                        drifts,
                        query -> query.bind("tenant", tenant.value()),
                        PostgresInventory::driftsAt)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Drift> driftsAt(Row row) throws SQLException {
        var place = StockRows.place(row);
        var unit = Json.unit(row.text("unit"));
        var onHand = new StockAmount(row.decimal("total_quantity"), unit);
        var reserved = new StockAmount(row.decimal("reserved_quantity"), unit);
        return List.of(
                        new Drift(place, Drift.Counter.ON_HAND, onHand, amount(row, "on_hand_moved", unit)),
                        new Drift(place, Drift.Counter.RESERVED_LEDGER, reserved, amount(row, "reserved_moved", unit)),
                        new Drift(place, Drift.Counter.RESERVED, reserved, amount(row, "held", unit)))
                .stream()
                .filter(drift -> !drift.counted().equals(drift.derived()))
                .toList();
    }

    private static StockAmount amount(Row row, String column, Unit unit) throws SQLException {
        return new StockAmount(row.decimal(column), unit);
    }

    @Override
    public List<Drift> repair(TenantId tenant, ActorRef by, Instant at) {
        var id = tenant.value();
        return database.run("repair the counters of tenant " + tenant, connection -> {
            var isJoining = !connection.getAutoCommit();
            try (var statement = connection.prepareStatement(isJoining ? Joining.around(repair) : repair)) {
                var slots = new Slots(statement).text(tenant.toString()).uuid(id);
                slots.uuid(id).uuid(id).uuid(id); // to lock
                slots.uuid(id).uuid(id).uuid(id); // to tell
                slots.instant(at).uuid(id).uuid(id).uuid(id).uuid(id);
                slots.uuid(id).actor(by).instant(at);
                slots.uuid(id).uuid(id).uuid(id).uuid(id);
                statement.execute();
                for (var before = 0; before < (isJoining ? 3 : 2); before++) {
                    statement.getMoreResults();
                }
                try (var result = statement.getResultSet()) {
                    return found(result);
                }
            } catch (SQLException failed) {
                Joining.takeBack(connection, failed);
                throw failed;
            }
        });
    }

    private static List<Drift> found(ResultSet result) throws SQLException {
        var found = new ArrayList<Drift>();
        while (result.next()) {
            found.addAll(driftsAt(new Row(result)));
        }
        return List.copyOf(found);
    }
}

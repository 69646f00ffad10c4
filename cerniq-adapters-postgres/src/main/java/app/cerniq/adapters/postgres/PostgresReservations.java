package app.cerniq.adapters.postgres;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.Reservation.Status;
import app.cerniq.domain.stock.ReservationId;
import app.cerniq.ports.stock.Reservations;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reservations in PostgreSQL. */
final class PostgresReservations implements Reservations {

    private static final String COLUMNS = """
            select
                r.tenant_id, r.negotiation_id, r.id, r.sku, r.location, r.quantity, i.unit, r.status, r.reserved_at,
                r.expires_at, r.cancelled_reason
            from ${schema}.stock_reservations r
            join ${schema}.stock_inventory i
                on i.tenant_id = r.tenant_id and i.sku = r.sku and i.location = r.location
            """;

    private static final String OF = COLUMNS + """
            where r.tenant_id = :tenant and r.negotiation_id = :negotiation
            order by r.reserved_at, r.sku collate "C", r.location, r.id
            """;

    private static final String HOLDING = COLUMNS + """
            where r.tenant_id = :tenant
                and r.sku = :sku
                and r.location = :location
                and r.status = 'ACTIVE'
                and r.expires_at > :at
            order by r.reserved_at desc, r.id desc
            limit :limit
            """;

    private final Database database;
    private final String of;
    private final String holding;
    private final String sweep;

    PostgresReservations(Database database) {
        var sql = database.sql();
        this.database = database;
        this.of = sql.text(OF);
        this.holding = sql.text(HOLDING);
        this.sweep = Sql.SET_TENANT
                + sql.file("sweep")
                        .replace(
                                "${move_goods}", sql.file("move-goods").replace("${moves}", "select * from due_moves"));
    }

    @Override
    public List<Entry> of(NegotiationId negotiation) {
        return database.query(
                "read the reservations of negotiation " + negotiation,
                negotiation.tenant(),
                of,
                query -> query.bind("tenant", negotiation.tenant().value()).bind("negotiation", negotiation.value()),
                PostgresReservations::entry);
    }

    @Override
    public List<Entry> holding(TenantId tenant, Place place, Instant at, int limit) {
        return database.query(
                "read what is held of " + place,
                tenant,
                holding,
                query -> query.bind("tenant", tenant.value())
                        .bind("sku", place.sku().value())
                        .bind("location", place.location().value())
                        .bind("at", Micros.of(at).atOffset(ZoneOffset.UTC))
                        .bind("limit", limit),
                PostgresReservations::entry);
    }

    private static Entry entry(Row row) throws SQLException {
        var status = Status.valueOf(row.text("status"));
        return new Entry(
                new NegotiationId(new TenantId(row.uuid("tenant_id")), row.uuid("negotiation_id")),
                new Reservation(
                        new ReservationId(row.uuid("id")),
                        StockRows.place(row),
                        new Quantity(row.decimal("quantity"), Json.unit(row.text("unit")))),
                status,
                row.instant("reserved_at"),
                row.instant("expires_at"),
                status == Status.EXPIRED
                        ? Optional.of(ReleaseReason.EXPIRED)
                        : row.maybeText("cancelled_reason").map(ReleaseReason::valueOf));
    }

    @Override
    public int releaseExpired(TenantId tenant, ActorRef by, Instant at, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A batch is 1 to " + MOST + " reservations, not " + limit + ".");
        }
        return database.run("sweep the reservations of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(sweep)) {
                var id = tenant.value();
                new Slots(statement)
                        .text(tenant.toString())
                        .uuid(id)
                        .actor(by)
                        .instant(at)
                        .uuid(id)
                        .instant(at)
                        .number(limit)
                        .uuid(id)
                        .instant(at)
                        .instant(at)
                        .uuid(id);
                statement.execute();
                statement.getMoreResults();
                try (var result = statement.getResultSet()) {
                    result.next();
                    return result.getInt(1);
                }
            }
        });
    }

    private static final int MOST = 10_000;
}

package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.Replenishment.Incoming;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.ports.stock.Booked;
import app.cerniq.ports.stock.Booking;
import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.control.Either;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Books in one round trip: new places are opened, then all places are locked in their order, what is due there ends, and
 * the counters move with their ledger. What was refused is looked into afterwards.
 */
final class PostgresBooking {

    /** So often something is tried again that was refused and that by now nothing speaks against. */
    private static final int ATTEMPTS = 5;

    private static final Set<String> REFUSALS = Set.of(
            "a key has one effect per tenant",
            "goods lie only where it is open",
            "no more is carried away than can be promised",
            "no more is reserved than there is",
            "stock is not negative",
            "what is booked can be booked");

    private static final String KNOWN = """
            select t.id, k.fingerprint, k.receipt
            from ${schema}.tenants t
            left join ${schema}.idempotency_keys k
                on k.tenant_id = t.id and k.about = 'booking' and k.key = :key
            where t.id = :tenant
            """;

    private final Database database;
    private final PostgresStockLevels levels;
    private final PostgresLocations locations;
    private final String book;
    private final String replenish;
    private final String known;

    PostgresBooking(Database database, PostgresStockLevels levels, PostgresLocations locations) {
        var sql = database.sql();
        this.database = database;
        this.levels = levels;
        this.locations = locations;
        var open = Sql.SET_TENANT + sql.file("open-places") + ";\n";
        var due = sql.file("end-due");
        var move = sql.file("move-goods");
        this.book = open
                + sql.file("book")
                        .replace("${end_due}", due)
                        .replace(
                                "${move_goods}",
                                move.replace(
                                        "${moves}",
                                        "select * from due_moves\n    union all\n    select * from booked_moves"));
        this.replenish = open
                + sql.file("tidy-place")
                        .replace("${end_due}", due)
                        .replace("${move_goods}", move.replace("${moves}", "select * from due_moves"))
                + ";\n"
                + sql.file("replenish");
        this.known = sql.text(KNOWN);
    }

    Either<StockRefusal, Booked> book(Booking booking) {
        var steps = booking.entries().stream()
                .flatMap(entry -> Step.of(entry).stream())
                .toList();
        var twice = firstNamedTwice(steps);
        return untilDecided(
                "book in the warehouse of tenant " + booking.tenant(),
                connection -> twice.isPresent() ? Optional.empty() : Optional.of(book(connection, booking, steps)),
                () -> whyNotBooked(booking, twice));
    }

    private static Optional<Place> firstNamedTwice(List<Step> steps) {
        var seen = new HashSet<Place>();
        return steps.stream().map(Step::place).filter(place -> !seen.add(place)).findFirst();
    }

    private Booked book(Connection connection, Booking booking, List<Step> steps) throws SQLException {
        var tenant = booking.tenant().value();
        var isJoining = !connection.getAutoCommit();
        try (var statement = connection.prepareStatement(isJoining ? Joining.around(book) : book)) {
            var slots = new Slots(statement).text(booking.tenant().toString());
            places(slots, steps).uuid(tenant);
            slots.uuid(tenant).actor(booking.by()).instant(booking.at());
            places(slots, steps)
                    .texts(each(steps, step -> step.type().name()))
                    .flags(each(steps, Step::isCount))
                    .decimals(each(steps, Step::signed));
            slots.uuid(tenant);
            due(slots, booking.tenant(), booking.at());
            slots.text(booking.reason())
                    .uuid(tenant)
                    .text(booking.key().value())
                    .text(booking.fingerprint().hex())
                    .uuid(tenant)
                    .uuid(tenant);
            var row = lastRow(statement, isJoining ? 3 : 2)
                    .orElseThrow(() -> new IllegalStateException("A booking answers with its levels."));
            return booked(row.tree("levels"));
        }
    }

    private static Booked booked(JsonNode levels) {
        var all = new ArrayList<StockLevel>();
        levels.forEach(level -> all.add(StockRows.level(level)));
        return new Booked(all);
    }

    private Optional<Either<StockRefusal, Booked>> whyNotBooked(Booking booking, Optional<Place> twice) {
        record Known(Optional<String> fingerprint, Optional<JsonNode> receipt) {}
        var found = database.first(
                "read tenant " + booking.tenant(),
                booking.tenant(),
                known,
                query -> query.bind("tenant", booking.tenant().value())
                        .bind("key", booking.key().value()),
                row -> new Known(row.maybeText("fingerprint"), row.maybeTree("receipt")));
        if (found.isEmpty()) {
            return Optional.of(left(new StockRefusal.UnknownTenant(booking.tenant())));
        }
        if (found.get().fingerprint().isPresent()) {
            return Optional.of(
                    found.get().fingerprint().get().equals(booking.fingerprint().hex())
                            ? right(booked(found.get().receipt().orElseThrow()))
                            : left(new StockRefusal.IdempotencyKeyReused(
                                    booking.key().value())));
        }
        if (twice.isPresent()) {
            return Optional.of(left(new StockRefusal.PlaceTwice(twice.get())));
        }
        var skus = booking.entries().stream()
                .flatMap(entry -> Step.of(entry).stream())
                .map(step -> step.place().sku())
                .distinct()
                .toList();
        return facts(booking.tenant(), skus, booking.at()).refusalOf(booking).map(Either::left);
    }

    Either<StockRefusal, StockLevel> replenish(
            TenantId tenant, Place place, Replenishment replenishment, ActorRef by, Instant at) {
        return untilDecided(
                "replenish " + place,
                connection -> replenish(connection, tenant, place, replenishment, by, at),
                () -> isKnown(tenant)
                        ? facts(tenant, List.of(place.sku()), at)
                                .refusalOf(place, replenishment)
                                .map(Either::left)
                        : Optional.of(left(new StockRefusal.UnknownTenant(tenant))));
    }

    private Optional<StockLevel> replenish(
            Connection connection, TenantId tenant, Place place, Replenishment replenishment, ActorRef by, Instant at)
            throws SQLException {
        var id = tenant.value();
        var unit = replenishment.safetyStock().unit().symbol();
        var isJoining = !connection.getAutoCommit();
        try (var statement = connection.prepareStatement(isJoining ? Joining.around(replenish) : replenish)) {
            var slots = new Slots(statement)
                    .text(tenant.toString())
                    .texts(List.of(place.sku().value()))
                    .texts(List.of(place.location().value()))
                    .texts(List.of(unit))
                    .uuid(id);
            slots.uuid(id).actor(by).instant(at);
            place(slots.uuid(id), place).text(unit);
            due(slots, tenant, at);
            slots.uuid(id);
            slots.decimal(replenishment.safetyStock().value())
                    .decimal(replenishment.lowThreshold().value())
                    .decimal(replenishment.reorderPoint().value())
                    .decimal(replenishment.reorderQuantity().map(Quantity::value))
                    .decimal(replenishment
                            .incoming()
                            .map(coming -> coming.quantity().value()))
                    .date(replenishment.incoming().map(Incoming::on))
                    .instant(at);
            place(slots.uuid(id), place).text(unit);
            var row = lastRow(statement, isJoining ? 4 : 3);
            return row.isPresent() ? Optional.of(StockRows.level(row.get())) : Optional.empty();
        }
    }

    private static Slots place(Slots slots, Place place) throws SQLException {
        return slots.text(place.sku().value()).text(place.location().value());
    }

    private static Slots places(Slots slots, List<Step> steps) throws SQLException {
        return slots.texts(each(steps, step -> step.place().sku().value()))
                .texts(each(steps, step -> step.place().location().value()))
                .texts(each(steps, step -> step.amount().unit().symbol()));
    }

    private static void due(Slots slots, TenantId tenant, Instant at) throws SQLException {
        slots.uuid(tenant.value()).instant(at).uuids(List.of()).instant(at).instant(at);
    }

    private static <T> List<T> each(List<Step> steps, Function<Step, T> what) {
        return steps.stream().map(what).toList();
    }

    /** The row of the last result that matters; a release of a savepoint may follow. */
    private static Optional<Row> lastRow(PreparedStatement statement, int resultsBefore) throws SQLException {
        statement.execute();
        for (var before = 0; before < resultsBefore; before++) {
            statement.getMoreResults();
        }
        var result = statement.getResultSet();
        return result.next() ? Optional.of(new Row(result)) : Optional.empty();
    }

    private boolean isKnown(TenantId tenant) {
        return database.first(
                        "read tenant " + tenant,
                        tenant,
                        known,
                        query -> query.bind("tenant", tenant.value()).bind("key", ""),
                        row -> row.uuid("id"))
                .isPresent();
    }

    private StockFacts facts(TenantId tenant, List<Sku> skus, Instant at) {
        return new StockFacts(levels.positions(tenant, skus, at), PostgresLocations.openCodes(locations.all(tenant)));
    }

    /** What somebody does on a connection; empty where nothing came of it. */
    private interface Trying<T> {
        Optional<T> on(Connection connection) throws SQLException;
    }

    private <T> Either<StockRefusal, T> untilDecided(
            String what, Trying<T> trying, Supplier<Optional<Either<StockRefusal, T>>> whyNot) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var done = database.run(what, connection -> unlessRefused(connection, trying));
            if (done.isPresent()) {
                return right(done.get());
            }
            var answer = whyNot.get();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new StorageUnavailable("Cannot " + what + ": others changed the same places " + ATTEMPTS
                + " times in between. Nothing was written; try again.");
    }

    private static <T> Optional<T> unlessRefused(Connection connection, Trying<T> trying) throws SQLException {
        try {
            return trying.on(connection);
        } catch (SQLException failed) {
            Joining.takeBack(connection, failed);
            if (REFUSALS.contains(Faults.constraint(failed))) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}

package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationRefusal.AutomationParked;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.Replenishment.Incoming;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.Shortage;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.negotiation.Remembered;
import io.vavr.control.Either;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Why a commit was not stored, found out afterwards: what was in the way then, in the words of the domain. */
final class CommitDiagnosis {

    private static final String LEAD_IS_BUSY = "a lead has one active negotiation";
    private static final String IS_PARKED = "no agent acts while automation is parked";
    private static final String HOLD_IS_LOST = "what is held on is still held";
    private static final Set<String> TOO_LITTLE = Set.of(
            "no more is reserved than there is",
            "no more is sold than can be promised",
            "stock is not negative",
            "a reservation is of goods at a place",
            // Somebody archived the location to which goods were coming back: the next attempt sees it, and opens it.
            "goods lie only where it is open");

    private final String diagnose;
    private final String shortages;

    CommitDiagnosis(Sql sql) {
        this.diagnose = Sql.SET_TENANT + sql.file("diagnose");
        this.shortages = Sql.SET_TENANT + sql.file("shortages");
    }

    /** What a key was used for, as it stands in the columns {@code fingerprint} and {@code receipt}. */
    static Optional<Remembered> remembered(Row row) throws SQLException {
        var fingerprint = row.maybeText("fingerprint");
        return fingerprint.isEmpty()
                ? Optional.empty()
                : Optional.of(new Remembered(
                        new ContentHash(fingerprint.get()), Json.read(row.text("receipt"), Receipt.class)));
    }

    /** What an agent is told while automation stands still, as it stands in the columns of its park. */
    static Optional<AutomationParked> parked(Row row) throws SQLException {
        var since = row.maybeInstant("park_since");
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(new AutomationParked(since.get(), row.text("park_reason")));
    }

    /** The answer to a commit that stored nothing and did not fail: its version did not stand. */
    Either<NegotiationRefusal, Receipt> ofNothing(Connection connection, Written written) throws SQLException {
        return found(connection, written)
                .answer()
                .orElseThrow(() -> new IllegalStateException(
                        "Version " + (written.change().version() - 1) + " stands, but could not be changed."));
    }

    /**
     * The answer to a commit that failed; empty where there was too little of something and meanwhile there is enough,
     * so that it may be tried again.
     *
     * @throws SQLException the failure itself, where it is none of the domain's
     */
    Optional<Either<NegotiationRefusal, Receipt>> ofFailure(Connection connection, Written written, SQLException failed)
            throws SQLException {
        var constraint = Faults.constraint(failed);
        var state = String.valueOf(failed.getSQLState());
        var isAboutGoods = constraint.equals(HOLD_IS_LOST) || TOO_LITTLE.contains(constraint);
        var isParked = constraint.equals(IS_PARKED);
        if (!isParked
                && !isAboutGoods
                && !state.equals(Faults.UNIQUE_VIOLATION)
                && !state.equals(Faults.FOREIGN_KEY_VIOLATION)) {
            throw failed;
        }
        var found = found(connection, written);
        if (found.answer().isPresent()) {
            return found.answer();
        }
        if (isParked) { // or was a moment ago: then it may be tried again
            return found.parked().map(Either::left);
        }
        if (constraint.equals(LEAD_IS_BUSY)) { // it was a moment ago
            return Optional.of(left(new NegotiationRefusal.LeadAlreadyInNegotiation(
                    written.deal().lead())));
        }
        if (constraint.equals(HOLD_IS_LOST)) {
            return Optional.of(left(new NegotiationRefusal.HoldLost(
                    found.heldUntil().orElse(written.change().at()))));
        }
        if (!isAboutGoods) {
            throw failed;
        }
        var missing = shortages(connection, written);
        return missing.isEmpty() ? Optional.empty() : Optional.of(left(new NegotiationRefusal.NotEnoughStock(missing)));
    }

    private record Found(
            Optional<Either<NegotiationRefusal, Receipt>> answer,
            Optional<Instant> heldUntil,
            Optional<AutomationParked> parked) {}

    private Found found(Connection connection, Written written) throws SQLException {
        var deal = written.deal();
        try (var statement = connection.prepareStatement(diagnose)) {
            new Slots(statement)
                    .text(deal.id().tenant().toString())
                    .uuid(deal.id().tenant().value())
                    .uuid(deal.id().value())
                    .uuid(deal.lead().value())
                    .text(written.commit().key().value());
            statement.execute();
            statement.getMoreResults();
            try (var result = statement.getResultSet()) {
                result.next();
                var row = new Row(result);
                return new Found(answer(row, written), row.maybeInstant("held_until"), parked(row));
            }
        }
    }

    /** In the order in which a caller wants to know; empty where nothing is in the way. */
    private static Optional<Either<NegotiationRefusal, Receipt>> answer(Row row, Written written) throws SQLException {
        var commit = written.commit();
        if (!row.flag("has_tenant")) {
            return Optional.of(left(
                    new NegotiationRefusal.UnknownTenant(written.deal().id().tenant())));
        }
        var before = remembered(row);
        if (before.isPresent()) {
            return Optional.of(
                    before.get().fingerprint().equals(commit.fingerprint())
                            ? right(before.get().receipt())
                            : left(new NegotiationRefusal.IdempotencyKeyReused(
                                    commit.key().value())));
        }
        var expected = written.change().version() - 1;
        if (row.number("version") != expected) {
            return Optional.of(left(new NegotiationRefusal.StaleVersion(expected, row.number("version"))));
        }
        return row.flag("has_busy_lead") && written.deal().state().isActive()
                ? Optional.of(left(new NegotiationRefusal.LeadAlreadyInNegotiation(
                        written.deal().lead())))
                : Optional.empty();
    }

    /** What is missing at each place that goods were to be taken from. */
    private List<Shortage> shortages(Connection connection, Written written) throws SQLException {
        var id = written.deal().id();
        var goods = written.goods().orElseThrow();
        var begun = goods.begunReservations();
        try (var statement = connection.prepareStatement(shortages)) {
            new Slots(statement)
                    .text(id.tenant().toString())
                    .uuid(id.tenant().value())
                    .instant(written.change().at())
                    .uuid(id.value())
                    .uuids(GoodsMoved.uuids(goods.endedIds()))
                    .texts(each(begun, reservation -> reservation.sku().value()))
                    .texts(each(
                            begun, reservation -> reservation.place().location().value()))
                    .texts(each(
                            begun, reservation -> reservation.quantity().unit().symbol()))
                    .decimals(each(begun, reservation -> reservation.quantity().value()))
                    .uuid(id.tenant().value());
            statement.execute();
            statement.getMoreResults();
            var missing = new ArrayList<Shortage>();
            try (var result = statement.getResultSet()) {
                while (result.next()) {
                    missing.add(shortage(new Row(result)));
                }
            }
            return missing;
        }
    }

    private static Shortage shortage(Row row) throws SQLException {
        var unit = Json.unit(row.text("unit"));
        var incoming = row.maybeDecimal("incoming_quantity");
        return new Shortage(
                new Sku(row.text("sku")),
                new Quantity(row.decimal("wanted"), unit),
                new StockAmount(row.decimal("available"), unit),
                incoming.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Incoming(new Quantity(incoming.get(), unit), row.date("next_restock_date"))),
                List.of());
    }

    private static <T> List<T> each(List<Reservation> reservations, Function<Reservation, T> what) {
        return reservations.stream().map(what).toList();
    }
}

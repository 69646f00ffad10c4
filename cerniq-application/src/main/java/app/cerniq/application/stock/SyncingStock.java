package app.cerniq.application.stock;

import app.cerniq.application.shared.Fingerprint;
import app.cerniq.application.stock.SyncReport.Line;
import app.cerniq.application.stock.SyncReport.Outcome;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.stock.Booked;
import app.cerniq.ports.stock.Booking;
import app.cerniq.ports.stock.Booking.Counted;
import app.cerniq.ports.stock.Booking.Entry;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Taking over what another system counted: every row is looked at first, then all good ones are booked at once. */
final class SyncingStock {

    private final Storage storage;
    private final DisplacingHolds displacing;

    SyncingStock(Storage storage, DisplacingHolds displacing) {
        this.storage = storage;
        this.displacing = displacing;
    }

    SyncReport sync(TenantId tenant, Actor actor, IdempotencyKey key, SyncOrder order, Instant at) {
        var lines = looked(tenant, order, at);
        var isStopped = !order.skipsBad()
                && lines.stream().anyMatch(line -> line.refusal().isPresent());
        if (order.isDryRun() || isStopped) {
            return new SyncReport(false, lines);
        }
        var booking = booking(tenant, actor, key, order, lines, at);
        if (booking.entries().isEmpty()) {
            return new SyncReport(false, lines);
        }
        var booked = storage.inventory().book(booking);
        var giving = lines.stream().filter(line -> !line.displaced().isEmpty()).toList();
        if (giving.isEmpty() || booked.isRight() || !(booked.getLeft() instanceof StockRefusal.BelowReserved)) {
            return report(booked, lines.stream().map(Line::displacingNobody).toList());
        }
        // Only where the booking is refused for them: a repeat of a finished import takes nobody's hold back.
        giving.forEach(line -> displacing.displace(actor, key, line.displaced(), line.place()));
        return report(storage.inventory().book(booking), lines);
    }

    private static SyncReport report(Either<StockRefusal, Booked> booked, List<Line> lines) {
        return booked.fold(
                refusal -> new SyncReport(false, refused(lines, refusal)), done -> new SyncReport(true, lines));
    }

    /** A figure that stays against what the other system says is not booked, so that it stays the next time too. */
    private static Booking booking(
            TenantId tenant, Actor actor, IdempotencyKey key, SyncOrder order, List<Line> lines, Instant at) {
        var entries = lines.stream()
                .filter(line -> line.outcome() == Outcome.TAKEN_OVER || line.outcome() == Outcome.UNCHANGED)
                .map(line -> (Entry) new Counted(line.place(), line.after().orElseThrow(), true))
                .toList();
        var by = ActorRef.of(actor);
        return new Booking(tenant, entries, "import", by, at, key, Fingerprint.of(tenant, by, order));
    }

    /** Somebody changed something between the look and the booking: nothing was booked, and this is why. */
    private static List<Line> refused(List<Line> lines, StockRefusal refusal) {
        return lines.stream()
                .map(line -> line.refusal().isPresent() ? line : refused(line, refusal))
                .toList();
    }

    private static Line refused(Line line, StockRefusal refusal) {
        return new Line(line.row(), Outcome.REFUSED, line.before(), Optional.empty(), List.of(), Optional.of(refusal));
    }

    private List<Line> looked(TenantId tenant, SyncOrder order, Instant at) {
        var skus =
                order.rows().stream().map(row -> row.place().sku()).distinct().toList();
        var positions = storage.stockLevels().positions(tenant, skus, at);
        var open = storage.locations().all(tenant).stream()
                .filter(location -> !location.isArchived())
                .map(StockLocation::code)
                .toList();
        var seen = new HashSet<Place>();
        var lines = new ArrayList<Line>();
        for (var row : order.rows()) {
            var refusal = unfit(row, positions, open)
                    .or(() -> seen.add(row.place())
                            ? Optional.empty()
                            : Optional.of(new StockRefusal.PlaceTwice(row.place())));
            lines.add(refusal.map(no -> line(row, Outcome.REFUSED, Optional.empty(), Optional.empty(), no))
                    .orElseGet(() -> looked(tenant, order, row, level(row, positions), at)));
        }
        return lines;
    }

    private static Optional<StockRefusal> unfit(
            SyncOrder.Row row, Map<Sku, StockPosition> positions, List<LocationCode> open) {
        var place = row.place();
        var position = positions.get(place.sku());
        if (position == null) {
            return Optional.of(new StockRefusal.UnknownSku(place.sku()));
        }
        if (!position.isKept()) {
            return Optional.of(new StockRefusal.NotKept(place.sku()));
        }
        if (position.unit() != row.onHand().unit()) {
            return Optional.of(new StockRefusal.WrongUnit(
                    place.sku(), row.onHand().toString(), position.unit().symbol()));
        }
        return open.contains(place.location())
                ? Optional.empty()
                : Optional.of(new StockRefusal.UnknownLocation(place.location(), open));
    }

    private static Optional<StockLevel> level(SyncOrder.Row row, Map<Sku, StockPosition> positions) {
        return Optional.ofNullable(positions.get(row.place().sku())).stream()
                .flatMap(position -> position.levels().stream())
                .filter(level -> level.place().equals(row.place()))
                .findFirst();
    }

    private Line looked(TenantId tenant, SyncOrder order, SyncOrder.Row row, Optional<StockLevel> level, Instant at) {
        var before = level.map(StockLevel::onHand);
        var isConflict = level.map(
                        there -> there.isChangedSinceSync() && !there.onHand().equals(row.onHand()))
                .orElse(false);
        var after = isConflict ? order.conflicts().resolve(before.orElseThrow(), row.onHand()) : row.onHand();
        if (before.filter(after::equals).isPresent()) {
            return line(row, isConflict ? Outcome.KEPT : Outcome.UNCHANGED, before, Optional.of(after));
        }
        return level.filter(there -> promisable(there, after).isBelow(there.reserved()))
                .map(there -> tooLow(tenant, order, row, there, after, at))
                .orElseGet(() -> line(row, Outcome.TAKEN_OVER, before, Optional.of(after)));
    }

    private Line tooLow(
            TenantId tenant, SyncOrder order, SyncOrder.Row row, StockLevel level, StockAmount after, Instant at) {
        if (!order.displaces()) {
            var refusal = new StockRefusal.BelowReserved(
                    level.place(),
                    after,
                    level.reserved(),
                    level.replenishment().safetyStock());
            return line(row, Outcome.REFUSED, Optional.of(level.onHand()), Optional.empty(), refusal);
        }
        List<NegotiationId> displaced = displacing.newest(tenant, level, promisable(level, after), at);
        return new Line(
                row, Outcome.TAKEN_OVER, Optional.of(level.onHand()), Optional.of(after), displaced, Optional.empty());
    }

    private static StockAmount promisable(StockLevel level, StockAmount onHand) {
        return onHand.lessAtMost(level.replenishment().safetyStock());
    }

    private static Line line(
            SyncOrder.Row row, Outcome outcome, Optional<StockAmount> before, Optional<StockAmount> after) {
        return new Line(row, outcome, before, after, List.of(), Optional.empty());
    }

    private static Line line(
            SyncOrder.Row row,
            Outcome outcome,
            Optional<StockAmount> before,
            Optional<StockAmount> after,
            StockRefusal refusal) {
        return new Line(row, outcome, before, after, List.of(), Optional.of(refusal));
    }
}

package app.cerniq.testkit.memory;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.StockAlert;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.stock.Reservations;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the store itself notices and tells: goods that ran low, holds whose time was up. */
final class StockNotes {

    private static final Metadata FROM_STOCK = new Metadata("stock", "1", Metadata.Priority.NORMAL);

    private final TenantId tenant;
    private final InMemoryOutbox outbox;

    StockNotes(TenantId tenant, InMemoryOutbox outbox) {
        this.tenant = tenant;
        this.outbox = outbox;
    }

    void low(StockAlert alert) {
        var place = alert.place();
        var json = """
                {"sku":"%s","location":"%s","movement":%d,"available":%s,"threshold":%s,"severity":"%s"}""".formatted(
                        place.sku(),
                        place.location(),
                        alert.movement(),
                        amount(alert.available()),
                        amount(alert.threshold()),
                        alert.severity());
        var id = id(alert.at(), "stock.low.alert/" + place.sku() + "/" + place.location() + "/" + alert.movement());
        outbox.tell(alert.movement(), List.of(message("stock.low.alert", id, Subject.of(place), id, alert.at(), json)));
    }

    void expired(Reservations.Entry entry, Instant at) {
        var deal = entry.negotiation();
        var json = """
                {"negotiationId":"%s","reservation":%s,"expiredAt":"%s"}""".formatted(deal, reserved(entry.reservation()), entry.expiresAt());
        var id = id(at, "reservation.expired/" + entry.reservation().id());
        outbox.append(
                tenant, List.of(message("reservation.expired", id, Subject.of(deal), correlation(deal), at, json)));
    }

    private static UUID correlation(NegotiationId deal) {
        return deal.value();
    }

    private OutboxMessage message(String type, UUID id, Subject subject, UUID correlation, Instant at, String payload) {
        return new OutboxMessage(
                tenant,
                id,
                type,
                1,
                subject,
                correlation,
                Optional.empty(),
                at,
                Optional.empty(),
                FROM_STOCK,
                Optional.empty(),
                payload);
    }

    private static String reserved(Reservation reservation) {
        return """
                {"reservationId":"%s","sku":"%s","location":"%s","quantity":%s}""".formatted(
                        reservation.id(),
                        reservation.sku(),
                        reservation.place().location(),
                        amount(
                                reservation.quantity().value(),
                                reservation.quantity().unit().symbol()));
    }

    private static String amount(StockAmount amount) {
        return amount(amount.value(), amount.unit().symbol());
    }

    private static String amount(BigDecimal value, String unit) {
        return "{\"value\":\"" + value.toPlainString() + "\",\"unit\":\"" + unit + "\"}";
    }

    /** As the database makes it: the time in front, and what it is about instead of chance, so that it is told once. */
    private UUID id(Instant at, String about) {
        var hash = UUID.nameUUIDFromBytes((tenant + "/" + about).getBytes(StandardCharsets.UTF_8));
        var high = at.toEpochMilli() << 16 | 0x7000L | (hash.getMostSignificantBits() & 0xFFFL);
        return new UUID(high, hash.getLeastSignificantBits());
    }
}

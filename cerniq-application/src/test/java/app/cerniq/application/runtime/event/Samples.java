package app.cerniq.application.runtime.event;

import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.runtime.event.Trace;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.shared.UserId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.ReservationId;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockDifference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An event of every type, with everything that may be there, or with nothing that may be missing. */
final class Samples {

    static final TenantId TENANT = TenantId.of("0193a0b0-0000-7000-8000-000000000001");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    private static final UUID ID = UUID.fromString("0193a0b0-0000-7000-8000-000000000002");

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(UUID.class, ID),
            Map.entry(String.class, "a \"text\" with ăâîșț"),
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 7),
            Map.entry(long.class, 7_000_000_000L),
            Map.entry(boolean.class, true),
            Map.entry(Instant.class, NOON),
            Map.entry(NegotiationId.class, new NegotiationId(TENANT, ID)),
            Map.entry(LeadId.class, new LeadId(ID)),
            Map.entry(UserId.class, new UserId(ID)),
            Map.entry(DiscountRequestId.class, new DiscountRequestId(ID)),
            Map.entry(PriceRuleId.class, new PriceRuleId(ID)),
            Map.entry(ReservationId.class, new ReservationId(ID)),
            Map.entry(Sku.class, new Sku("UREE-46")),
            Map.entry(OfferingCode.class, new OfferingCode("UREE")),
            Map.entry(PriceListCode.class, new PriceListCode("Lista 2026")),
            Map.entry(SalesChannelCode.class, SalesChannelCode.DIRECT),
            Map.entry(LocationCode.class, LocationCode.PRINCIPAL),
            Map.entry(Money.class, Money.ron("2400.50")),
            Map.entry(Percentage.class, Percentage.of("12.5")),
            Map.entry(Quantity.class, Quantity.of("12.5", Unit.TONNE)),
            Map.entry(StockAmount.class, StockAmount.none(Unit.PIECE)),
            Map.entry(StockDifference.class, new StockDifference(new BigDecimal("-2.5"), Unit.TONNE)),
            Map.entry(ContentHash.class, ContentHash.of(List.of("a"))),
            Map.entry(Cui.class, new Cui("18547290")));

    private Samples() {}

    static EventPayload full(EventType type) {
        return (EventPayload) made(type.payload(), true);
    }

    static EventPayload bare(EventType type) {
        return (EventPayload) made(type.payload(), false);
    }

    static Envelope envelope(EventPayload payload, boolean isFull) {
        var type = EventType.of(payload);
        return new Envelope(
                ID,
                type,
                type.version(),
                TENANT,
                ID,
                isFull ? Optional.of(ID) : Optional.empty(),
                NOON,
                isFull ? Optional.of(NOON) : Optional.empty(),
                new Subject(Subject.Kind.NEGOTIATION, ID.toString()),
                payload,
                new Metadata("tests", "1", Metadata.Priority.HIGH),
                isFull
                        ? Optional.of(
                                new Trace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", Optional.empty()))
                        : Optional.empty());
    }

    private static Object made(Class<?> form, boolean isFull) {
        var components = form.getRecordComponents();
        try {
            var constructor = form.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(component.getGenericType(), isFull))
                    .toArray());
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException broken) {
            throw new IllegalStateException(form.getName(), broken);
        }
    }

    private static Object value(Type type, boolean isFull) {
        if (type instanceof ParameterizedType generic) {
            var element = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return isFull ? Optional.of(value(element, true)) : Optional.empty();
            }
            return isFull ? List.of(value(element, true)) : List.of();
        }
        var form = (Class<?>) type;
        var known = VALUES.get(form);
        if (known != null) {
            return known;
        }
        return form.isEnum() ? form.getEnumConstants()[form.getEnumConstants().length - 1] : made(form, isFull);
    }
}

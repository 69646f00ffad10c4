package app.cerniq.application.runtime.event;

import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.shared.UserId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.ReservationId;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Our one-field values in JSON: plain text each. */
final class EventValues {

    /** Under which name a reader is told whose message it reads. */
    static final String TENANT = "tenant";

    /** How one kind of value is written and read. */
    record TextForm<T>(Class<T> kind, Function<T, String> write, BiFunction<String, TenantId, T> read, Shape shape) {}

    /** What others may rely on in a text. */
    enum Shape {
        PLAIN,
        UUID,
        INSTANT,
        DECIMAL
    }

    private static final Map<String, TextForm<?>> FORMS = new TreeMap<>();

    static {
        text(ActorKind.class, ActorKind::word, ActorKind::fromWord);
        text(ContentHash.class, ContentHash::hex, ContentHash::new);
        text(Cui.class, Cui::digits, Cui::new);
        text(LocationCode.class, LocationCode::value, LocationCode::new);
        text(OfferingCode.class, OfferingCode::value, OfferingCode::new);
        text(PriceListCode.class, PriceListCode::value, PriceListCode::new);
        text(SalesChannelCode.class, SalesChannelCode::value, SalesChannelCode::new);
        text(Sku.class, Sku::value, Sku::new);
        text(TransitionTrigger.class, TransitionTrigger::word, TransitionTrigger::fromWord);
        text(
                Unit.class,
                Unit::symbol,
                symbol ->
                        Unit.parse(symbol).getOrElseThrow(refusal -> new IllegalArgumentException(refusal.describe())));
        add(
                Percentage.class,
                share -> share.points().toPlainString(),
                (text, tenant) -> Percentage.of(text),
                Shape.DECIMAL);
        add(Instant.class, Instant::toString, (text, tenant) -> Instant.parse(text), Shape.INSTANT);
        uuid(DiscountRequestId.class, DiscountRequestId::value, DiscountRequestId::new);
        uuid(LeadId.class, LeadId::value, LeadId::new);
        uuid(PriceRuleId.class, PriceRuleId::value, PriceRuleId::new);
        uuid(ReservationId.class, ReservationId::value, ReservationId::new);
        uuid(UserId.class, UserId::value, UserId::new);
        add(
                NegotiationId.class,
                id -> id.value().toString(),
                (text, tenant) -> new NegotiationId(tenant, UUID.fromString(text)),
                Shape.UUID);
    }

    private EventValues() {}

    private static <T> void text(Class<T> kind, Function<T, String> write, Function<String, T> read) {
        add(kind, write, (text, tenant) -> read.apply(text), Shape.PLAIN);
    }

    private static <T> void uuid(Class<T> kind, Function<T, UUID> write, Function<UUID, T> read) {
        add(
                kind,
                value -> write.apply(value).toString(),
                (text, tenant) -> read.apply(UUID.fromString(text)),
                Shape.UUID);
    }

    private static <T> void add(
            Class<T> kind, Function<T, String> write, BiFunction<String, TenantId, T> read, Shape shape) {
        FORMS.put(kind.getName(), new TextForm<>(kind, write, read, shape));
    }

    /** All kinds of values that are written as text. */
    static Iterable<TextForm<?>> forms() {
        return FORMS.values();
    }

    static SimpleModule module() {
        var module = new SimpleModule("cerniq-events");
        FORMS.values().forEach(form -> register(module, form));
        return module;
    }

    private static <T> void register(SimpleModule module, TextForm<T> form) {
        module.addSerializer(form.kind(), new StdScalarSerializer<>(form.kind()) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(form.write().apply(value));
            }
        });
        module.addDeserializer(form.kind(), new StdScalarDeserializer<>(form.kind()) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return form.read().apply(in.getText(), (TenantId) context.getAttribute(TENANT));
            }
        });
    }
}

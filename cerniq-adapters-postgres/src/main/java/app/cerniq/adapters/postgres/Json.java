package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.JourneyId;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.PhoneId;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.Cnp;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.TradeRegisterNumber;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.shared.UserId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.ReservationId;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The form of our values in jsonb columns: one-field values are plain text, decimals are text so that nobody rounds them,
 * instants have microseconds like PostgreSQL's, and what is empty is left out. Stored for ever, so it only grows.
 */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(ours())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, null))
            .withConfigOverride(
                    BigDecimal.class, decimal -> decimal.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            // What was written before there were trails and discounts on a whole quote has none.
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addMixIn(QuoteVersion.class, DiscountedLater.class)
            // Questions such as Money.isZero() are no properties.
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .build();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass() + ".", unwritable);
        }
    }

    static <T> T read(String json, Class<T> form) {
        try {
            return MAPPER.readValue(json, form);
        } catch (JsonProcessingException unreadable) {
            throw unreadable(form.getName(), unreadable);
        }
    }

    static <T> T read(JsonNode json, TypeReference<T> form) {
        try {
            return MAPPER.readerFor(form).readValue(json);
        } catch (IOException unreadable) {
            throw unreadable(form.getType().getTypeName(), unreadable);
        }
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw unreadable("JSON", unreadable);
        }
    }

    static JsonMapper mapper() {
        return MAPPER;
    }

    private static IllegalStateException unreadable(String form, IOException cause) {
        // Not as a cause: Jackson repeats the value that it could not read.
        var where = cause instanceof JsonMappingException mapping ? " at " + mapping.getPathReference() : "";
        return new IllegalStateException(
                "What was stored as " + form + " cannot be read" + where + ": another version wrote it.");
    }

    private static SimpleModule ours() {
        var module = new SimpleModule("cerniq");
        text(module, ActorKind.class, ActorKind::word, ActorKind::fromWord);
        text(module, Cnp.class, Cnp::digits, Cnp::new);
        text(module, ContentHash.class, ContentHash::hex, ContentHash::new);
        text(module, Cui.class, Cui::digits, Cui::new);
        text(module, CustomerTier.class, CustomerTier::code, CustomerTier::new);
        module.addKeyDeserializer(CustomerTier.class, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String code, DeserializationContext context) {
                return new CustomerTier(code);
            }
        });
        text(module, PackVersion.class, PackVersion::value, PackVersion::new);
        text(module, Percentage.class, percentage -> percentage.points().toPlainString(), Percentage::of);
        text(module, RuleName.class, RuleName::value, RuleName::new);
        text(module, LocationCode.class, LocationCode::value, LocationCode::new);
        text(module, SalesChannelCode.class, SalesChannelCode::value, SalesChannelCode::new);
        text(module, Sku.class, Sku::value, Sku::new);
        text(module, TradeRegisterNumber.class, TradeRegisterNumber::value, TradeRegisterNumber::new);
        text(module, TransitionTrigger.class, TransitionTrigger::word, TransitionTrigger::fromWord);
        text(module, Unit.class, Unit::symbol, Json::unit);
        uuid(module, DiscountRequestId.class, DiscountRequestId::value, DiscountRequestId::new);
        uuid(module, JourneyId.class, JourneyId::value, JourneyId::new);
        uuid(module, LeadId.class, LeadId::value, LeadId::new);
        uuid(module, PhoneId.class, PhoneId::value, PhoneId::new);
        uuid(module, ReservationId.class, ReservationId::value, ReservationId::new);
        uuid(module, PriceRuleId.class, PriceRuleId::value, PriceRuleId::new);
        uuid(module, TenantId.class, TenantId::value, TenantId::new);
        uuid(module, UserId.class, UserId::value, UserId::new);
        text(module, Instant.class, instant -> Micros.of(instant).toString(), Json::instant);
        return module;
    }

    /** A unit that was stored by its symbol. */
    static Unit unit(String symbol) {
        return Unit.parse(symbol).getOrElseThrow(refusal -> new IllegalStateException(refusal.describe()));
    }

    /** An instant in any ISO form; PostgreSQL writes it with the session's offset. */
    static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static <T> void uuid(
            SimpleModule module, Class<T> form, Function<T, UUID> toUuid, Function<UUID, T> fromUuid) {
        text(module, form, toUuid.andThen(UUID::toString), fromUuid.compose(UUID::fromString));
    }

    private static <T> void text(
            SimpleModule module, Class<T> form, Function<T, String> toText, Function<String, T> fromText) {
        module.addSerializer(form, new Writer<>(form, toText));
        module.addDeserializer(form, new Reader<>(form, fromText));
    }

    private static final class Writer<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<T, String> toText;

        Writer(Class<T> form, Function<T, String> toText) {
            super(form);
            this.toText = toText;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(toText.apply(value));
        }
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> fromText;

        Reader(Class<T> form, Function<String, T> fromText) {
            super(form);
            this.fromText = fromText;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return fromText.apply(json.getText());
        }
    }
}

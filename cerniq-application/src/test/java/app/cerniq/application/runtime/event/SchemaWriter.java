package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.EventType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** Generates the schema of a payload from its record: what is optional may be missing, what is unknown may be there. */
final class SchemaWriter {

    private final ObjectMapper mapper = new ObjectMapper();
    private final SchemaGenerator generator = generator();

    private SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(mapper, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.FLATTENED_OPTIONALS, Option.FLATTENED_ENUMS);
        config.forFields()
                .withRequiredCheck(field -> field.getDeclaredType() != null
                        && !field.getDeclaredType().isInstanceOf(Optional.class)
                        && !field.isFakeContainerItemScope());
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            for (var form : EventValues.forms()) {
                if (form.kind() == type.getErasedType()) {
                    return new CustomDefinition(text(form));
                }
            }
            if (type.getErasedType() == BigDecimal.class) {
                return new CustomDefinition(decimal(text("string")));
            }
            if (type.getErasedType() == Currency.class) {
                return new CustomDefinition(text("string").put("pattern", "^[A-Z]{3}$"));
            }
            return type.getErasedType() == UUID.class
                    ? new CustomDefinition(text("string").put("format", "uuid"))
                    : null;
        });
        return new SchemaGenerator(config.build());
    }

    private ObjectNode text(String type) {
        return mapper.createObjectNode().put("type", type);
    }

    private static ObjectNode decimal(ObjectNode node) {
        return node.put("pattern", "^-?[0-9]+(\\.[0-9]+)?$");
    }

    private ObjectNode text(EventValues.TextForm<?> form) {
        var node = text("string");
        if (form.kind().isEnum()) {
            var words = node.putArray("enum");
            for (var constant : form.kind().getEnumConstants()) {
                words.add(word(form, constant));
            }
            return node;
        }
        return switch (form.shape()) {
            case UUID -> node.put("format", "uuid");
            case INSTANT -> node.put("format", "date-time");
            case DECIMAL -> decimal(node);
            case PLAIN -> node;
        };
    }

    private static <T> String word(EventValues.TextForm<T> form, Object constant) {
        return form.write().apply(form.kind().cast(constant));
    }

    /** The schema of the payload of a type, as it is published. */
    String schema(EventType type) {
        var node = generator.generateSchema(type.payload());
        var named = mapper.createObjectNode();
        named.set("$schema", node.remove("$schema"));
        named.put("$id", "urn:cerniq:event:" + type.word() + ":v" + type.version());
        named.put("title", type.word());
        named.put("description", type.when());
        named.setAll(node);
        try {
            var printer = new DefaultPrettyPrinter()
                    .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
                    .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
            return mapper.writer(printer).writeValueAsString(named) + "\n";
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

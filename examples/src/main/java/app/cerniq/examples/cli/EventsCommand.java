package app.cerniq.examples.cli;

import app.cerniq.application.runtime.event.EventSchemas;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.examples.text.TextTable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Lists what others are told, or prints the schema of one of these events. */
@Command(
        name = "events",
        description = "List the published events, or print the JSON Schema of one.",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class EventsCommand implements Runnable {

    // Null where it is not asked for: that is how picocli says so.
    @Option(
            names = "--schema",
            paramLabel = "TYPE",
            converter = Type.class,
            description = "Print the JSON Schema of the payload of TYPE, for example sale.completed.")
    private @Nullable EventType schema;

    @Mixin
    private OutputFile output;

    @Override
    public void run() {
        output.write(Optional.ofNullable(schema).map(EventSchemas::of).orElseGet(EventsCommand::catalogue));
    }

    private static String catalogue() {
        var table = TextTable.of(
                TextTable.words("TYPE"),
                TextTable.numbers("VERSION"),
                TextTable.words("TOLD WHEN"),
                TextTable.words("PAYLOAD"));
        for (var type : EventType.values()) {
            table.row(type.word(), Integer.toString(type.version()), type.when(), fields(type));
        }
        return String.join("\n", table.lines()) + "\n";
    }

    /** The names of the fields; those that may be missing with a question mark. */
    private static String fields(EventType type) {
        return Arrays.stream(type.payload().getRecordComponents())
                .map(EventsCommand::field)
                .collect(Collectors.joining(", "));
    }

    private static String field(RecordComponent component) {
        return component.getName() + (component.getType() == Optional.class ? "?" : "");
    }

    /** The name of an event. */
    static final class Type implements ITypeConverter<EventType> {

        @Override
        public EventType convert(String word) {
            return EventType.find(word)
                    .orElseThrow(() -> new TypeConversionException("\"" + word
                            + "\" is no published event; accepted: the names that \"cerniq events\" lists"));
        }
    }
}

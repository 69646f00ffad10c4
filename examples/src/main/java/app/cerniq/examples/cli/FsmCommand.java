package app.cerniq.examples.cli;

import app.cerniq.examples.fsm.FsmDrawing;
import app.cerniq.rules.DroolsPolicies;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Draws the state machine as the rules in force have it. */
@Command(
        name = "fsm",
        description = "Draw the negotiation's state machine, read out of the rules.",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class FsmCommand implements Runnable {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            converter = Format.class,
            description = "One of: table, mermaid, dot, svg; ${DEFAULT-VALUE} if left out.")
    private FsmDrawing format;

    @Mixin
    private OutputFile output;

    @Override
    public void run() {
        output.write(format.of(DroolsPolicies.standard().moves().moves()));
    }

    /** A format's word, in any case. */
    static final class Format implements ITypeConverter<FsmDrawing> {

        @Override
        public FsmDrawing convert(String word) {
            return Arrays.stream(FsmDrawing.values())
                    .filter(drawing -> drawing.word().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("\"" + word + "\" is no format; accepted: " + words()));
        }

        private static String words() {
            return Arrays.stream(FsmDrawing.values()).map(FsmDrawing::word).collect(Collectors.joining(", "));
        }
    }
}

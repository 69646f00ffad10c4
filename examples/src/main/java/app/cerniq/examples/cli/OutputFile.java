package app.cerniq.examples.cli;

import app.cerniq.domain.shared.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command writes: a file, or standard output. */
final class OutputFile {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file and not to standard output.")
    private @Nullable Path file; // null: standard output

    void write(String text) {
        if (file == null) {
            var out = command.commandLine().getOut();
            out.print(text);
            out.flush();
            return;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException refused) {
            throw new RefusedInput(new InvalidValue(
                    "output file", file.toString(), "a file that can be written, in a directory that exists"));
        }
    }
}

package app.cerniq.examples.cli;

import app.cerniq.application.stock.SyncOrder;
import app.cerniq.domain.stock.ConflictPolicy;
import app.cerniq.examples.data.StockCsv;
import app.cerniq.examples.stock.ImportTable;
import app.cerniq.examples.stock.StockImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Takes over what another system says is on hand. */
@Command(
        name = "import",
        description = "Take over what another system says is on hand: every line of a CSV file, or none.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class StockImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "See docs/csv.md: the columns sku, location, on_hand.")
    private Path file;

    @Option(names = "--dry-run", description = "Show what would change, and write nothing.")
    private boolean isDryRun;

    @Option(names = "--skip-bad", description = "Import the good lines although there are bad ones.")
    private boolean skipsBad;

    @Option(
            names = "--displace",
            description = "Where less is on hand than is held for deals, take the newest holds back; without it, such "
                    + "a line is bad.")
    private boolean displaces;

    @Option(
            names = "--conflicts",
            paramLabel = "WHO",
            defaultValue = "erp-wins",
            converter = Conflicts.class,
            description = "What holds where both sides changed a figure since the last import: erp-wins, local-wins, "
                    + "higher-wins, lower-wins or manual, which leaves it as it is here; ${DEFAULT-VALUE} if left out.")
    private ConflictPolicy conflicts;

    @Mixin
    private WarehouseOptions warehouse;

    @Override
    public Integer call() throws IOException {
        warehouse.check();
        var read = StockCsv.read(file).toEither().getOrElseThrow(faults -> new RefusedInput(faults));
        var order = new SyncOrder(List.of(), conflicts, isDryRun, skipsBad, displaces);
        var done = warehouse.work((cerniq, storage, tenant, actor, ids) ->
                StockImport.of(read, cerniq.stock(), tenant, actor, "import " + ids.next(), order));
        var out = command.commandLine().getOut();
        ImportTable.of(done).forEach(out::println);
        out.flush();
        if (done.refusals().isEmpty()) {
            return ExitCode.OK;
        }
        if (!skipsBad || done.report().lines().size() == done.report().bad().size()) {
            throw new RefusedInput(done.refusals());
        }
        done.refusals()
                .forEach(refusal -> command.commandLine().getErr().println("cerniq: skipped: " + refusal.describe()));
        return ExitCode.OK;
    }

    /** A policy's word, in any case. */
    static final class Conflicts implements ITypeConverter<ConflictPolicy> {

        @Override
        public ConflictPolicy convert(String word) {
            return Arrays.stream(ConflictPolicy.values())
                    .filter(policy -> word(policy).equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("\"" + word + "\" is no answer; accepted: "
                            + Arrays.stream(ConflictPolicy.values())
                                    .map(Conflicts::word)
                                    .collect(Collectors.joining(", "))));
        }

        private static String word(ConflictPolicy policy) {
            return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

package app.cerniq.examples.cli;

import app.cerniq.application.guardrail.PolicyFile;
import app.cerniq.application.guardrail.PolicyFile.Policy;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.tenant.GuardrailRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.examples.data.Catalogue;
import app.cerniq.examples.data.CatalogueCsv;
import app.cerniq.examples.guard.GuardRoom;
import app.cerniq.examples.guard.VerdictText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at replies before they leave. */
@Command(
        name = "guard",
        description = "Look at replies to a customer: print a verdict per file, one JSON object in a line.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all may leave", "1:one or more are refused", "2:the command line or a file cannot be used"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class GuardCommand implements Callable<Integer> {

    private static final long LONGEST = 1_000_000;

    @Spec
    private CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "REPLY", description = "Files with one reply each, in UTF-8.")
    private List<Path> replies;

    // Null where it is left out: that is how picocli says so.
    @Option(
            names = {"--catalog", "--catalogue"},
            paramLabel = "FILE",
            description = "What is sold, see docs/csv.md; the catalogue that ships with the examples if left out.")
    private @Nullable Path catalogue;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Sales terms and guardrails as JSON, see docs/guardrails.md; none if left out.")
    private @Nullable Path policy;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "NEGOTIATION",
            description = "Where the deal stands: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if left out.")
    private NegotiationState state;

    @Option(
            names = "--quote",
            paramLabel = "SKU=QUANTITY[@PERCENT]",
            description =
                    "A line of the quote that stands, in the unit of the SKU, perhaps at a discount; once per line.")
    private List<String> quote = new ArrayList<>();

    @Override
    public Integer call() {
        var goods = goods();
        var items = quote.stream().map(line -> item(goods, line)).toList();
        var room = GuardRoom.of(goods, policy(), items, state, Clock.systemUTC(), new TimeOrderedIds(Clock.systemUTC()))
                .getOrElseThrow(refusal -> new RefusedInput(refusal));
        var texts = replies.stream().map(GuardCommand::text).toList();
        var out = command.commandLine().getOut();
        var isPassing = true;
        for (var i = 0; i < texts.size(); i++) {
            var verdict = room.examine(texts.get(i));
            isPassing &= verdict.passes();
            out.println(VerdictText.of(replies.get(i).toString(), texts.get(i), verdict));
        }
        out.flush();
        return isPassing ? ExitCode.OK : ExitCode.FAILED;
    }

    private Catalogue goods() {
        var csv = new CatalogueCsv("standard");
        return (catalogue == null ? csv.shipped() : csv.read(catalogue))
                .toEither()
                .getOrElseThrow(faults -> new RefusedInput(faults));
    }

    private Policy policy() {
        return policy == null
                ? new Policy(SalesTerms.NONE, List.of())
                : PolicyFile.read(policy.toString(), text(policy))
                        .getOrElseThrow(faults -> new RefusedInput(new GuardrailRefusal.InvalidDefinitions(faults)));
    }

    private static AddItem item(Catalogue goods, String line) {
        var parts = line.split("=", 2);
        var figures = parts[parts.length - 1].split("@", 2);
        var offering = goods.offerings().stream()
                .filter(one -> one.sku().value().equals(parts[0]))
                .findFirst()
                .filter(one -> parts.length == 2)
                .orElseThrow(() -> new RefusedInput(new InvalidValue(
                        "quote line", line, "SKU=QUANTITY or SKU=QUANTITY@PERCENT, with a SKU of the catalogue")));
        var quantity = Quantity.parse(figures[0], offering.unit()).getOrElseThrow(fault -> new RefusedInput(fault));
        var discount = Percentage.parse(figures.length == 2 ? figures[1] : "0")
                .getOrElseThrow(fault -> new RefusedInput(fault));
        return new AddItem(new Sku(parts[0]), quantity, discount);
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new RefusedInput(new InvalidValue("file", file.toString(), "a file of at most 1 MB"));
            }
            return Files.readString(file);
        } catch (CharacterCodingException broken) {
            throw new RefusedInput(new InvalidValue("file", file.toString(), "text in UTF-8"));
        } catch (IOException missing) {
            throw new RefusedInput(new InvalidValue("file", file.toString(), "a file that can be read"));
        }
    }
}

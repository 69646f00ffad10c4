package app.cerniq.examples.cli;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.examples.data.CatalogueCsv;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.rules.DroolsPolicies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who has to agree to a discount, and why. */
@Command(
        name = "discount",
        description = "Say who has to agree to a discount, which rules say so, and which facts they saw.",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PolicyDiscountCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Option(
            names = "--percent",
            required = true,
            paramLabel = "PERCENT",
            description = "The discount from the list price.")
    private String percent;

    @Option(names = "--sku", required = true, paramLabel = "SKU", description = "What it is given on.")
    private String sku;

    // Null where it is left out: that is how picocli says so.
    @Option(
            names = {"--catalog", "--catalogue"},
            paramLabel = "FILE",
            description = "What is sold, see docs/csv.md; the catalogue that ships with the examples if left out.")
    private @Nullable Path catalogue;

    @Override
    public Integer call() {
        var discount = Percentage.parse(percent).getOrElseThrow(fault -> new RefusedInput(fault));
        var offering = offering();
        var line = QuoteLine.atDiscount(offering, Quantity.of("1", offering.unit()), discount);
        var question = DiscountQuestion.of(line, DiscountLimits.STANDARD, MarginBands.STANDARD);
        var decision = DroolsPolicies.standard().discounts().decide(question);
        var out = command.commandLine().getOut();
        out.println(offering.sku() + " (" + offering.name() + "): " + discount + " of " + offering.listPrice() + "/"
                + offering.unit().symbol() + " gives " + line.unitPrice() + ", the floor is " + offering.floorPrice());
        out.println("Decision: " + sentence(decision.outcome()));
        explain(decision).forEach(out::println);
        out.flush();
        return ExitCode.OK;
    }

    private PricedOffering offering() {
        var csv = new CatalogueCsv("standard");
        return (catalogue == null ? csv.shipped() : csv.read(catalogue))
                .toEither().getOrElseThrow(faults -> new RefusedInput(faults)).offerings().stream()
                        .filter(one -> one.sku().value().equals(sku))
                        .findFirst()
                        .orElseThrow(() -> new RefusedInput(new InvalidValue("SKU", sku, "a SKU of the catalogue")));
    }

    private static String sentence(DiscountTier tier) {
        return switch (tier) {
            case AUTO -> "AUTO, nobody has to agree";
            case REFUSED -> "REFUSED, nobody may grant it";
            case MANAGER, DIRECTOR, CEO ->
                tier + ", within " + tier.decideWithin().toMinutes() + " minutes";
        };
    }

    private static List<String> explain(Decision<DiscountTier> decision) {
        var lines = new ArrayList<String>();
        decision.rules().forEach(rule -> lines.add("Rule:     " + rule));
        Arrays.stream(decision.facts().getClass().getRecordComponents())
                .map(component -> {
                    try {
                        return "Fact:     " + component.getName() + " = "
                                + component.getAccessor().invoke(decision.facts());
                    } catch (ReflectiveOperationException broken) {
                        throw new IllegalStateException("A fact cannot be read: " + component.getName(), broken);
                    }
                })
                .forEach(lines::add);
        lines.add("Pack:     " + decision.pack());
        return lines;
    }
}

package app.cerniq.examples.cli;

import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Role;
import app.cerniq.examples.data.CatalogueCsv;
import app.cerniq.ports.approval.EscalationQuestion;
import app.cerniq.ports.approval.SlaPolicy;
import app.cerniq.ports.approval.SlaQuestion;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.ports.shared.Policies;
import app.cerniq.rules.DroolsPolicies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Who has to agree to a discount, how long they have, and which rule says so. */
@Command(
        name = "discount",
        description = "Explain who has to agree to a discount with the rules that say so and the facts they saw.",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PolicyDiscountCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Option(
            names = "--percent",
            paramLabel = "POINTS",
            required = true,
            converter = Points.class,
            description = "The discount from the list price, for example 25 or 12.5.")
    private Percentage percent;

    @Option(names = "--sku", required = true, description = "What it is asked for.")
    private String sku;

    @Option(
            names = {"--catalog", "--catalogue"},
            paramLabel = "FILE",
            description = "What is sold, see docs/csv.md; the goods that ship with the examples if left out.")
    private @Nullable Path catalogue; // null where it was left out, as picocli has it

    @Mixin
    private OutputFile output;

    @Override
    public void run() {
        var rules = DroolsPolicies.standard();
        var offering = offering();
        var line = QuoteLine.atDiscount(offering, Quantity.of("1", offering.unit()), percent);
        var decision =
                rules.discounts().decide(DiscountQuestion.of(line, DiscountLimits.STANDARD, MarginBands.STANDARD));
        var lines = new ArrayList<String>();
        lines.add(percent + " on " + sku + ": " + offering.listPrice() + " becomes " + line.unitPrice() + " a "
                + offering.unit().symbol() + "; the floor is " + offering.floorPrice());
        lines.add("tier   " + decision.outcome());
        lines.add("asked  " + asked(rules, decision.outcome()));
        decision.rules().forEach(rule -> lines.add("rule   " + rule.value()));
        facts(decision.facts()).forEach(fact -> lines.add("fact   " + fact));
        lines.add("pack   " + decision.pack());
        output.write(String.join("\n", lines) + "\n");
    }

    private static List<String> facts(Record seen) {
        return Arrays.stream(seen.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        return component.getName() + " = "
                                + component.getAccessor().invoke(seen);
                    } catch (ReflectiveOperationException broken) {
                        throw new IllegalStateException("A fact cannot be read: " + component.getName(), broken);
                    }
                })
                .toList();
    }

    private static String asked(Policies rules, DiscountTier tier) {
        var first = tier.decider();
        if (first.isEmpty()) {
            return tier == DiscountTier.REFUSED ? "nobody, because nobody may grant it" : "nobody";
        }
        var chain = new ArrayList<String>();
        for (var next = first; next.isPresent(); next = after(rules.slas(), next.get())) {
            chain.add(next.get() + " within " + minutes(rules.slas(), next.get()) + " min");
        }
        return String.join(", then ", chain) + "; nobody's answer is a no";
    }

    private static Optional<Role> after(SlaPolicy slas, Role role) {
        return slas.after(new EscalationQuestion(role)).outcome();
    }

    private static long minutes(SlaPolicy slas, Role role) {
        return slas.within(SlaQuestion.of(HumanTaskKind.DISCOUNT_APPROVAL, Urgency.MEDIUM, role))
                .outcome()
                .within()
                .toMinutes();
    }

    private PricedOffering offering() {
        var csv = new CatalogueCsv("standard");
        var all = (catalogue == null ? csv.shipped() : csv.read(catalogue))
                .toEither()
                .getOrElseThrow(faults -> new RefusedInput(faults))
                .offerings();
        return all.stream()
                .filter(offering -> offering.sku().value().equals(sku))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "\"" + sku + "\" is not among the goods; accepted: "
                                + all.stream()
                                        .map(offering -> offering.sku().value())
                                        .collect(Collectors.joining(", "))));
    }

    /** Percent points. */
    static final class Points implements ITypeConverter<Percentage> {

        @Override
        public Percentage convert(String word) {
            return Percentage.parse(word).getOrElseThrow(fault -> new TypeConversionException(fault.describe()));
        }
    }
}

package app.cerniq.application.guardrail;

import app.cerniq.application.guardrail.JsonTree.Node;
import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.SalesTerms.Days;
import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.guardrail.tenant.GuardrailFault;
import app.cerniq.domain.guardrail.tenant.TenantGuardrail;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Iban;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a tenant lays down, as one JSON object: {@code terms}, the sales terms, and {@code guardrails}, as {@link
 * GuardrailFile} reads them; either may be missing. Every fault is told at once.
 */
public final class PolicyFile {

    private static final Set<String> TERMS = Set.of(
            "delivery",
            "payment",
            "warranty",
            "validity",
            "advance",
            "free_delivery_from",
            "competitors",
            "forbidden",
            "competitor_severity",
            "concession_budget",
            "cui",
            "iban");

    private final String file;
    private final List<GuardrailFault> faults = new ArrayList<>();

    private PolicyFile(String file) {
        this.file = file;
    }

    /** What a file lays down. */
    public record Policy(SalesTerms terms, List<TenantGuardrail> guardrails) {
        public Policy {
            guardrails = List.copyOf(guardrails);
        }
    }

    /** What a text lays down, or everything that is wrong with it. */
    public static Either<List<GuardrailFault>, Policy> read(String file, String json) {
        if (json.length() > GuardrailFile.LONGEST) {
            return Either.left(List.of(new GuardrailFault(
                    file,
                    1,
                    "file",
                    json.length() + " characters",
                    "at most " + GuardrailFile.LONGEST + " characters")));
        }
        return JsonTree.read(file, json).mapLeft(List::of).flatMap(root -> new PolicyFile(file).read(root));
    }

    private Either<List<GuardrailFault>, Policy> read(Node root) {
        only(root, "", Set.of("terms", "guardrails"));
        var terms = root.member("terms").map(this::terms).orElse(SalesTerms.NONE);
        var guardrails = root.member("guardrails")
                .map(node -> GuardrailFile.read(file, node))
                .orElseGet(() -> Either.right(List.of()));
        if (guardrails.isLeft()) {
            faults.addAll(guardrails.getLeft());
        }
        return faults.isEmpty() ? Either.right(new Policy(terms, guardrails.get())) : Either.left(List.copyOf(faults));
    }

    private SalesTerms terms(Node node) {
        only(node, "terms.", TERMS);
        return new SalesTerms(
                0,
                days(node, "delivery"),
                days(node, "payment"),
                days(node, "warranty"),
                days(node, "validity"),
                percentage(node, "advance"),
                value(
                        node,
                        "free_delivery_from",
                        text -> Money.parse(text, Money.RON).toJavaOptional(),
                        "an amount in lei, for example 5000.00"),
                names(node, "competitors"),
                names(node, "forbidden"),
                value(
                                node,
                                "competitor_severity",
                                text -> Arrays.stream(Severity.values())
                                        .filter(severity -> severity.name().equals(text))
                                        .findFirst(),
                                "one of " + Arrays.toString(Severity.values()))
                        .orElse(SalesTerms.NONE.competitorSeverity()),
                percentage(node, "concession_budget").orElse(SalesTerms.NONE.concessionBudget()),
                value(node, "cui", text -> Cui.parse(text).toJavaOptional(), "a CUI with a right check digit"),
                value(node, "iban", text -> Iban.parse(text).toJavaOptional(), "a Romanian IBAN"));
    }

    private Optional<Percentage> percentage(Node node, String name) {
        return value(
                node,
                name,
                text -> text.length() <= 6 ? Percentage.parse(text).toJavaOptional() : Optional.empty(),
                "percent points from 0 to 100");
    }

    private <T> Optional<T> value(Node node, String name, Function<String, Optional<T>> reading, String accepted) {
        var member = node.member(name);
        if (member.isEmpty()) {
            return Optional.empty();
        }
        var value = member.flatMap(Node::scalar)
                .filter(text -> text.length() <= 100)
                .flatMap(reading);
        if (value.isEmpty()) {
            fault(member.get(), "terms." + name, accepted);
        }
        return value;
    }

    /** A number of days, or an object with {@code least}, {@code most} and perhaps {@code working}. */
    private Optional<Days> days(Node node, String name) {
        var member = node.member(name);
        if (member.isEmpty()) {
            return Optional.empty();
        }
        var given = member.get();
        var single = given.wholeNumber().flatMap(PolicyFile::number);
        var least =
                single.or(() -> given.member("least").flatMap(Node::wholeNumber).flatMap(PolicyFile::number));
        var most =
                single.or(() -> given.member("most").flatMap(Node::wholeNumber).flatMap(PolicyFile::number));
        var working = given.member("working").flatMap(Node::scalar).orElse("false");
        var isSound = least.isPresent()
                && most.isPresent()
                && least.get() <= most.get()
                && (working.equals("true") || working.equals("false"))
                && Set.of("least", "most", "working").containsAll(given.names());
        if (!isSound) {
            fault(
                    given,
                    "terms." + name,
                    "a number of days to 36500, or {\"least\": 3, \"most\": 5, \"working\": false}");
            return Optional.empty();
        }
        return Optional.of(new Days(least.get(), most.get(), working.equals("true")));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,5}")
                ? Optional.of(Integer.valueOf(text)).filter(days -> days <= 36_500)
                : Optional.empty();
    }

    private List<String> names(Node node, String name) {
        var member = node.member(name);
        if (member.isEmpty()) {
            return List.of();
        }
        var names = member.get().items().orElse(List.of()).stream()
                .flatMap(item -> item.text().stream())
                .filter(text -> TenantGuardrail.isText(text, SalesTerms.LONGEST_NAME))
                .toList();
        var isSound = member.get()
                .items()
                .filter(items -> items.size() == names.size() && items.size() <= SalesTerms.MOST_NAMES)
                .isPresent();
        if (!isSound) {
            fault(
                    member.get(),
                    "terms." + name,
                    "a list of up to " + SalesTerms.MOST_NAMES + " texts of 1 to " + SalesTerms.LONGEST_NAME
                            + " characters");
        }
        return isSound ? names : List.of();
    }

    private void only(Node node, String path, Set<String> members) {
        if (!node.isObject()) {
            fault(node, path.isEmpty() ? "file" : "terms", "an object with " + new TreeSet<>(members));
            return;
        }
        for (var name : node.names()) {
            if (!members.contains(name)) {
                fault(node.member(name).orElse(node), path + name, "one of " + new TreeSet<>(members));
            }
        }
    }

    private void fault(Node node, String field, String accepted) {
        if (faults.size() < GuardrailFile.MOST_FAULTS) {
            faults.add(new GuardrailFault(file, node.line(), field, node.describe(), accepted));
        }
    }
}

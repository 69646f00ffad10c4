package app.cerniq.application.guardrail;

import app.cerniq.application.guardrail.JsonTree.Node;
import app.cerniq.domain.guardrail.tenant.Action;
import app.cerniq.domain.guardrail.tenant.Condition;
import app.cerniq.domain.guardrail.tenant.Field;
import app.cerniq.domain.guardrail.tenant.GuardrailFault;
import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.guardrail.tenant.Literal;
import app.cerniq.domain.guardrail.tenant.Operator;
import app.cerniq.domain.guardrail.tenant.TenantGuardrail;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant's guardrails as JSON, read into the closed vocabulary: <pre>{@code
 * [{"code": "NIGHT-1", "name": "no big discounts by machine", "priority": 10,
 *   "when": [{"field": "highest_discount", "operator": "above", "value": "10"}],
 *   "action": "escalate", "message": "Ask a colleague.", "fallback": "A colleague will answer you."}]
 * }</pre> Every fault is told, with its file, line and field; with a single one, nothing is taken.
 */
public final class GuardrailFile {

    /** The longest file in characters. */
    public static final int LONGEST = 262_144;

    /** The most faults that are told at once. */
    public static final int MOST_FAULTS = 100;

    private static final Set<String> MEMBERS =
            Set.of("code", "name", "priority", "when", "action", "message", "fallback");
    private static final Set<String> CONDITION_MEMBERS = Set.of("field", "operator", "value");

    private final String file;
    private final List<GuardrailFault> faults = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();

    private GuardrailFile(String file) {
        this.file = file;
    }

    /** The guardrails in a text, or everything that is wrong with it. */
    public static Either<List<GuardrailFault>, List<TenantGuardrail>> read(String file, String json) {
        if (json.length() > LONGEST) {
            return Either.left(List.of(new GuardrailFault(
                    file, 1, "file", json.length() + " characters", "at most " + LONGEST + " characters")));
        }
        return JsonTree.read(file, json).mapLeft(List::of).flatMap(root -> read(file, root));
    }

    static Either<List<GuardrailFault>, List<TenantGuardrail>> read(String file, Node root) {
        return new GuardrailFile(file).read(root);
    }

    private Either<List<GuardrailFault>, List<TenantGuardrail>> read(Node root) {
        var read = new ArrayList<TenantGuardrail>();
        var items = root.items();
        if (items.isEmpty()) {
            fault(root, "guardrails", root.describe(), "a list of guardrails");
        } else if (items.get().size() > GuardrailPack.MOST) {
            fault(root, "guardrails", items.get().size() + " guardrails", "at most " + GuardrailPack.MOST);
        } else {
            for (var i = 0; i < items.get().size() && faults.size() < MOST_FAULTS; i++) {
                guardrail("guardrails[" + i + "]", items.get().get(i)).ifPresent(read::add);
            }
        }
        return faults.isEmpty() ? Either.right(List.copyOf(read)) : Either.left(List.copyOf(faults));
    }

    private Optional<TenantGuardrail> guardrail(String path, Node node) {
        if (!isObject(path, node, MEMBERS)) {
            return Optional.empty();
        }
        var code = text(path, node, "code", 40).filter(given -> isCode(path, node, given));
        var name = text(path, node, "name", TenantGuardrail.LONGEST_NAME);
        var priority = priority(path, node);
        var conditions = conditions(path, node);
        var action = word(
                path,
                node,
                "action",
                Arrays.stream(Action.values()).map(Action::word).toList());
        var message = text(path, node, "message", TenantGuardrail.LONGEST_TEXT);
        var isSound = node.member("fallback").isEmpty()
                || text(path, node, "fallback", TenantGuardrail.LONGEST_TEXT).isPresent();
        if (code.isEmpty()
                || name.isEmpty()
                || priority.isEmpty()
                || conditions.isEmpty()
                || action.isEmpty()
                || message.isEmpty()
                || !isSound) {
            return Optional.empty();
        }
        return Optional.of(new TenantGuardrail(
                code.get(),
                name.get(),
                priority.get(),
                conditions.get(),
                Arrays.stream(Action.values())
                        .filter(one -> one.word().equals(action.get()))
                        .findFirst()
                        .orElseThrow(),
                message.get(),
                node.member("fallback").flatMap(Node::text)));
    }

    private boolean isCode(String path, Node node, String given) {
        var at = node.member("code").orElse(node);
        if (!given.matches(TenantGuardrail.CODE)) {
            fault(at, path + ".code", given, "a capital letter, then up to 39 capitals, digits and dashes");
            return false;
        }
        var before = codes.putIfAbsent(given, at.line());
        if (before != null) {
            fault(at, path + ".code", given, "each code once; this one stands in line " + before);
        }
        return before == null;
    }

    private Optional<Integer> priority(String path, Node node) {
        var member = node.member("priority");
        if (member.isEmpty()) {
            return Optional.of(0);
        }
        var number = member.get()
                .wholeNumber()
                .filter(given -> given.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(given -> given <= TenantGuardrail.HIGHEST);
        if (number.isEmpty()) {
            fault(
                    member.get(),
                    path + ".priority",
                    member.get().describe(),
                    "a whole number from 0 to " + TenantGuardrail.HIGHEST);
        }
        return number;
    }

    private Optional<List<Condition>> conditions(String path, Node node) {
        var member = node.member("when");
        var items = member.flatMap(Node::items);
        if (items.isEmpty() || items.get().isEmpty() || items.get().size() > TenantGuardrail.MOST_CONDITIONS) {
            fault(
                    member.orElse(node),
                    path + ".when",
                    items.map(list -> list.size() + " conditions")
                            .orElseGet(() -> member.map(Node::describe).orElse("nothing")),
                    "a list of 1 to " + TenantGuardrail.MOST_CONDITIONS + " conditions");
            return Optional.empty();
        }
        var read = new ArrayList<Condition>();
        for (var i = 0; i < items.get().size(); i++) {
            condition(path + ".when[" + i + "]", items.get().get(i)).ifPresent(read::add);
        }
        return read.size() == items.get().size() ? Optional.of(read) : Optional.empty();
    }

    private Optional<Condition> condition(String path, Node node) {
        if (!isObject(path, node, CONDITION_MEMBERS)) {
            return Optional.empty();
        }
        var field = word(path, node, "field", Field.words()).flatMap(Field::of);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        var form = field.get().form();
        var operator = word(path, node, "operator", Operator.wordsFor(form)).flatMap(Operator::of);
        var value = node.member("value");
        var literal = value.flatMap(Node::scalar).flatMap(written -> Literal.read(form, written));
        if (literal.isEmpty()) {
            fault(
                    value.orElse(node),
                    path + ".value",
                    value.map(Node::describe).orElse("nothing"),
                    Literal.accepted(form));
        }
        return operator.isEmpty() || literal.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition(field.get(), operator.get(), literal.get()));
    }

    private boolean isObject(String path, Node node, Set<String> members) {
        if (!node.isObject()) {
            fault(
                    node,
                    path,
                    node.describe(),
                    "an object with " + members.stream().sorted().toList());
            return false;
        }
        var unknown =
                node.names().stream().filter(name -> !members.contains(name)).toList();
        for (var name : unknown) {
            fault(
                    node.member(name).orElse(node),
                    path + "." + name,
                    name,
                    "one of " + members.stream().sorted().toList());
        }
        return unknown.isEmpty();
    }

    private Optional<String> word(String path, Node node, String name, List<String> words) {
        var member = node.member(name);
        var text = member.flatMap(Node::text).filter(words::contains);
        if (text.isEmpty()) {
            fault(
                    member.orElse(node),
                    path + "." + name,
                    member.map(Node::describe).orElse("nothing"),
                    "one of " + words);
        }
        return text;
    }

    private Optional<String> text(String path, Node node, String name, int most) {
        var member = node.member(name);
        var text = member.flatMap(Node::text).filter(given -> TenantGuardrail.isText(given, most));
        if (text.isEmpty()) {
            fault(
                    member.orElse(node),
                    path + "." + name,
                    member.map(Node::describe).orElse("nothing"),
                    "1 to " + most + " characters, no control characters");
        }
        return text;
    }

    private void fault(Node node, String field, String given, String accepted) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new GuardrailFault(file, node.line(), field, given, accepted));
        }
    }
}

package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.AttributeValue;
import app.cerniq.domain.catalog.search.AttributeCondition;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions on attributes as one jsonpath, whose comparisons are never true between a number and a text. */
final class Conditions {

    private Conditions() {}

    /**
     * Empty where there is no condition. A null would not do: the driver has the server describe one of unknown type first,
     * which ends the implicit transaction that the tenant is set for.
     */
    static String jsonpath(List<AttributeCondition> conditions) {
        return conditions.stream().map(Conditions::jsonpath).collect(Collectors.joining(" && "));
    }

    private static String jsonpath(AttributeCondition condition) {
        var attribute = "$.\"" + condition.key() + "\"";
        if (condition instanceof AttributeCondition.AtLeast bound) {
            return attribute + " >= " + literal(bound.least());
        }
        if (condition instanceof AttributeCondition.AtMost bound) {
            return attribute + " <= " + literal(bound.most());
        }
        return ((AttributeCondition.OneOf) condition)
                .values().stream()
                        .map(value -> attribute + " == " + literal(value))
                        .collect(Collectors.joining(" || ", "(", ")"));
    }

    private static String literal(AttributeValue value) {
        return value instanceof AttributeValue.Text text ? Json.write(text.value()) : value.shown();
    }
}

package app.cerniq.domain.guardrail.tenant;

import app.cerniq.domain.guardrail.PlainText;

/** A field, an operator that goes with it, and a value of its form. */
public record Condition(Field field, Operator operator, Literal literal) {

    public Condition {
        if (literal.form() != field.form() || !operator.goesWith(field.form())) {
            throw new IllegalArgumentException("A condition on " + field.word() + " has a value of form " + field.form()
                    + ", not " + operator.word() + " " + literal + ".");
        }
    }

    /** What sets a condition apart from every other one; two with the same name decide the same. */
    public String name() {
        return field.word() + " " + operator.word() + " " + literal.form() + ":" + literal.number() + ":"
                + (literal.form() == Form.WORDS ? plain(literal.written()) : "");
    }

    static String plain(String words) {
        return PlainText.of(words);
    }
}

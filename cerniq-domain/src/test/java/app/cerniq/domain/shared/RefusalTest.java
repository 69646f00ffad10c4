package app.cerniq.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final InvalidValue REFUSAL = new InvalidValue("trade register number", "J99", "J40/1234/2006");

    @Test
    void a_refused_value_has_a_code_after_its_kind() {
        assertThat(REFUSAL.code()).isEqualTo("INVALID_TRADE_REGISTER_NUMBER");
    }

    @Test
    void a_refusal_is_a_sentence_that_a_person_understands() {
        assertThat(REFUSAL.sentence()).isEqualTo("\"J99\" is not a valid trade register number.");
    }

    @Test
    void the_whole_answer_stands_in_one_line() {
        assertThat(REFUSAL.describe())
                .isEqualTo("INVALID_TRADE_REGISTER_NUMBER: \"J99\" is not a valid trade register number."
                        + " Given: J99. Accepted: J40/1234/2006.");
    }

    @Test
    void a_rule_is_known_by_the_id_before_its_sentence() {
        assertThat(new RuleName("FSM-03 the product is confirmed").id()).isEqualTo("FSM-03");
    }

    @Test
    void a_rule_without_a_sentence_is_known_by_its_name() {
        assertThat(new RuleName("FSM-03").id()).isEqualTo("FSM-03");
    }
}

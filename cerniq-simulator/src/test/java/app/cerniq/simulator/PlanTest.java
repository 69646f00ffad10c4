package app.cerniq.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    @Test
    void steps_that_are_left_out_are_written_in_runs() {
        var plan = new Plan(7, 20, Plan.steps("3,7-9,12-12,19-400"));

        assertThat(plan.omissions()).isEqualTo("3,7-9,12,19-20");
        assertThat(plan.taken()).hasSize(20 - 7).doesNotContain(3, 7, 8, 9, 12, 19, 20);
        assertThat(plan.command()).isEqualTo("./cerniq simulate --seed 7 --steps 20 --without 3,7-9,12,19-20 --trace");
        assertThat(Plan.steps(plan.omissions())).isEqualTo(plan.without());
    }

    @Test
    void a_whole_plan_leaves_nothing_out() {
        assertThat(Plan.of(-1, 5).command()).isEqualTo("./cerniq simulate --seed -1 --steps 5 --trace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1-", "-1", "1,,2", "1-2-3", "99999999"})
    void anything_else_names_no_steps(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.steps(text)).withMessageContaining("3,7-9");
    }

    @Test
    void a_plan_without_steps_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.of(1, 0));
    }

    @Test
    void a_corpus_is_read_as_it_is_written() {
        var entry = new Corpus.Entry(new Plan(12, 80, new TreeSet<>(List.of(1, 2, 5))), "I2: less was held");

        assertThat(entry.line()).isEqualTo("12 80 without 1-2,5 : I2: less was held");
        assertThat(Corpus.read(List.of("# why we keep these", "", entry.line())))
                .containsExactly(entry);
    }

    @Test
    void a_line_that_is_no_entry_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.read(List.of("1 2 : fine", "one two")))
                .withMessageStartingWith("Line 2 of the corpus is \"one two\"");
    }
}

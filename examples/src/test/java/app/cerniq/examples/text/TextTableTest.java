package app.cerniq.examples.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void words_stand_to_the_left_and_numbers_to_the_right() {
        var table = TextTable.of(TextTable.words("WHAT"), TextTable.numbers("HOW MUCH"), TextTable.words("NOTE"));

        table.row("Sămânță", "7 t", "");
        table.row("a", "1,200 sac", "low");

        assertThat(table.lines())
                .containsExactly(
                        "WHAT      HOW MUCH  NOTE", //
                        "Sămânță        7 t",
                        "a        1,200 sac  low");
    }

    @Test
    void a_row_of_another_width_is_refused() {
        var table = TextTable.of(TextTable.words("WHAT"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row("one", "two"))
                .withMessage("A row of this table has 1 fields, not 2.");
    }

    @Test
    void counts_have_their_thousands_apart() {
        assertThat(TextTable.count(10_000_000)).isEqualTo("10,000,000");
    }
}

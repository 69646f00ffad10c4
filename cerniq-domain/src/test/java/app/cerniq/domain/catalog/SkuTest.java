package app.cerniq.domain.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "SEM-GRAU-01", "7", "a.b_c/d-e", " padded "})
    void letters_digits_and_a_few_marks_make_a_sku(String text) {
        assertThat(Sku.parse(text)).isEqualTo(right(new Sku(text.strip())));
    }

    @Test
    void a_sku_has_up_to_64_characters() {
        assertThat(Sku.parse("x".repeat(64)).isRight()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-A", "A B", "ă", "A\n", "a*"})
    void anything_else_is_no_sku(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sku(value)).withMessageContaining("INVALID_SKU");
    }

    @Test
    void a_refusal_says_what_would_be_taken() {
        assertThat(Sku.parse("x".repeat(65)))
                .isEqualTo(left(new InvalidValue(
                        "SKU", "x".repeat(65), "1 to 64 letters, digits, dots, dashes, underscores or slashes")));
    }
}

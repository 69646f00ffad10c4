package app.cerniq.domain.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.catalog.AttributeKey;
import app.cerniq.domain.catalog.AttributeValue;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductQueryTest {

    private static final AttributeKey CROP = new AttributeKey("crop");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void a_text_says_something(String text) {
        assertThat(SearchText.parse(text).getLeft().code()).isEqualTo("INVALID_SEARCH_TEXT");
    }

    @Test
    void ten_thousand_characters_are_refused_without_being_repeated() {
        var refusal = SearchText.parse("x".repeat(10_000)).getLeft();

        assertThat(refusal)
                .isEqualTo(new InvalidValue(
                        "search text",
                        "x".repeat(200) + "… (10000 characters)",
                        "1 to 200 characters, not all of them blank"));
    }

    @Test
    void a_text_holds_no_null_character() {
        assertThat(SearchText.parse("erb\0icid").isLeft()).isTrue();
    }

    @Test
    void words_are_plain_and_each_there_once() {
        assertThat(new SearchText("Șurub ŞURUB s\u0326urub, pentru țeavă-2\" & ț").words())
                .containsExactly("surub", "teava", "2", "t");
    }

    @Test
    void no_more_than_sixteen_words_are_looked_at() {
        var text = "b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 b11 b12 b13 b14 b15 b16 b17";

        assertThat(new SearchText(text).words()).hasSize(16).endsWith("b16");
    }

    @Test
    void a_text_of_signs_has_no_words() {
        assertThat(new SearchText("!'%🌽--").words()).isEmpty();
    }

    @Test
    void an_answer_has_one_to_a_hundred_hits() {
        var text = new SearchText("erbicid");

        assertThatThrownBy(() -> ProductQuery.of(text, Money.RON, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProductQuery.of(text, Money.RON, 101)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_price_range_is_in_the_currency_of_the_query_and_not_upside_down() {
        var query = ProductQuery.of(new SearchText("erbicid"), Money.RON, 10);
        var euros = new Money(BigDecimal.TEN, Currency.getInstance("EUR"));

        assertThatThrownBy(() -> query.priced(new PriceRange(Optional.of(euros), Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriceRange(Optional.of(Money.ron("2")), Optional.of(Money.ron("1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_bounds_of_a_price_range_are_inside() {
        var range = new PriceRange(Optional.of(Money.ron("1")), Optional.of(Money.ron("2")));

        assertThat(range.contains(Money.ron("1"))).isTrue();
        assertThat(range.contains(Money.ron("2"))).isTrue();
        assertThat(range.contains(Money.ron("0.99"))).isFalse();
        assertThat(range.contains(Money.ron("2.01"))).isFalse();
    }

    @Test
    void a_condition_names_values_of_one_type() {
        var text = new AttributeValue.Text("grâu");

        assertThatThrownBy(() -> new AttributeCondition.OneOf(CROP, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AttributeCondition.OneOf(CROP, List.of(text, new AttributeValue.Flag(true))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_embedding_points_somewhere() {
        assertThatThrownBy(() -> new Embedding(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Embedding(List.of(0f, 0f))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Embedding(List.of(Float.NaN))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Embedding(List.of(1f, 0f)).likeness(new Embedding(List.of(2f, 0f))))
                .isEqualTo(1);
        assertThat(new Embedding(List.of(1f, 0f)).likeness(new Embedding(List.of(0f, 3f))))
                .isZero();
    }
}

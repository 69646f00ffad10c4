package app.cerniq.domain.guardrail.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.guardrail.reading.Numerals.Gender;
import app.cerniq.domain.guardrail.reading.Numerals.Language;
import app.cerniq.domain.guardrail.reading.Numerals.Style;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 234,56                                       | 1234.56
                    1.234,56                                       | 1234.56
                    1,234.56                                       | 1234.56
                    1234,5                                         | 1234.5
                    1.234                                          | 1234
                    1,234                                          | 1234
                    0.125                                          | 0.125
                    1.234.567                                      | 1234567
                    1e3                                            | 1000
                    1.2k                                           | 1200
                    2,5 mii                                        | 2500
                    3 mil                                          | 3000000
                    2 mii 400                                      | 2400
                    2 mii patru sute                               | 2400
                    ½                                              | 0.5
                    2½                                             | 2.5
                    3/4                                            | 0.75
                    o mie două sute treizeci și patru              | 1234
                    o mie doua sute treizeci si patru              | 1234
                    douăsprezece mii cinci sute                    | 12500
                    douăzeci și una de mii                         | 21000
                    douăzecișicinci                                | 25
                    douămii                                        | 2000
                    cinșpe                                         | 15
                    o sută cincizeci                               | 150
                    o mie cinci                                    | 1005
                    un milion jumate                               | 1500000
                    doi virgulă cinci                              | 2.5
                    doi virgulă zero cinci                         | 2.05
                    doi virgulă cinci milioane                     | 2500000
                    zero virgulă douăzeci și cinci                 | 0.25
                    jumătate                                       | 0.5
                    trei sferturi                                  | 0.75
                    jumătate de milion                             | 500000
                    twelve hundred                                 | 1200
                    one thousand two hundred and thirty-four       | 1234
                    one thousand two hundred thirty four           | 1234
                    twenty five                                    | 25
                    two point zero five                            | 2.05
                    a dozen                                        | 12
                    two dozen                                      | 24
                    half a dozen                                   | 6
                    a hundred                                      | 100
                    two and a half                                 | 2.5
                    half a million                                 | 500000
                    """)
    void a_number_is_read_in_any_form(String text, BigDecimal value) {
        assertThat(Numerals.read(text))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "uree",
                "1.2.3",
                "1,2,3",
                "1.234.56",
                "1'2",
                "10²",
                "①",
                "doi patru zero zero",
                "o treime",
                "2.4OO",
                "lei",
                "o mie două mii",
                "1/3",
                "7/5"
            })
    void what_can_be_read_in_no_way_or_in_two_is_no_number(String text) {
        assertThat(Numerals.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0          | zero
                    1          | unu
                    12         | doisprezece
                    21         | douăzeci și unu
                    101        | o sută unu
                    200        | două sute
                    1000       | o mie
                    1234       | o mie două sute treizeci și patru
                    2002       | două mii doi
                    12500      | douăsprezece mii cinci sute
                    20000      | douăzeci de mii
                    21000      | douăzeci și una de mii
                    102000     | o sută două mii
                    100000     | o sută de mii
                    1000000    | un milion
                    2000000    | două milioane
                    2.5        | doi virgulă cinci
                    2.05       | doi virgulă zero cinci
                    """)
    void a_number_is_written_in_romanian(BigDecimal value, String words) {
        assertThat(Numerals.words(value, Language.ROMANIAN, Gender.MASCULINE)).isEqualTo(words);
    }

    @Test
    void romanian_counts_tonnes_in_the_feminine() {
        assertThat(Numerals.words(BigDecimal.valueOf(22), Language.ROMANIAN, Gender.FEMININE))
                .isEqualTo("douăzeci și două");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0       | zero
                    15      | fifteen
                    42      | forty-two
                    1234    | one thousand two hundred and thirty-four
                    1005    | one thousand and five
                    2000000 | two million
                    2.05    | two point zero five
                    """)
    void a_number_is_written_in_english(BigDecimal value, String words) {
        assertThat(Numerals.words(value, Language.ENGLISH, Gender.MASCULINE)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ROMANIAN    | 1.234.567,5
                    ENGLISH     | 1,234,567.5
                    SPACED      | 1 234 567,5
                    APOSTROPHE  | 1'234'567.5
                    PLAIN_COMMA | 1234567,5
                    PLAIN_POINT | 1234567.5
                    """, quoteCharacter = '"')
    void digits_are_parted_as_the_style_wants(Style style, String written) {
        assertThat(Numerals.digits(new BigDecimal("1234567.50"), style)).isEqualTo(written);
    }

    @Property(tries = 2000)
    void what_is_written_is_read_again(
            @ForAll @BigRange(min = "0", max = "999999999999") @Scale(2) BigDecimal value,
            @ForAll Language language,
            @ForAll Gender gender) {
        var words = Numerals.words(value, language, gender);

        assertThat(Numerals.read(words))
                .as(words)
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000000000", "0.1234567"})
    void what_cannot_be_written_is_refused(BigDecimal value) {
        assertThatThrownBy(() -> Numerals.words(value, Language.ENGLISH, Gender.MASCULINE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Numerals.digits(value, Style.ROMANIAN)).isInstanceOf(IllegalArgumentException.class);
    }
}

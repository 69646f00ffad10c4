package app.cerniq.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bună ziua, cât costă ureea?|RO",
                "Buna ziua, vreau o oferta|RO",
                "Hello, how much is the urea?|EN",
                "Western farms have the best estimate|EN"
            })
    void a_text_is_in_the_language_of_most_of_its_common_words(String text, Language language) {
        assertThat(Language.of(text)).contains(language);
    }

    @Test
    void a_text_without_such_words_is_in_no_language() {
        assertThat(Language.of("P9911 2400")).isEmpty();
        assertThat(Language.of("")).isEmpty();
    }

    @Test
    void a_word_inside_another_one_says_nothing() {
        assertThat(Language.of("western")).isEmpty(); // B33: "este" is Romanian for "is"
    }
}

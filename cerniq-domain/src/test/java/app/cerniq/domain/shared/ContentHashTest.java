package app.cerniq.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHashTest {

    /** SHA-256 of {@code 1:a2:bc}. Stored hashes must never change. */
    @Test
    void a_hash_is_the_same_in_every_process_and_for_ever() {
        assertThat(ContentHash.of(List.of("a", "bc")))
                .isEqualTo(new ContentHash("5310a58788781ab25d5ad7c3f85035824b4eb7bdfa394e0ac2186271472b5492"));
    }

    @Property(tries = 500)
    void two_lists_have_one_hash_only_where_they_are_equal(
            @ForAll("fields") List<String> one, @ForAll("fields") List<String> other) {
        assertThat(ContentHash.of(one).equals(ContentHash.of(other))).isEqualTo(one.equals(other));
    }

    /** Fields that look like a length and a colon are where a careless concatenation would collide. */
    @Property(tries = 500)
    void moving_the_border_between_two_fields_changes_the_hash(@ForAll("text") String joined) {
        var everyCut = java.util.stream.IntStream.rangeClosed(0, joined.length())
                .mapToObj(at -> ContentHash.of(List.of(joined.substring(0, at), joined.substring(at))));

        assertThat(everyCut).doesNotHaveDuplicates();
    }

    @Test
    void a_missing_field_is_not_an_empty_one() {
        assertThat(ContentHash.of(List.of("a"))).isNotEqualTo(ContentHash.of(List.of("a", "")));
    }

    @Test
    void the_length_of_a_field_counts_bytes_so_that_no_letter_hides_another() {
        assertThat(ContentHash.of(List.of("ă", "b"))).isNotEqualTo(ContentHash.of(List.of("ăb", "")));
    }

    @Test
    void eight_digits_are_enough_to_tell_two_versions_apart() {
        var hash = ContentHash.of(List.of("a"));

        assertThat(hash.brief()).isEqualTo(hash.toString().substring(0, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "ABCDEF0000000000000000000000000000000000000000000000000000000000"})
    void only_64_small_hexadecimal_digits_are_a_hash(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContentHash(hex))
                .withMessageContaining("INVALID_CONTENT_HASH");
    }

    @Provide
    Arbitrary<List<String>> fields() {
        return text().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withChars("01:a").ofMaxLength(5);
    }
}

package app.cerniq.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));
    private static final Instant TWO = NOON.plus(Duration.ofHours(2));
    private static final Instant THREE = NOON.plus(Duration.ofHours(3));
    private static final Duration SMALLEST = Duration.ofNanos(1_000);

    @Test
    void the_first_instant_is_inside_and_the_end_is_not() {
        var validity = Validity.between(NOON, ONE);

        assertThat(validity.contains(NOON)).isTrue();
        assertThat(validity.contains(ONE.minus(SMALLEST))).isTrue();
        assertThat(validity.contains(ONE)).isFalse();
        assertThat(validity.contains(NOON.minus(SMALLEST))).isFalse();
    }

    @Test
    void one_that_begins_where_the_other_ends_does_not_overlap_it() {
        assertThat(Validity.between(NOON, ONE).overlaps(Validity.between(ONE, TWO)))
                .isFalse();
        assertThat(Validity.between(NOON, ONE.plus(SMALLEST)).overlaps(Validity.between(ONE, TWO)))
                .isTrue();
        assertThat(Validity.from(NOON).overlaps(Validity.from(THREE))).isTrue();
        assertThat(Validity.between(NOON, THREE).overlaps(Validity.between(ONE, TWO)))
                .isTrue();
    }

    @Test
    void what_is_empty_overlaps_nothing() {
        assertThat(Validity.between(ONE, ONE).overlaps(Validity.ALWAYS)).isFalse();
        assertThat(Validity.ALWAYS.overlaps(Validity.between(ONE, ONE))).isFalse();
        assertThat(Validity.between(ONE, ONE).contains(ONE)).isFalse();
    }

    @Test
    void nothing_ends_before_it_begins() {
        assertThatIllegalArgumentException().isThrownBy(() -> Validity.between(ONE, NOON));
    }

    @Test
    void it_is_cut_to_what_a_database_keeps() {
        assertThat(Validity.from(NOON.plusNanos(1_999))).isEqualTo(Validity.from(NOON.plusNanos(1_000)));
    }

    @Test
    void an_earlier_end_is_never_later_than_the_one_there_was() {
        assertThat(Validity.between(NOON, TWO).upTo(ONE)).isEqualTo(Validity.between(NOON, ONE));
        assertThat(Validity.between(NOON, TWO).upTo(THREE)).isEqualTo(Validity.between(NOON, TWO));
        assertThat(Validity.from(ONE).upTo(NOON)).isEqualTo(Validity.between(ONE, ONE));
    }

    @Test
    void what_is_inside_both() {
        assertThat(Validity.between(NOON, TWO).within(Validity.between(ONE, THREE)))
                .contains(Validity.between(ONE, TWO));
        assertThat(Validity.from(NOON).within(Validity.between(ONE, TWO))).contains(Validity.between(ONE, TWO));
        assertThat(Validity.between(NOON, ONE).within(Validity.between(TWO, THREE)))
                .isEmpty();
    }
}

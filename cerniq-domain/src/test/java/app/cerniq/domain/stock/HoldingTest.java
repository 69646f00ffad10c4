package app.cerniq.domain.stock;

import static app.cerniq.domain.stock.Stocks.reservation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HoldingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void a_holding_without_reservations_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Holding(List.of(), NOON))
                .withMessage("Nothing is held by a holding without reservations.");
    }

    @Test
    void reservations_stand_in_the_order_of_their_places() {
        var first = reservation(1, "w1", "5");
        var second = reservation(2, "w2", "5");

        assertThat(new Holding(List.of(second, first), NOON).reservations()).containsExactly(first, second);
    }

    @Test
    void a_moment_before_the_end_it_lives() {
        assertThat(until(NOON).isLiveAt(NOON.minusNanos(1))).isTrue();
    }

    @Test
    void at_the_very_instant_of_the_end_it_does_not() {
        assertThat(until(NOON).isLiveAt(NOON)).isFalse();
    }

    @Test
    void forwards_it_is_prolonged_to_the_time_of_the_new_state() {
        assertThat(until(NOON.plusSeconds(60)).expiryAfterMove(true, Duration.ofHours(24), NOON))
                .isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void forwards_it_is_never_shortened() {
        var later = NOON.plus(Duration.ofDays(7));

        assertThat(until(later).expiryAfterMove(true, Duration.ofHours(2), NOON))
                .isEqualTo(later);
    }

    @Test
    void backwards_it_is_shortened_to_the_time_of_the_new_state() {
        assertThat(until(NOON.plus(Duration.ofDays(7))).expiryAfterMove(false, Duration.ofHours(2), NOON))
                .isEqualTo(NOON.plus(Duration.ofHours(2)));
    }

    @Test
    void but_not_to_less_than_half_an_hour() {
        assertThat(until(NOON.plus(Duration.ofDays(7))).expiryAfterMove(false, Duration.ofMinutes(5), NOON))
                .isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    }

    @Test
    void backwards_it_is_never_prolonged() {
        var soon = NOON.plus(Duration.ofMinutes(10));

        assertThat(until(soon).expiryAfterMove(false, Duration.ofHours(2), NOON))
                .isEqualTo(soon);
    }

    @Property
    void whichever_way_it_goes_half_an_hour_or_what_there_was_is_left(
            @ForAll boolean isForward,
            @ForAll @IntRange(min = 1, max = 20_000) int minutes,
            @ForAll @IntRange(min = 1, max = 20_000) int left) {
        var before = NOON.plus(Duration.ofMinutes(left));
        var least = NOON.plus(Duration.ofMinutes(Math.min(left, 30)));

        assertThat(until(before).expiryAfterMove(isForward, Duration.ofMinutes(minutes), NOON))
                .isAfterOrEqualTo(least);
    }

    @Property
    void backwards_no_hold_ends_later_than_it_would_have(
            @ForAll @IntRange(min = 1, max = 20_000) int minutes, @ForAll @IntRange(min = 1, max = 20_000) int left) {
        var before = NOON.plus(Duration.ofMinutes(left));

        assertThat(until(before).expiryAfterMove(false, Duration.ofMinutes(minutes), NOON))
                .isBeforeOrEqualTo(before);
    }

    private static Holding until(Instant expiresAt) {
        return new Holding(List.of(reservation(1, "w1", "5")), expiresAt);
    }
}

package app.cerniq.examples.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.testkit.time.MovableClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter text = new StringWriter();
    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-02T07:00:00Z"));

    @Test
    void elsewhere_than_on_a_terminal_every_twentieth_part_is_a_line() {
        var progress = new Progress(new PrintWriter(text, true), false, 1_000, clock);

        clock.move(Duration.ofSeconds(10));
        progress.accept(960);
        progress.accept(940);
        progress.accept(930);
        progress.accept(990);
        clock.move(Duration.ofSeconds(110));
        progress.accept(400);
        progress.accept(0);

        assertThat(text.toString().lines())
                .containsExactly(
                        "  6 %  60 of 1,000 operations, 6 per second, 10 s so far, 2 min 36 s left",
                        " 60 %  600 of 1,000 operations, 5 per second, 2 min 0 s so far, 1 min 20 s left",
                        "100 %  1,000 of 1,000 operations, 8 per second, 2 min 0 s so far; now every deal is looked at");
    }

    @Test
    void on_a_terminal_one_line_is_written_over_twice_a_second_and_taken_away() {
        var progress = new Progress(new PrintWriter(text, true), true, 100, clock);

        progress.accept(99);
        clock.move(Duration.ofMillis(500));
        progress.accept(50);
        progress.accept(49);
        progress.end();

        assertThat(text.toString())
                .isEqualTo(
                        "\r 50 %  50 of 100 operations, 100 per second, 0 s so far, 0 s left\u001b[K" + "\r\u001b[K");
    }

    @Test
    void times_are_told_in_their_two_largest_parts() {
        assertThat(Progress.words(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Progress.words(Duration.ofSeconds(61))).isEqualTo("1 min 1 s");
        assertThat(Progress.words(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }
}

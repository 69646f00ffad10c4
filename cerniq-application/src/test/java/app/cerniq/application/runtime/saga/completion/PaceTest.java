package app.cerniq.application.runtime.saga.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often ANAF is asked, and that it is never more than it allows. */
class PaceTest {

    private static final Instant UPLOAD = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void the_first_day_has_no_more_than_thirty_questions_and_they_never_stop() {
        var asked = new ArrayList<Duration>();
        for (var at = UPLOAD; at.isBefore(UPLOAD.plus(Duration.ofDays(3))); ) {
            var pause = PollingPace.after(UPLOAD, at);
            asked.add(pause);
            at = at.plus(pause);
        }

        assertThat(asked.subList(0, 8).stream().map(Duration::toMinutes))
                .containsExactly(1L, 2L, 4L, 8L, 15L, 30L, 60L, 60L);
        assertThat(asked.stream().limit(30).reduce(Duration.ZERO, Duration::plus))
                .isGreaterThanOrEqualTo(Duration.ofDays(1));
        assertThat(asked.get(asked.size() - 1)).isEqualTo(Duration.ofHours(3));
    }

    @ParameterizedTest
    @CsvSource({
        "PT72H, PT1H, false, PT1H, false",
        "PT72H, PT1M, true, PT15M, false",
        "PT47H, PT1H, false, PT15M, true",
        "PT47H, PT1H, true, PT15M, true",
        "PT5H, PT1H, false, PT5M, true",
        "PT5H, PT1H, true, PT15M, true",
        "PT5H, PT1M, false, PT1M, true",
        "-PT5H, PT1H, false, PT5M, true"
    })
    void the_nearer_the_deadline_the_sooner_it_is_tried_again(
            Duration left, Duration usual, boolean isQuestion, Duration pause, boolean critical) {
        assertThat(DeadlineRetry.of(UPLOAD, UPLOAD.plus(left), usual, isQuestion))
                .isEqualTo(new DeadlineRetry(pause, critical));
    }
}

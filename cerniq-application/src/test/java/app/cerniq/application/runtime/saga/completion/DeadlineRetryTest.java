package app.cerniq.application.runtime.saga.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon ANAF is tried again, and that it is never more often than it allows. */
class DeadlineRetryTest {

    private static final Instant UPLOAD = Instant.parse("2026-03-02T12:00:00Z");

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

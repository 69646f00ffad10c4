package app.cerniq.application.runtime.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a partner is left alone, and when it is tried again; by a clock that only moves when it is told to. */
class BreakersTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final TenantId OURS = new TenantId(new UUID(0, 1));
    private static final TenantId THEIRS = new TenantId(new UUID(0, 2));

    private final MovableClock clock = MovableClock.at(NOON);
    private final List<BreakerChange> told = new ArrayList<>();
    private final Breakers breakers = new Breakers(Map.of(), List.of(told::add), clock);
    private int calls;

    private Outcome<String> call(TenantId tenant, Partner partner, Outcome<String> answer) {
        return breakers.call(partner, tenant, () -> {
            calls++;
            return answer;
        });
    }

    private static final Outcome<String> GOOD = new Outcome.Done<>("well");
    private static final Outcome<String> REFUSED =
            new Outcome.Refused<>(Failure.of("OBLIO_DOCUMENT_REFUSED", "no", NOON));
    private static final Outcome<String> UNKNOWN =
            new Outcome.Unknown<>(Failure.of("OBLIO_OUTCOME_UNKNOWN", "silence", NOON));
    private static final Outcome<String> CLOSED =
            new Outcome.Unavailable<>(Failure.of("OBLIO_UNAVAILABLE", "closed", NOON));

    /** Document 001, section 8.1; creating as specification C56 corrects it. */
    @ParameterizedTest
    @CsvSource({
        "OBLIO, 10, 60, 50, 30, 5",
        "ANAF_SPV, 30, 120, 30, 60, 3",
        "XAI, 60, 60, 40, 10, 10",
        "TIMELINESAI, 15, 15, 50, 20, 5",
        "RESEND, 10, 10, 50, 15, 5"
    })
    void the_figures_are_those_of_the_document(
            Partner partner, long asking, long creating, int errors, long reset, int calls) {
        assertThat(breakers.figures(partner))
                .isEqualTo(new BreakerFigures(
                        Duration.ofSeconds(asking),
                        Duration.ofSeconds(creating),
                        errors,
                        Duration.ofSeconds(reset),
                        calls));
    }

    @Test
    void below_the_minimum_of_calls_no_share_of_failures_means_anything() {
        for (var i = 0; i < 4; i++) {
            call(OURS, Partner.OBLIO, CLOSED);
        }

        assertThat(breakers.state(Partner.OBLIO, OURS)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void a_partner_that_fails_too_often_is_left_alone_and_callers_know_that_nothing_was_executed() {
        for (var i = 0; i < 5; i++) {
            call(OURS, Partner.OBLIO, i % 2 == 0 ? UNKNOWN : GOOD);
        }

        var refused = call(OURS, Partner.OBLIO, GOOD);

        assertThat(calls).isEqualTo(5);
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        left -> assertThat(left.failure().code().value()).isEqualTo("OBLIO_CIRCUIT_OPEN"));
        assertThat(told)
                .containsExactly(new BreakerChange(
                        Partner.OBLIO,
                        Optional.of(OURS),
                        BreakerState.CLOSED,
                        BreakerState.OPEN,
                        60,
                        5,
                        NOON,
                        Optional.of(NOON.plusSeconds(30))));
    }

    @Test
    void after_the_pause_one_call_decides() {
        opened();
        clock.move(Duration.ofSeconds(29));
        assertThat(call(OURS, Partner.OBLIO, GOOD)).isInstanceOf(Outcome.Unavailable.class);
        clock.move(Duration.ofSeconds(2));

        assertThat(call(OURS, Partner.OBLIO, GOOD)).isEqualTo(GOOD);

        assertThat(breakers.state(Partner.OBLIO, OURS)).isEqualTo(BreakerState.CLOSED);
        assertThat(told)
                .extracting(BreakerChange::to)
                .containsExactly(BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.CLOSED);
    }

    @Test
    void a_call_that_fails_again_opens_it_again() {
        opened();
        clock.move(Duration.ofSeconds(31));

        call(OURS, Partner.OBLIO, CLOSED);

        assertThat(breakers.state(Partner.OBLIO, OURS)).isEqualTo(BreakerState.OPEN);
    }

    private void opened() {
        for (var i = 0; i < 5; i++) {
            call(OURS, Partner.OBLIO, CLOSED);
        }
        assertThat(breakers.state(Partner.OBLIO, OURS)).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void a_refusal_is_an_answer_and_no_failure() {
        for (var i = 0; i < 50; i++) {
            call(OURS, Partner.OBLIO, REFUSED);
        }

        assertThat(breakers.state(Partner.OBLIO, OURS)).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void the_credentials_of_one_tenant_are_no_failure_of_another() {
        opened();

        assertThat(call(THEIRS, Partner.OBLIO, GOOD)).isEqualTo(GOOD);
    }

    @Test
    void what_has_one_account_for_all_has_one_breaker_for_all() {
        for (var i = 0; i < 10; i++) {
            call(OURS, Partner.XAI, CLOSED);
        }

        assertThat(call(THEIRS, Partner.XAI, GOOD)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(breakers.views())
                .containsExactly(new Breakers.View(Partner.XAI, Optional.empty(), BreakerState.OPEN));
    }

    @Test
    void a_call_that_takes_too_long_counts_as_failed_though_it_was_answered() {
        for (var i = 0; i < 5; i++) {
            breakers.call(Partner.OBLIO, OURS, () -> {
                clock.move(Duration.ofSeconds(61));
                return GOOD;
            });
        }

        assertThat(breakers.state(Partner.OBLIO, OURS)).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void a_call_that_breaks_counts_as_failed_and_breaks_its_caller() {
        for (var i = 0; i < 5; i++) {
            try {
                breakers.call(Partner.OBLIO, OURS, () -> {
                    throw new IllegalStateException("broken");
                });
            } catch (IllegalStateException broken) {
                assertThat(broken).hasMessage("broken");
            }
        }

        assertThat(breakers.state(Partner.OBLIO, OURS)).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void a_host_chooses_other_figures() {
        var patient = new BreakerFigures(Duration.ofSeconds(1), Duration.ofSeconds(2), 100, Duration.ofMinutes(1), 2);
        var theirs = new Breakers(Map.of(Partner.OBLIO, patient), List.of(), clock);

        theirs.call(Partner.OBLIO, OURS, () -> CLOSED);
        theirs.call(Partner.OBLIO, OURS, () -> CLOSED);

        assertThat(theirs.state(Partner.OBLIO, OURS)).isEqualTo(BreakerState.OPEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BreakerFigures(
                        Duration.ofSeconds(60), Duration.ofSeconds(10), 50, Duration.ofSeconds(30), 5))
                .withMessageContaining("PT1M");
    }

    @Test
    void what_fails_is_asked_of_the_next_and_at_the_end_somebody_takes_over() {
        var human = new Outcome.Unavailable<String>(Failure.of("AI_ALL_MODELS_UNAVAILABLE", "over to you", NOON));
        var asked = new ArrayList<String>();
        var chain = new Fallback<String, String>(
                List.of(
                        question -> {
                            asked.add("first");
                            return question.equals("easy") ? GOOD : UNKNOWN;
                        },
                        question -> {
                            asked.add("second");
                            return question.equals("hard") ? GOOD : CLOSED;
                        }),
                last -> human);

        assertThat(chain.ask("easy")).isEqualTo(GOOD);
        assertThat(asked).containsExactly("first");
        assertThat(chain.ask("hard")).isEqualTo(GOOD);
        assertThat(chain.ask("impossible")).isEqualTo(human);
        assertThat(new Fallback<String, String>(List.of(question -> REFUSED, question -> GOOD), last -> human).ask("?"))
                .isEqualTo(REFUSED);
    }
}

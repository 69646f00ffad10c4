package app.cerniq.domain.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.runtime.failure.Escalation.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue, held against section 7.1 of document 001 as it is written there. */
class FailureCatalogueTest {

    private static final FailureCatalogue STANDARD = FailureCatalogue.standard();
    private static final Map<String, Target> WORKERS =
            Map.of("N4", Target.DOCUMENT_REVIEW, "N2", Target.HUMAN_TAKEOVER);

    /** One entry of the document. */
    record Entry(String code, Severity severity, boolean retryable, int retries, Duration delay, Optional<Target> to) {}

    static Stream<Entry> document() {
        var entry = Pattern.compile("code: '(\\w+)',(.*?)\\n {2}\\},", Pattern.DOTALL);
        return entry.matcher(read()).results().map(found -> entry(found.group(1), found.group(2)));
    }

    private static Entry entry(String code, String body) {
        return new Entry(
                code,
                Severity.valueOf(field(body, "severity: ErrorSeverity\\.(\\w+)").orElseThrow()),
                Boolean.parseBoolean(field(body, "retryable: (\\w+)").orElseThrow()),
                field(body, "maxRetries: (\\d+)").map(Integer::parseInt).orElse(0),
                field(body, "retryDelay: (\\d+)")
                        .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                        .orElse(Duration.ZERO),
                field(body, "escalateTo: '(\\w+)'").map(WORKERS::get));
    }

    private static Optional<String> field(String body, String pattern) {
        var found = Pattern.compile(pattern).matcher(body);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String read() {
        try (var in = FailureCatalogueTest.class.getResourceAsStream("document-001-section-7-1.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void the_document_has_eight_entries() {
        assertThat(document()).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("document")
    void every_entry_of_the_document_is_a_row_with_its_figures(Entry entry) {
        var rule = STANDARD.ruleOf(new FailureCode(entry.code()));

        assertThat(STANDARD.knows(rule.code())).isTrue();
        assertThat(rule.severity()).isEqualTo(entry.severity());
        assertThat(rule.severity().isRetried()).isEqualTo(entry.retryable());
        assertThat(rule.retries()).isEqualTo(entry.retries());
        assertThat(rule.delay()).isEqualTo(entry.delay());
        entry.to()
                .ifPresent(target ->
                        assertThat(rule.escalation().map(Escalation::target)).contains(target));
    }

    @Test
    void what_the_document_escalates_is_looked_at_in_time() {
        assertThat(STANDARD.ruleOf(new FailureCode("SPV_VALIDATION_ERROR")).escalation())
                .contains(new Escalation(Target.DOCUMENT_REVIEW, Duration.ofHours(4)));
        assertThat(STANDARD.ruleOf(new FailureCode("AI_MAX_REGENERATIONS")).escalation())
                .contains(new Escalation(Target.HUMAN_TAKEOVER, Duration.ofMinutes(15)));
    }

    @Test
    void a_code_that_nobody_described_is_fatal_and_somebody_looks() {
        var rule = STANDARD.ruleOf(new FailureCode("NEVER_SEEN"));

        assertThat(rule.severity()).isEqualTo(Severity.FATAL);
        assertThat(rule.pauseAfter(1)).isEmpty();
        assertThat(rule.escalation()).isPresent();
        assertThat(STANDARD.knows(rule.code())).isFalse();
    }

    @Test
    void every_failure_that_gives_up_is_seen_by_somebody() {
        assertThat(STANDARD.rules())
                .filteredOn(rule -> rule.severity() == Severity.FATAL || rule.severity() == Severity.RECOVERABLE)
                .allMatch(rule -> rule.escalation().isPresent());
    }

    @Test
    void a_row_of_the_host_takes_the_place_of_ours_and_the_others_stay() {
        var theirs = FailureRule.retried(
                "SPV_MAINTENANCE", Severity.RECOVERABLE, "SPV is closed", 3, Duration.ofMinutes(20), Optional.empty());

        var replaced = STANDARD.with(List.of(theirs));

        assertThat(replaced.ruleOf(theirs.code())).isEqualTo(theirs);
        assertThat(replaced.rules()).hasSameSizeAs(STANDARD.rules());
        assertThat(STANDARD.ruleOf(theirs.code())).isNotEqualTo(theirs);
    }

    @Test
    void pauses_grow_up_to_the_ceiling_and_end_with_the_retries() {
        var rule = STANDARD.ruleOf(new FailureCode("OBLIO_API_RATE_LIMIT"));

        assertThat(Stream.of(1, 2, 3, 4, 5, 6).map(rule::pauseAfter))
                .containsExactly(minutes(1), minutes(2), minutes(4), minutes(8), minutes(10), Optional.empty());
        assertThat(rule.pause(1_000_000)).isEqualTo(Duration.ofMinutes(10));
    }

    private static Optional<Duration> minutes(int minutes) {
        return Optional.of(Duration.ofMinutes(minutes));
    }

    @Test
    void a_row_that_makes_no_sense_is_refused_with_what_would_be_accepted() {
        var delay = Duration.ofSeconds(5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailureRule.retried("A_B", Severity.FATAL, "no", 3, delay, Optional.empty()))
                .withMessageContaining("no retries, being FATAL")
                .withMessageContaining("not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailureRule.retried("A_B", Severity.TRANSIENT, "no", 0, delay, Optional.empty()))
                .withMessageContaining("1 to 10000 retries");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        FailureRule.retried("A_B", Severity.TRANSIENT, "no", 1, Duration.ofMillis(5), Optional.empty()))
                .withMessageContaining("from a second");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureCode("oblio timeout"))
                .withMessageContaining("\"oblio timeout\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Escalation(Target.DOCUMENT_REVIEW, Duration.ZERO))
                .withMessageContaining("PT0S");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer 67d6a1b2c3d4e5",
                "client_secret=hunter2hunter2",
                "{\"access_token\":\"67d6\"}",
                "eyJhbGciOi.eyJzdWIi.c2ln is not valid",
                "no account for ana.pop@example.ro here",
                "CNP 2960714123456 is wrong",
                "call 0722 123 456 or +40722123456",
                "IBAN RO49AAAA1B31007593840000"
            })
    void a_message_keeps_neither_secrets_nor_personal_data(String told) {
        var message = Failure.of("OBLIO_DOCUMENT_REFUSED", told, Instant.EPOCH).message();

        assertThat(message)
                .contains("[masked]")
                .doesNotContain("67d6")
                .doesNotContain("hunter2")
                .doesNotContain("c2ln")
                .doesNotContain("ana.pop")
                .doesNotContain("2960714123456")
                .doesNotContain("123 456")
                .doesNotContain("722123456")
                .doesNotContain("AAAA1B31");
    }

    @Test
    void what_is_no_secret_stays_and_what_is_too_long_is_cut() {
        var told = "Seria FCT 0012 nu exista pentru CIF 14399840.";

        assertThat(Failure.of("A_B", told, Instant.EPOCH).message()).isEqualTo(told);
        assertThat(Failure.of("A_B", "x".repeat(900), Instant.EPOCH).message()).hasSize(500);
        assertThat(Failure.of("A_B", " ", Instant.EPOCH).message()).isNotBlank();
    }

    @Test
    void the_guide_has_a_line_for_every_row() throws IOException {
        var guide = Files.readString(Path.of("../docs/failures.md"));

        assertThat(STANDARD.rules()).allSatisfy(rule -> assertThat(guide).contains(line(rule)));
    }

    private static String line(FailureRule rule) {
        var pause = rule.retries() == 0
                ? ""
                : rule.growth() == 1
                        ? text(rule.delay())
                        : text(rule.delay()) + ", ×" + rule.growth() + " up to " + text(rule.ceiling());
        var looks = rule.escalation()
                .map(to -> to.target() + " in " + text(to.sla()))
                .orElse("");
        return "| " + rule.code() + " | " + rule.severity() + " | "
                + (rule.retries() == 0 ? "" : String.valueOf(rule.retries())) + " | " + pause + " | " + looks + " | "
                + rule.meaning() + " |";
    }

    private static String text(Duration time) {
        if (time.toSeconds() < 60) {
            return time.toSeconds() + " s";
        }
        return time.toMinutes() < 60 ? time.toMinutes() + " min" : time.toHours() + " h";
    }
}

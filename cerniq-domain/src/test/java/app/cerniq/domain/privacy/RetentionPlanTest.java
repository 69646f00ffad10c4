package app.cerniq.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.privacy.Retention.Counted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionPlanTest {

    private static final Instant MARCH_2026 = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void an_invoice_is_kept_for_ten_years_from_the_july_after_its_year() {
        var line = RetentionPlan.STANDARD.of(RecordKind.FISCAL_DOCUMENT, MARCH_2026);

        assertThat(line.end(MARCH_2026)).isEqualTo("2037-07-01");
    }

    @Test
    void the_rest_is_kept_for_five_years_from_its_day_in_romania() {
        var lateInTheEvening = Instant.parse("2026-03-02T22:30:00Z"); // the third, in Bucharest
        var line = RetentionPlan.STANDARD.of(RecordKind.CUSTOMER_DATA, lateInTheEvening);

        assertThat(line.end(lateInTheEvening)).isEqualTo("2031-03-03");
    }

    @Test
    void it_is_kept_until_that_day_and_not_on_it() {
        var plan = RetentionPlan.STANDARD;
        var before = Instant.parse("2037-06-30T20:59:59Z");

        assertThat(plan.isKept(RecordKind.FISCAL_DOCUMENT, MARCH_2026, before)).isTrue();
        assertThat(plan.isKept(RecordKind.FISCAL_DOCUMENT, MARCH_2026, before.plusSeconds(1)))
                .isFalse();
    }

    @Test
    void a_change_of_the_law_is_one_more_line_and_leaves_older_records_alone() {
        var lines = new ArrayList<>(RetentionPlan.STANDARD.lines());
        lines.add(new Retention(
                RecordKind.FISCAL_DOCUMENT, LocalDate.of(2027, 1, 1), 5, Counted.FROM_THE_DAY, "a new law"));
        var plan = new RetentionPlan(lines);

        assertThat(plan.of(RecordKind.FISCAL_DOCUMENT, MARCH_2026).years()).isEqualTo(10);
        assertThat(plan.of(RecordKind.FISCAL_DOCUMENT, Instant.parse("2027-01-01T00:00:00Z"))
                        .source())
                .isEqualTo("a new law");
    }

    @Test
    void a_plan_says_something_of_every_kind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionPlan(List.of()))
                .withMessageContaining("FISCAL_DOCUMENT");
    }

    @Test
    void nothing_is_kept_for_no_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Retention(RecordKind.APPROVAL, LocalDate.of(2027, 1, 1), 5, Counted.FROM_THE_DAY, " "));
    }
}

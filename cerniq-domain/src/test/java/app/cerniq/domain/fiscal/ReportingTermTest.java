package app.cerniq.domain.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.fiscal.ReportingTerm.Nearness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingTermTest {

    private static final WorkingCalendar ROMANIA = RomanianHolidays::isWorkingDay;

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 2026-01-14",
        "2026-04-08, 2026-04-17",
        "2026-11-20, 2026-11-27",
        "2026-11-25, 2026-12-04",
        "2026-12-23, 2026-12-31",
        "2026-12-31, 2027-01-12",
        "2027-04-28, 2027-05-07",
        "2027-06-17, 2027-06-25"
    })
    void since_2026_five_working_days_count(LocalDate issued, LocalDate last) {
        assertThat(ReportingTerm.of(issued, ROMANIA)).isEqualTo(new ReportingTerm(last, true));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, 2026-01-05", "2025-04-17, 2025-04-22", "2024-02-25, 2024-03-01"})
    void until_the_end_of_2025_five_calendar_days_count(LocalDate issued, LocalDate last) {
        assertThat(ReportingTerm.of(issued, ROMANIA)).isEqualTo(new ReportingTerm(last, false));
    }

    @Test
    void an_invoice_that_comes_too_late_has_no_more_time_than_the_limit_of_article_319() {
        var event = Optional.of(LocalDate.of(2026, 8, 20));

        assertThat(ReportingTerm.of(LocalDate.of(2026, 9, 17), event, ROMANIA).lastDay())
                .isEqualTo(LocalDate.of(2026, 9, 22));
        assertThat(ReportingTerm.of(LocalDate.of(2026, 9, 10), event, ROMANIA).lastDay())
                .isEqualTo(LocalDate.of(2026, 9, 17));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 5, NORMAL",
        "2026-11-24, 3, NORMAL",
        "2026-11-25, 2, WARNING",
        "2026-11-26, 1, CRITICAL",
        "2026-11-27, 0, CRITICAL",
        "2026-11-28, 0, OVERDUE"
    })
    void the_nearer_the_deadline_the_louder(LocalDate today, int left, Nearness nearness) {
        var deadline = ReportingTerm.of(LocalDate.of(2026, 11, 20), ROMANIA);

        assertThat(deadline.daysLeft(today, ROMANIA)).isEqualTo(left);
        assertThat(deadline.at(today, ROMANIA)).isEqualTo(nearness);
    }

    @Test
    void what_was_counted_in_calendar_days_is_left_in_calendar_days() {
        var deadline = ReportingTerm.of(LocalDate.of(2025, 12, 31), ROMANIA);

        assertThat(deadline.daysLeft(LocalDate.of(2026, 1, 3), ROMANIA)).isEqualTo(2);
        assertThat(deadline.at(LocalDate.of(2026, 1, 3), ROMANIA)).isEqualTo(Nearness.WARNING);
        assertThat(deadline.at(LocalDate.of(2026, 1, 6), ROMANIA)).isEqualTo(Nearness.OVERDUE);
    }

    @ParameterizedTest
    @CsvSource({"2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02", "2028-04-16", "2029-04-08", "2030-04-28"})
    void easter_is_the_orthodox_one(LocalDate sunday) {
        assertThat(RomanianHolidays.orthodoxEaster(sunday.getYear())).isEqualTo(sunday);
        assertThat(ROMANIA.isWorkingDay(sunday.minusDays(2))).isFalse();
        assertThat(ROMANIA.isWorkingDay(sunday.plusDays(1))).isFalse();
        assertThat(ROMANIA.isWorkingDay(sunday.plusDays(50))).isFalse();
    }

    @Test
    void a_host_may_bring_its_own_calendar() {
        WorkingCalendar everyDay = day -> true;

        assertThat(ReportingTerm.of(LocalDate.of(2026, 11, 20), everyDay).lastDay())
                .isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void the_authority_is_asked_ever_more_rarely_but_never_not_at_all() {
        var uploaded = Instant.parse("2026-11-20T08:00:00Z");
        var last = uploaded;
        var asked = 0;
        while (Duration.between(uploaded, StatusPolling.next(uploaded, asked, last))
                        .compareTo(Duration.ofDays(1))
                < 0) {
            last = StatusPolling.next(uploaded, asked, last);
            asked++;
        }

        assertThat(asked).isEqualTo(28);
        assertThat(StatusPolling.next(uploaded, 0, uploaded)).isEqualTo(uploaded.plusSeconds(60));
        assertThat(StatusPolling.next(uploaded, 6, uploaded.plusSeconds(3600))).isEqualTo(uploaded.plusSeconds(7200));
        var late = uploaded.plus(Duration.ofDays(40));
        assertThat(StatusPolling.next(uploaded, 400, late)).isEqualTo(late.plus(Duration.ofHours(3)));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusPolling.next(uploaded, -1, uploaded));
    }
}

package app.cerniq.domain.fiscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of specification fiscal, section 4.1. */
class ReportingDeadlineTest {

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
    void since_2026_five_working_days_are_counted(LocalDate issued, LocalDate last) {
        assertThat(ReportingDeadline.lastDayFor(issued)).isEqualTo(last);
    }

    @Test
    void before_2026_five_days_of_the_calendar_are_counted() {
        assertThat(ReportingDeadline.lastDayFor(LocalDate.of(2025, 12, 31))).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Test
    void a_day_ends_at_midnight_in_bucharest() {
        assertThat(ReportingDeadline.of(LocalDate.of(2026, 11, 20))).isEqualTo(Instant.parse("2026-11-27T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026, 2026-04-12", "2027, 2027-05-02", "2028, 2028-04-16"})
    void easter_is_the_orthodox_one(int year, LocalDate easter) {
        assertThat(RomanianHolidays.orthodoxEaster(year)).isEqualTo(easter);
    }
}

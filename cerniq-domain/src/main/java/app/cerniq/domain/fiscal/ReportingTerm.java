package app.cerniq.domain.fiscal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * By when an invoice has to be reported as an e-invoice. Five calendar days from its issue until the end of 2025, five
 * working days since, and not later than five working days after the 15th of the month that follows the taxable event.
 * Source: OUG 120/2021, article 10(7), as changed by OUG 89/2025; fiscal notes, section 4.1; C41 to C43.
 *
 * @param lastDay the last day on which it is in time, in Romania
 * @param isCountedInWorkingDays which days count when somebody asks how many are left
 */
public record ReportingTerm(LocalDate lastDay, boolean isCountedInWorkingDays) {

    /** How near it is. */
    public enum Nearness {
        NORMAL,
        /** Two days are left. */
        WARNING,
        /** One day is left, or none but today. */
        CRITICAL,
        OVERDUE
    }

    /** What the law says from a day of issue on. */
    private record Term(LocalDate from, int days, boolean isInWorkingDays) {}

    private static final List<Term> TERMS =
            List.of(new Term(LocalDate.of(2026, 1, 1), 5, true), new Term(LocalDate.MIN, 5, false));

    private static final int DAY_OF_ARTICLE_319 = 15;

    /** The deadline of an invoice that is issued when its taxable event happens. */
    public static ReportingTerm of(LocalDate issued, WorkingCalendar calendar) {
        return of(issued, Optional.empty(), calendar);
    }

    /**
     * The deadline of an invoice.
     *
     * @param taxableEvent where it was earlier than the issue
     */
    public static ReportingTerm of(LocalDate issued, Optional<LocalDate> taxableEvent, WorkingCalendar calendar) {
        var term = TERMS.stream()
                .filter(law -> !issued.isBefore(law.from()))
                .findFirst()
                .orElseThrow();
        if (!term.isInWorkingDays()) {
            return new ReportingTerm(issued.plusDays(term.days()), false);
        }
        var fromIssue = calendar.after(issued, term.days());
        var latest = taxableEvent
                .map(event -> event.plusMonths(1).withDayOfMonth(DAY_OF_ARTICLE_319))
                .map(limit -> calendar.after(limit, term.days()))
                .filter(limit -> limit.isBefore(fromIssue));
        return new ReportingTerm(latest.orElse(fromIssue), true);
    }

    /** How many days are left after today; 0 on the last day and later. */
    public int daysLeft(LocalDate today, WorkingCalendar calendar) {
        return isCountedInWorkingDays
                ? calendar.between(today, lastDay)
                : (int) Math.max(0, lastDay.toEpochDay() - today.toEpochDay());
    }

    /** How near it is today. */
    public Nearness at(LocalDate today, WorkingCalendar calendar) {
        if (today.isAfter(lastDay)) {
            return Nearness.OVERDUE;
        }
        return switch (daysLeft(today, calendar)) {
            case 0, 1 -> Nearness.CRITICAL;
            case 2 -> Nearness.WARNING;
            default -> Nearness.NORMAL;
        };
    }
}

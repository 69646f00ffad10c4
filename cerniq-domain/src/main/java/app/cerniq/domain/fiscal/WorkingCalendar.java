package app.cerniq.domain.fiscal;

import java.time.LocalDate;

/** Which days people work. Holidays change by law, so a host may bring its own. */
@FunctionalInterface
public interface WorkingCalendar {

    /** Whether this is a working day. */
    boolean isWorkingDay(LocalDate day);

    /** The day that is so many working days later; the first day itself is not counted (regulation 1182/71). */
    default LocalDate after(LocalDate day, int workingDays) {
        var last = day;
        for (var counted = 0; counted < workingDays; ) {
            last = last.plusDays(1);
            if (isWorkingDay(last)) {
                counted++;
            }
        }
        return last;
    }

    /** How many working days there are after one day up to and including another; 0 where it is not later. */
    default int between(LocalDate day, LocalDate last) {
        var counted = 0;
        for (var next = day.plusDays(1); !next.isAfter(last); next = next.plusDays(1)) {
            counted += isWorkingDay(next) ? 1 : 0;
        }
        return counted;
    }
}

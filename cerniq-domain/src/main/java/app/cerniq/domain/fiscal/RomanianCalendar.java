package app.cerniq.domain.fiscal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The working days of Romania by the Labour Code, article 139, as in force in 2026: Easter and Pentecost are the Orthodox ones. */
public final class RomanianCalendar implements WorkingCalendar {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 2),
            MonthDay.of(1, 6),
            MonthDay.of(1, 7),
            MonthDay.of(1, 24),
            MonthDay.of(5, 1),
            MonthDay.of(6, 1),
            MonthDay.of(8, 15),
            MonthDay.of(11, 30),
            MonthDay.of(12, 1),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    /** Good Friday, Easter Sunday and Monday, Pentecost Sunday and Monday, counted from Easter Sunday. */
    private static final Set<Long> FROM_EASTER = Set.of(-2L, 0L, 1L, 49L, 50L);

    /** From the Julian to the Gregorian calendar; right from 1900-03-01 to 2100-02-28. */
    private static final int JULIAN_LAG = 13;

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** Whether nobody works on this day by law, whatever day of the week it is. */
    public boolean isHoliday(LocalDate day) {
        return FIXED.contains(MonthDay.from(day))
                || FROM_EASTER.contains(day.toEpochDay() - easter(day.getYear()).toEpochDay());
    }

    /** Orthodox Easter Sunday in the Gregorian calendar, by the algorithm of Meeus for the Julian one. */
    static LocalDate easter(int year) {
        var moon = (19 * (year % 19) + 15) % 30;
        var sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        var days = moon + sunday + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1).plusDays(JULIAN_LAG);
    }
}

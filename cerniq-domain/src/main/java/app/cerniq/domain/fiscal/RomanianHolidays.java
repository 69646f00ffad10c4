package app.cerniq.domain.fiscal;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/** The days on which the Labour Code (article 139) gives everybody off, and weekends. Law changes them: hosts may differ. */
public final class RomanianHolidays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.JANUARY, 2),
            MonthDay.of(Month.JANUARY, 6),
            MonthDay.of(Month.JANUARY, 7),
            MonthDay.of(Month.JANUARY, 24),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.JUNE, 1),
            MonthDay.of(Month.AUGUST, 15),
            MonthDay.of(Month.NOVEMBER, 30),
            MonthDay.of(Month.DECEMBER, 1),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26));

    /** Days after Orthodox Easter: Good Friday, Easter, Easter Monday, Pentecost and its Monday. */
    private static final Set<Long> AROUND_EASTER = Set.of(-2L, 0L, 1L, 49L, 50L);

    private RomanianHolidays() {}

    /** Whether somebody works on a day. */
    public static boolean isWorkingDay(LocalDate day) {
        var weekend = day.getDayOfWeek().getValue() >= 6;
        var sinceEaster = day.toEpochDay() - orthodoxEaster(day.getYear()).toEpochDay();
        return !weekend && !FIXED.contains(MonthDay.from(day)) && !AROUND_EASTER.contains(sinceEaster);
    }

    /** Easter Sunday by the Julian reckoning (Meeus), in the Gregorian calendar; for the years 1900 to 2099. */
    static LocalDate orthodoxEaster(int year) {
        var moon = (19 * (year % 19) + 15) % 30;
        var sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        var julian = moon + sunday + 114;
        return LocalDate.of(year, julian / 31, julian % 31 + 1).plusDays(13);
    }
}

package app.cerniq.domain.guardrail.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days in a text: {@code 15.03.2027}, {@code 2027-03-15}, "15 martie", "March 15th", "vineri", "mâine", "săptămâna viitoare". */
final class Dates {

    /**
     * A day, or a time from one day to another.
     *
     * @param date the day; null where a time is meant, or what looks like a date is none
     * @param least in how many days at the earliest; null where a day is meant
     */
    record Hit(
            int end,
            @Nullable LocalDate date,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {

        private static Hit day(int end, @Nullable LocalDate date) {
            return new Hit(end, date, null, null);
        }
    }

    private static final Set<String> BEFORE_DAY_AND_MONTH =
            Set.of("pe", "din", "data", "la", "pana", "by", "on", "until", "de", "inainte");
    private static final Set<String> SOME = Set.of("cateva", "multe", "putine", "niste", "urmatoarele", "ultimele");
    private static final Set<String> NEXT = Set.of("viitoare", "viitor", "urmatoare", "urmator", "next");
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

    private Dates() {}

    /** The date that begins with a token; null where none does. */
    static @Nullable Hit at(Tokens tokens, int at, LocalDate today) {
        var token = tokens.at(at);
        if (token.number()) {
            var numeric = numeric(tokens, at, today);
            return numeric != null ? numeric : dayAndMonth(tokens, at, token, today);
        }
        return token.word() ? named(tokens, at, today) : null;
    }

    private static @Nullable Hit numeric(Tokens tokens, int at, LocalDate today) {
        var separator = tokens.at(at + 1);
        if (!separator.glued() || (!separator.mark('.') && !separator.mark('/') && !separator.mark('-'))) {
            return null;
        }
        var second = tokens.at(at + 2);
        if (!second.number()
                || !second.glued()
                || second.text().length() > 2
                || tokens.at(at).text().length() > 4) {
            return null;
        }
        var third = tokens.at(at + 4);
        var first = tokens.at(at).text();
        if (tokens.is(at + 3, separator.text()) && tokens.at(at + 3).glued() && third.number() && third.glued()) {
            if (first.length() == 4 && third.text().length() <= 2) {
                return Hit.day(at + 5, date(first, second.text(), third.text()));
            }
            var year = third.text().length() == 4 || (third.text().length() == 2 && !separator.mark('-'));
            if (first.length() <= 2 && year) {
                var full = third.text().length() == 2 ? "20" + third.text() : third.text();
                return Hit.day(at + 5, date(full, second.text(), first));
            }
            return null;
        }
        var introduced = BEFORE_DAY_AND_MONTH.contains(tokens.at(at - 1).text());
        var date = first.length() <= 2 && second.text().length() == 2 && introduced && !separator.mark('-');
        if (!date || measured(tokens, at + 3)) {
            return null;
        }
        var day = soon(Integer.parseInt(second.text()), Integer.parseInt(first), today);
        return day == null ? null : Hit.day(at + 3, day);
    }

    /** Whether the digits before count something, and are no date. */
    private static boolean measured(Tokens tokens, int at) {
        var next = tokens.at(at);
        var more = next.glued()
                && (next.word()
                        || (tokens.at(at + 1).number() && tokens.at(at + 1).glued()));
        return more
                || next.mark('/')
                || next.is("pe")
                || NumberWords.of(next) != null
                || Suffix.at(tokens, at).kind() != Suffix.Kind.NONE;
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The first such day from today on; null where there is no such day. */
    private static @Nullable LocalDate soon(int month, int day, LocalDate today) {
        for (int year = today.getYear(); year <= today.getYear() + 4; year++) {
            try {
                var date = LocalDate.of(year, month, day);
                if (!date.isBefore(today)) {
                    return date;
                }
            } catch (DateTimeException noSuchDay) {
                // 29 February comes only every fourth year
            }
        }
        return null;
    }

    private static @Nullable Hit dayAndMonth(Tokens tokens, int at, Token day, LocalDate today) {
        if (day.text().length() > 2 || day.odd()) {
            return null;
        }
        return monthAfter(tokens, at + 1, Integer.parseInt(day.text()), today);
    }

    /** The month, and perhaps the year, after the number of a day; null where none stands. */
    static @Nullable Hit monthAfter(Tokens tokens, int after, int day, LocalDate today) {
        var at = ORDINALS.contains(tokens.at(after).text()) && tokens.at(after).glued() ? after + 1 : after;
        at = tokens.is(at, "of") ? at + 1 : at;
        var month = Words.month(tokens.at(at).text());
        if (month == null || (tokens.is(at, "mai") && comparative(tokens.at(at + 1)))) {
            return null;
        }
        return year(tokens, at + 1, month, day, today);
    }

    private static boolean comparative(Token next) {
        return next.is("mult")
                || next.is("multe")
                || next.is("ieftin")
                || next.is("putin")
                || next.is("putine")
                || next.is("mare");
    }

    private static Hit year(Tokens tokens, int after, Month month, int day, LocalDate today) {
        var at = tokens.at(after).mark('.') || tokens.at(after).mark(',') ? after + 1 : after;
        var year = tokens.at(at);
        var given =
                year.number() && year.text().length() == 4 && year.text().startsWith("20") && !measured(tokens, at + 1);
        if (given) {
            return Hit.day(at + 1, date(year.text(), Integer.toString(month.getValue()), Integer.toString(day)));
        }
        return Hit.day(after, soon(month.getValue(), day, today));
    }

    private static @Nullable Hit named(Tokens tokens, int at, LocalDate today) {
        var token = tokens.at(at);
        return switch (token.text()) {
            case "azi", "astazi", "today", "tonight" -> Hit.day(at + 1, today);
            case "maine", "tomorrow" -> Hit.day(at + 1, today.plusDays(1));
            case "poimaine" -> Hit.day(at + 1, today.plusDays(2));
            case "sfarsitul", "sfarsit", "finalul", "final", "end" -> end(tokens, at, today);
            case "next", "this" -> coming(tokens, at, at + 1, today);
            case "saptamana", "luna", "anul" -> coming(tokens, at + 1, at, today);
            default -> weekdayOrMonth(tokens, at, today);
        };
    }

    private static @Nullable Hit end(Tokens tokens, int at, LocalDate today) {
        var of = at + 1;
        while (of <= at + 2
                && (tokens.is(of, "of") || tokens.is(of, "de") || tokens.is(of, "the") || tokens.is(of, "this"))) {
            of++;
        }
        var time = Words.time(tokens.at(of).text());
        if (time == null || tokens.at(of).startsLine()) {
            return null;
        }
        return switch (time) {
            case DAY -> Hit.day(of + 1, today);
            case WEEK -> Hit.day(of + 1, today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
            case MONTH -> Hit.day(of + 1, today.with(TemporalAdjusters.lastDayOfMonth()));
            case YEAR -> Hit.day(of + 1, today.with(TemporalAdjusters.lastDayOfYear()));
            default -> null;
        };
    }

    /** "săptămâna viitoare", "next month", "this week", "next Friday". */
    private static @Nullable Hit coming(Tokens tokens, int adjective, int noun, LocalDate today) {
        var end = Math.max(adjective, noun) + 1;
        var weekday = Words.weekday(tokens.at(noun).text());
        if (weekday != null) {
            return Hit.day(end, today.with(TemporalAdjusters.next(weekday)));
        }
        var next = NEXT.contains(tokens.at(adjective).text());
        var current = tokens.is(adjective, "aceasta") || tokens.is(adjective, "asta") || tokens.is(adjective, "this");
        var time = Words.time(tokens.at(noun).text());
        if ((!next && !current) || time == null) {
            return null;
        }
        var from = next ? beginning(today, time) : today;
        var to = ending(from, time);
        return to == null ? null : new Hit(end, null, days(today, from), days(today, to));
    }

    private static LocalDate beginning(LocalDate today, Words.Time time) {
        return switch (time) {
            case WEEK -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> today.with(TemporalAdjusters.firstDayOfNextMonth());
            case YEAR -> today.with(TemporalAdjusters.firstDayOfNextYear());
            default -> today;
        };
    }

    /** The last day of the week, month or year that a day is in; null for shorter times. */
    private static @Nullable LocalDate ending(LocalDate day, Words.Time time) {
        return switch (time) {
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
            default -> null;
        };
    }

    private static BigDecimal days(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(to.toEpochDay() - from.toEpochDay());
    }

    private static @Nullable Hit weekdayOrMonth(Tokens tokens, int at, LocalDate today) {
        var word = tokens.at(at).text();
        var monday = word.equals("luni") && !SOME.contains(tokens.at(at - 1).text()) && !tokens.is(at + 1, "de");
        var weekday = monday ? DayOfWeek.MONDAY : Words.weekday(word);
        if (weekday != null) {
            var end = NEXT.contains(tokens.at(at + 1).text()) ? at + 2 : at + 1;
            return Hit.day(end, today.with(TemporalAdjusters.next(weekday)));
        }
        var day = tokens.at(at + 1);
        if (word.length() < 5 || !day.number() || day.text().length() > 2 || day.odd() || day.startsLine()) {
            return null;
        }
        var month = Words.month(word);
        if (month == null) {
            return null;
        }
        var end = ORDINALS.contains(tokens.at(at + 2).text()) ? at + 3 : at + 2;
        return measured(tokens, end) ? null : year(tokens, end, month, Integer.parseInt(day.text()), today);
    }
}

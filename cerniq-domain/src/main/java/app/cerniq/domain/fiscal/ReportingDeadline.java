package app.cerniq.domain.fiscal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Until when an invoice must be reported to SPV: since 2026 within five working days of its issue, before within five
 * calendar days; the day of issue is not counted. Source: OUG 120/2021 article 10(7) as changed by OUG 89/2025; the cap of
 * article 319(16), which bites only on invoices issued late, is not reckoned here.
 */
public final class ReportingDeadline {

    /** Where fiscal days begin and end. */
    public static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private ReportingDeadline() {}

    /** The last day on which an invoice issued on this date may be reported. */
    public static LocalDate lastDayFor(LocalDate issuedOn) {
        return ReportingTerm.of(issuedOn, RomanianHolidays::isWorkingDay).lastDay();
    }

    /** The first instant at which it is too late. */
    public static Instant of(LocalDate issuedOn) {
        return lastDayFor(issuedOn).plusDays(1).atStartOfDay(BUCHAREST).toInstant();
    }
}

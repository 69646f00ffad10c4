package app.cerniq.domain.privacy;

import app.cerniq.domain.privacy.Retention.Counted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How long everything is kept: data, because laws change it. A record is kept as the line says that was in force when it
 * came about.
 *
 * @param lines in any order; every kind has one that was in force from the beginning
 */
public record RetentionPlan(List<Retention> lines) {

    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    /** What holds unless the host brings its own plan. Source: specification of negotiations, section 24.7. */
    public static final RetentionPlan STANDARD = new RetentionPlan(List.of(
            new Retention(
                    RecordKind.FISCAL_DOCUMENT,
                    BEGINNING,
                    10,
                    Counted.FROM_JULY_OF_THE_NEXT_YEAR,
                    "Law 82/1991, article 25; the longer time, for as long as sources differ"),
            new Retention(
                    RecordKind.APPROVAL, BEGINNING, 10, Counted.FROM_THE_DAY, "Regulation (EU) 2016/679, article 5(2)"),
            new Retention(
                    RecordKind.CUSTOMER_DATA,
                    BEGINNING,
                    5,
                    Counted.FROM_THE_DAY,
                    "Regulation (EU) 2016/679, article 5(1)(e)")));

    public RetentionPlan {
        lines = lines.stream()
                .sorted(Comparator.comparing(Retention::kind).thenComparing(Retention::from))
                .toList();
        for (var kind : RecordKind.values()) {
            var first = lines.stream().filter(line -> line.kind() == kind).findFirst();
            if (first.filter(line -> !line.from().isAfter(BEGINNING)).isEmpty()) {
                throw new IllegalArgumentException("The plan says nothing of " + kind + " from " + BEGINNING
                        + " on; it has to, for every one of " + Arrays.toString(RecordKind.values()) + ".");
            }
        }
    }

    /** The line that a record of that instant comes under. */
    public Retention of(RecordKind kind, Instant at) {
        var day = at.atZone(Retention.ZONE).toLocalDate();
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .filter(line -> !line.from().isAfter(day) || line.from().equals(BEGINNING))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Whether a record that came about at one instant still has to be kept at another. */
    public boolean isKept(RecordKind kind, Instant since, Instant now) {
        return of(kind, since).end(since).isAfter(now.atZone(Retention.ZONE).toLocalDate());
    }
}

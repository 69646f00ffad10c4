package app.cerniq.benchmarks.replay;

import app.cerniq.benchmarks.Median;
import app.cerniq.ports.shared.Policies;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/** The library and pgbench in turn over one course, on one server that syncs every commit. */
public final class Race {

    private static final String HEADER = "| clients | pgbench | Cerniq | Cerniq does | wanted |\n|--:|--:|--:|--:|---|";

    private final DurablePostgres postgres;
    private final Course course;
    private final LibraryRound library;
    private final PgbenchRound pgbench;
    private final Duration length;
    private int number;

    /**
     * A race over a course.
     *
     * @param length how long each round lasts
     */
    public Race(DurablePostgres postgres, Policies policies, Course course, Duration length) throws IOException {
        this.postgres = postgres;
        this.course = course;
        this.library = new LibraryRound(postgres, policies, course.commands());
        this.pgbench = new PgbenchRound(postgres, script(policies));
        this.length = length;
    }

    private PgbenchScript script(Policies policies) {
        var rehearsal = new Rehearsal(postgres, policies, course);
        var first = course.fresh(course.kinds());
        var kinds = new ArrayList<PgbenchScript.Kind>();
        for (var kind = 0; kind < course.kinds(); kind++) {
            kinds.addAll(rehearsal.hear(first + kind));
        }
        return new PgbenchScript(course, kinds);
    }

    /** The head of the table. */
    public static void head() {
        System.out.println(HEADER);
    }

    /** A round of the library that does not count. */
    public void warmUp(int clients) throws Exception {
        library(clients);
    }

    /** So many rounds of each, printed as one row of the table. */
    public void run(int clients, int rounds, String wanted) throws Exception {
        var raw = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < rounds; i++) {
            // Whoever comes second meets larger tables, so they take turns.
            var isFirst = i % 2 == 0;
            var before = isFirst ? 0 : library(clients);
            raw.add(pgbench(clients));
            ours.add(isFirst ? library(clients) : before);
            ratios.add(ours.get(i) / raw.get(i));
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %,.0f/s | %,.0f/s | %.2f of it (%.2f to %.2f) | %s |%n",
                clients,
                Median.of(raw),
                Median.of(ours),
                Median.of(ratios),
                ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                wanted);
    }

    private double library(int clients) throws Exception {
        var round = round(clients);
        return checked("Cerniq", round, library.run(round));
    }

    private double pgbench(int clients) throws Exception {
        var round = round(clients);
        return checked("pgbench", round, pgbench.run(round));
    }

    private Round round(int clients) throws Exception {
        number++;
        var deals = course.deals(clients);
        var first = course.fresh(clients * deals);
        postgres.settle();
        return new Round(number, clients, first, deals, course.version(), length);
    }

    private double checked(String who, Round round, Speed speed) throws Exception {
        course.check(round, speed);
        System.err.printf(
                Locale.ROOT,
                "round %d, %s, %d clients: %,.0f/s%n",
                round.number(),
                who,
                round.clients(),
                speed.perSecond());
        return speed.perSecond();
    }
}

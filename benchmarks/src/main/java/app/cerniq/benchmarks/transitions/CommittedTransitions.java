package app.cerniq.benchmarks.transitions;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.application.Cerniq;
import app.cerniq.benchmarks.Median;
import app.cerniq.benchmarks.transitions.PgbenchScript.Heard;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.shared.Policies;
import app.cerniq.rules.DroolsPolicies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Moves deals between PROPOSAL and DISCOVERY, through the library and through pgbench in turn, on one server that syncs
 * every commit. A transition is a read, a decision, the next state, its history, event, outbox row, stored decision and
 * idempotency key. Prints the medians and their ratios as a table.
 */
public final class CommittedTransitions {

    private static final List<Integer> CLIENTS = List.of(1, 8);
    /** How many deals each client has. */
    private static final int DEALS = 64;

    private final DurablePostgres postgres;
    private final Deals deals;
    private final LibraryRound library;
    private final PgbenchRound pgbench;
    private final Duration length;
    private int rounds;

    private CommittedTransitions(DurablePostgres postgres, DataSource preparing, Policies policies, Duration length)
            throws Exception {
        this.postgres = postgres;
        this.deals = new Deals(PostgresStorage.on(preparing), policies);
        this.library = new LibraryRound(postgres, policies);
        this.pgbench = new PgbenchRound(postgres, script(policies));
        this.length = length;
    }

    /** Takes the number of rounds, three unless told, and the seconds that each lasts, ten unless told. */
    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        try (var postgres = DurablePostgres.start();
                var preparing = postgres.pool(1)) {
            var policies = DroolsPolicies.standard();
            var race = new CommittedTransitions(postgres, preparing, policies, Duration.ofSeconds(seconds));
            race.library(8); // warms the compiler up and does not count
            System.out.println("| clients | pgbench | Cerniq | Cerniq does | wanted |");
            System.out.println("|--:|--:|--:|--:|---|");
            for (var clients : CLIENTS) {
                race.run(clients, rounds);
            }
        }
    }

    /** Four moves of one deal, heard on their way to the server. */
    private PgbenchScript script(Policies policies) {
        var recording = new Recording();
        var cerniq = Cerniq.builder()
                .storage(PostgresStorage.on(recording.of(postgres.plain())))
                .policies(policies)
                .build();
        var heard = new ArrayList<Heard>();
        var deal = deals.fresh(1);
        cerniq.negotiations().find(Deals.id(deal)); // has the schema checked
        for (var i = 0; i < 4; i++) {
            recording.take();
            var to = i % 2 == 0 ? NegotiationState.DISCOVERY : NegotiationState.PROPOSAL;
            var version = deals.version() + i;
            Deals.must(Deals.move(cerniq, deal, version, to, "heard " + i));
            var sent = recording.take();
            if (sent.size() != 2) {
                throw new IllegalStateException("A transition is a read and a commit, not " + sent + ".");
            }
            heard.add(new Heard(sent.get(0), sent.get(1), deal, version, "heard " + i));
        }
        return new PgbenchScript(heard);
    }

    private void run(int clients, int count) throws Exception {
        var raw = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < count; i++) {
            // Whoever comes second meets larger tables, so they take turns.
            var isFirst = i % 2 == 0;
            var before = isFirst ? 0 : library(clients);
            raw.add(pgbench(clients));
            ours.add(isFirst ? library(clients) : before);
            ratios.add(ours.get(i) / raw.get(i));
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %,.0f/s | %,.0f/s | %.2f of it (%.2f to %.2f) | at least 0.7 |%n",
                clients,
                Median.of(raw),
                Median.of(ours),
                Median.of(ratios),
                ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private double library(int clients) throws Exception {
        var round = round(clients);
        return checked(round, library.run(round));
    }

    private double pgbench(int clients) throws Exception {
        var round = round(clients);
        return checked(round, pgbench.run(round));
    }

    private Round round(int clients) throws Exception {
        rounds++;
        var first = deals.fresh(clients * DEALS);
        postgres.settle();
        return new Round(rounds, clients, first, DEALS, deals.version(), length);
    }

    /** A transition that found no row would be fast, and would not count. */
    private double checked(Round round, Speed speed) throws Exception {
        var versions = postgres.versions(round.first(), round.clients() * round.deals());
        var moved = versions - round.version() * round.clients() * round.deals();
        if (moved != speed.moved()) {
            throw new IllegalStateException("Of " + speed.moved() + " moves only " + moved + " were stored.");
        }
        System.err.printf(
                Locale.ROOT, "round %d, %d clients: %,.0f/s%n", round.number(), round.clients(), speed.perSecond());
        return speed.perSecond();
    }
}

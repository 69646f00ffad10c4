package app.cerniq.benchmarks.reservations;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.benchmarks.replay.Deals;
import app.cerniq.benchmarks.replay.DurablePostgres;
import app.cerniq.benchmarks.replay.Race;
import app.cerniq.benchmarks.stockroom.Shelf;
import app.cerniq.rules.DroolsPolicies;
import java.time.Duration;
import java.util.List;

/**
 * Deals hold goods and give them back, through the library and through pgbench in turn, on one server that syncs every
 * commit: first spread over a thousand products, then all of one. Prints the medians and their ratios as two tables.
 */
public final class CommittedReservations {

    private static final List<Integer> CLIENTS = List.of(1, 8);

    private CommittedReservations() {}

    /** Takes the number of rounds, three unless told, and the seconds that each lasts, ten unless told. */
    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        System.out.println("Over 1,000 products:\n");
        run(Spread.SHELF, rounds, Duration.ofSeconds(seconds), "at least 0.7");
        System.out.println("\nAll of one product:\n");
        run(Spread.HOT, rounds, Duration.ofSeconds(seconds), "at least 0.8");
    }

    private static void run(Spread spread, int rounds, Duration length, String wanted) throws Exception {
        try (var postgres = DurablePostgres.start();
                var preparing = postgres.hasty()) {
            var policies = DroolsPolicies.standard();
            var storage = PostgresStorage.on(preparing);
            var deals = new Deals(storage, policies, Shelf.all(), Shelf.PLENTY, spread::quote);
            var race = new Race(postgres, policies, new Holding(postgres, storage, deals, spread), length);
            race.warmUp(8);
            Race.head();
            for (var clients : CLIENTS) {
                race.run(clients, rounds, wanted);
            }
        }
    }
}

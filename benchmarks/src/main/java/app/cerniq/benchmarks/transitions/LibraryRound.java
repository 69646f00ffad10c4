package app.cerniq.benchmarks.transitions;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.application.Cerniq;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.shared.Policies;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Transitions through the front door of the library. */
final class LibraryRound {

    private final DurablePostgres postgres;
    private final Policies policies;

    LibraryRound(DurablePostgres postgres, Policies policies) {
        this.postgres = postgres;
        this.policies = policies;
    }

    /** Committed transitions a second. */
    Speed run(Round round) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(round.clients());
        try (var pool = postgres.pool(round.clients())) {
            var cerniq = Cerniq.builder()
                    .storage(PostgresStorage.on(pool))
                    .policies(policies)
                    .build();
            var clients = new ArrayList<Callable<Long>>();
            for (var client = 0; client < round.clients(); client++) {
                var number = client;
                clients.add(() -> moves(cerniq, round, number));
            }
            var begin = System.nanoTime();
            var moved = 0L;
            for (var client : threads.invokeAll(clients)) {
                moved += client.get();
            }
            return new Speed(moved, moved * 1e9 / (System.nanoTime() - begin));
        } finally {
            threads.shutdown();
        }
    }

    private static long moves(Cerniq cerniq, Round round, int client) {
        var begin = System.nanoTime();
        var moved = 0L;
        while (System.nanoTime() - begin < round.length().toNanos()) {
            var pass = moved / round.deals();
            var deal = round.first() + (long) client * round.deals() + moved % round.deals();
            var to = pass % 2 == 0 ? NegotiationState.DISCOVERY : NegotiationState.PROPOSAL;
            Deals.must(Deals.move(cerniq, deal, round.version() + pass, to, round.key(client, moved)));
            moved++;
        }
        return moved;
    }
}

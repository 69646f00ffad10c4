package app.cerniq.benchmarks.replay;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.application.Cerniq;
import app.cerniq.ports.shared.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Commands through the front door of the library: each client gives the first one to all its deals, then the next. */
final class LibraryRound {

    private final DurablePostgres postgres;
    private final Policies policies;
    private final List<Command> commands;

    LibraryRound(DurablePostgres postgres, Policies policies, List<Command> commands) {
        this.postgres = postgres;
        this.policies = policies;
        this.commands = List.copyOf(commands);
    }

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
                clients.add(() -> commands(cerniq, round, number));
            }
            var begin = System.nanoTime();
            var all = 0L;
            for (var client : threads.invokeAll(clients)) {
                all += client.get();
            }
            return new Speed(all, all * 1e9 / (System.nanoTime() - begin));
        } finally {
            threads.shutdown();
        }
    }

    private long commands(Cerniq cerniq, Round round, int client) {
        var begin = System.nanoTime();
        var sequence = 0L;
        while (System.nanoTime() - begin < round.length().toNanos()) {
            var pass = sequence / round.deals();
            var deal = round.first() + (long) client * round.deals() + sequence % round.deals();
            var command = commands.get((int) (pass % commands.size()));
            Deals.must(command.give(cerniq, deal, round.version() + pass, round.key(client, sequence)));
            sequence++;
        }
        return sequence;
    }
}

package app.cerniq.benchmarks.transitions;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.benchmarks.replay.Command;
import app.cerniq.benchmarks.replay.Course;
import app.cerniq.benchmarks.replay.Deals;
import app.cerniq.benchmarks.replay.DurablePostgres;
import app.cerniq.benchmarks.replay.Race;
import app.cerniq.benchmarks.replay.Round;
import app.cerniq.benchmarks.replay.Speed;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Moves deals between PROPOSAL and DISCOVERY, through the library and through pgbench in turn, on one server that syncs
 * every commit. A transition is a read, a decision, the next state, its history, event, outbox row, stored decision and
 * idempotency key. Prints the medians and their ratios as a table.
 */
public final class CommittedTransitions implements Course {

    private static final List<Integer> CLIENTS = List.of(1, 8);
    /** How many deals each client has. */
    private static final int DEALS = 64;

    private static final List<QuoteLine> QUOTE =
            List.of(Lines.of(Goods.WHEAT_SEED, "40", "10"), Lines.of(Goods.DRIP_TAPE, "1500", "0"));

    private final DurablePostgres postgres;
    private final Deals deals;

    private CommittedTransitions(DurablePostgres postgres, Deals deals) {
        this.postgres = postgres;
        this.deals = deals;
    }

    /** Takes the number of rounds, three unless told, and the seconds that each lasts, ten unless told. */
    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        try (var postgres = DurablePostgres.start();
                var preparing = postgres.hasty()) {
            var policies = DroolsPolicies.standard();
            var deals = new Deals(PostgresStorage.on(preparing), policies, Goods.all(), "100000", number -> QUOTE);
            var race = new Race(
                    postgres, policies, new CommittedTransitions(postgres, deals), Duration.ofSeconds(seconds));
            race.warmUp(8);
            Race.head();
            for (var clients : CLIENTS) {
                race.run(clients, rounds, "at least 0.7");
            }
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(Deals.move(NegotiationState.DISCOVERY), Deals.move(NegotiationState.PROPOSAL));
    }

    /** A transition is a read and a commit. */
    @Override
    public List<Integer> roundTrips() {
        return List.of(2, 2);
    }

    @Override
    public long version() {
        return Deals.VERSION;
    }

    @Override
    public int deals(int clients) {
        return DEALS;
    }

    @Override
    public long fresh(int count) {
        return deals.fresh(count);
    }

    /** A transition that found no row would be fast, and would not count. */
    @Override
    public void check(Round round, Speed speed) throws SQLException {
        Deals.mustHaveChanged(postgres, round, speed);
    }
}

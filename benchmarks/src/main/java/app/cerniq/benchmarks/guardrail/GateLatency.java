package app.cerniq.benchmarks.guardrail;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.benchmarks.replay.DurablePostgres;
import java.util.Arrays;
import java.util.Locale;

/** How long one caller waits for the gate where all facts are read from PostgreSQL. */
public final class GateLatency {

    private static final int WARM = 1_000;
    private static final int MEASURED = 2_000;

    private GateLatency() {}

    /** Takes nothing. */
    public static void main(String[] arguments) throws Exception {
        try (var postgres = DurablePostgres.start();
                var pool = postgres.pool(1)) {
            var deal = new TextGateSpeed.Deal(PostgresStorage.on(pool));
            for (var i = 0; i < WARM; i++) {
                examine(deal);
            }
            var took = new long[MEASURED];
            for (var i = 0; i < MEASURED; i++) {
                took[i] = examine(deal);
            }
            Arrays.sort(took);
            System.out.printf(
                    Locale.ROOT,
                    "A text with eight claims on PostgreSQL: median %.1f ms, p95 %.1f ms, p99 %.1f ms (wanted: p95 under 15)%n",
                    took[MEASURED / 2] / 1e6,
                    took[MEASURED * 95 / 100] / 1e6,
                    took[MEASURED * 99 / 100] / 1e6);
        }
    }

    private static long examine(TextGateSpeed.Deal deal) {
        var begin = System.nanoTime();
        if (!deal.cerniq.guardrails().examine(deal.id, TextGateSpeed.Deal.REPLY).passes()) {
            throw new IllegalStateException("The text is true.");
        }
        return System.nanoTime() - begin;
    }
}

package app.cerniq.benchmarks.reservations;

import app.cerniq.benchmarks.stockroom.Shelf;
import app.cerniq.domain.pricing.QuoteLine;
import java.util.List;
import java.util.Map;

/** Which products deals quote. */
enum Spread {
    /** Every second deal quotes two products and the others one, all over the shelf, so that clients rarely meet. */
    SHELF {
        @Override
        int kinds() {
            return 2;
        }

        @Override
        List<QuoteLine> quote(long deal) {
            return deal % 2 == 0
                    ? List.of(Shelf.few(one(deal)), Shelf.few(other(deal)))
                    : List.of(Shelf.few(one(deal)));
        }

        @Override
        String counting() {
            return """
                    \\set one %1$d + :deal * %2$d %% %4$d
                    \\set other %1$d + (:deal * %2$d + %3$d) %% %4$d
                    """.formatted(Shelf.FIRST, STEP, APART, Shelf.SIZE);
        }

        @Override
        Map<Object, String> made(long deal) {
            return Map.of(
                    Shelf.sku(one(deal)).value(), "('" + Shelf.SKU + "' || :one::text)",
                    Shelf.sku(other(deal)).value(), "('" + Shelf.SKU + "' || :other::text)");
        }

        @Override
        long places(long deals) {
            return deals;
        }
    },
    /** All deals quote one and the same product. */
    HOT {
        @Override
        int kinds() {
            return 1;
        }

        @Override
        List<QuoteLine> quote(long deal) {
            return List.of(Shelf.few(0));
        }

        @Override
        String counting() {
            return "";
        }

        @Override
        Map<Object, String> made(long deal) {
            return Map.of();
        }

        @Override
        long places(long deals) {
            return 1;
        }
    };

    private static final int STEP = 7;
    private static final int APART = 333;

    private static long one(long deal) {
        return deal * STEP % Shelf.SIZE;
    }

    private static long other(long deal) {
        return (deal * STEP + APART) % Shelf.SIZE;
    }

    /** How many kinds of deals there are. */
    abstract int kinds();

    abstract List<QuoteLine> quote(long deal);

    /** The same in the language of pgbench. */
    abstract String counting();

    /** The SQL that makes the SKUs of a deal out of these counters. */
    abstract Map<Object, String> made(long deal);

    /** How many products so many deals hold at least. */
    abstract long places(long deals);
}

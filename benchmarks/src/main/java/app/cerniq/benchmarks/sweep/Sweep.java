package app.cerniq.benchmarks.sweep;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.LongSummaryStatistics;

/**
 * How one sweep went.
 *
 * @param perSecond reservations a second, over all batches
 * @param longest how long the longest batch took, in milliseconds: so long it kept its locks
 * @param heap the bytes in use after collecting garbage: before, at every tenth batch, and after
 */
record Sweep(long ended, double perSecond, double longest, LongSummaryStatistics heap) {

    private static final int LOOKS = 10;

    /** Sweeps in batches until there is nothing left. */
    static Sweep with(Broom broom, int batch, int due) throws SQLException {
        var heap = new LongSummaryStatistics();
        heap.accept(heapInUse());
        var between = Math.max(1, due / batch / LOOKS);
        var ended = 0L;
        var nanos = 0L;
        var longest = 0L;
        for (var number = 1; ; number++) {
            var begin = System.nanoTime();
            var swept = broom.sweep(batch);
            var took = System.nanoTime() - begin;
            ended += swept;
            nanos += took;
            longest = Math.max(longest, took);
            if (swept < batch) {
                break;
            }
            if (number % between == 0) {
                heap.accept(heapInUse());
            }
        }
        heap.accept(heapInUse());
        return new Sweep(ended, ended * 1e9 / nanos, longest / 1e6, heap);
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

package app.cerniq.benchmarks.guardrail;

import app.cerniq.ports.guardrail.TenantRules;
import java.util.ArrayList;

/** How much memory a tenant's built pack keeps, as the difference of the live heap over many of them. */
public final class PackSize {

    private static final int PACKS = 500;

    private PackSize() {}

    /** Prints kilobytes per pack. */
    public static void main(String... arguments) throws InterruptedException {
        var pack = new TextGateSpeed.Pack();
        var kept = new ArrayList<TenantRules>();
        for (var i = 0; i < 50; i++) {
            kept.add(pack.guards.build(pack.pack));
        }
        kept.clear();
        var before = live();
        for (var i = 0; i < PACKS; i++) {
            kept.add(pack.guards.build(pack.pack));
        }
        var after = live();
        System.out.println((after - before) / kept.size() / 1_000 + " kB per pack of ten guardrails");
    }

    private static long live() throws InterruptedException {
        var least = Long.MAX_VALUE;
        for (var i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(100);
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}

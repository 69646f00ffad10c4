package app.cerniq.simulator.invariant;

import app.cerniq.simulator.world.Seen;
import java.util.Set;

/** Which calls may change what. */
final class Writes {

    private static final Set<String> GOODS = Set.of(
            "negotiations.commit",
            "personalData.erase",
            "inventory.book",
            "inventory.replenish",
            "inventory.repair",
            "reservations.releaseExpired");

    private Writes() {}

    /** Whether a call may have changed what is on hand or reserved. */
    static boolean goods(Seen call) {
        return GOODS.contains(call.call().name());
    }
}

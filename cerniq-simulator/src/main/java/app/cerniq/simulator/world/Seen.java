package app.cerniq.simulator.world;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.simulator.fault.PortCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that reached the store.
 *
 * @param at its number among all calls
 * @param since how many calls had been seen when the turn began in which it was made
 * @param actingFor whose host made it; empty where a host works for all tenants
 * @param errand what the client wanted for whom it was made; empty for a look that nobody waits for
 * @param answer what the store answered, whether or not anybody heard it; null where it gave nothing back or threw
 */
public record Seen(
        PortCall call,
        long at,
        long since,
        Optional<TenantId> actingFor,
        Optional<Errand> errand,
        @Nullable Object answer) {

    public boolean is(String name) {
        return call.name().equals(name);
    }
}

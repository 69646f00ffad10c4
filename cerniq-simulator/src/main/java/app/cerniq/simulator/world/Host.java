package app.cerniq.simulator.world;

import app.cerniq.application.Cerniq;
import app.cerniq.ports.shared.Policies;
import app.cerniq.simulator.fault.FaultyStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One process that runs an engine: with a clock of its own, a store that can fail, and nothing that outlives it. */
public final class Host {

    private final int number;
    private final World world;
    private final Policies policies;
    private final HostClock clock;
    private Cerniq engine;
    private @Nullable Turn turn; // null while it is nobody's turn here
    private int outage;

    Host(int number, World world, Policies policies) {
        this.number = number;
        this.world = world;
        this.policies = policies;
        this.clock = new HostClock(world.clock());
        this.engine = started();
    }

    private Cerniq started() {
        var builder = Cerniq.builder()
                .storage(FaultyStorage.over(world.failing(), call -> now().call(call)))
                .policies(policies)
                .clock(clock)
                .ids(world.ids())
                .invoicing(world.offices().invoicing())
                .eInvoices(world.offices().eInvoices());
        Listener.NAMES.forEach(name -> builder.consumer(new Listener(name, this, world)));
        return builder.build();
    }

    /** Begins anew, with nothing in memory. */
    void restart() {
        engine = started();
    }

    Cerniq engine() {
        return engine;
    }

    Turn now() {
        return Objects.requireNonNull(turn, "A host calls its store only while it has its turn.");
    }

    boolean isIdle() {
        return turn == null;
    }

    void begin(Turn next) {
        turn = next;
    }

    void end() {
        turn = null;
    }

    void err(Duration next) {
        clock.err(next);
    }

    Instant time() {
        return clock.instant();
    }

    Instant latest() {
        return clock.latest();
    }

    /** The store is away for so many turns of this host. */
    void cutOff(int turns) {
        outage = turns;
    }

    /** Whether the store is away for this turn. */
    boolean isCutOff() {
        if (outage == 0) {
            return false;
        }
        outage--;
        return true;
    }

    @Override
    public String toString() {
        return "host " + (number + 1);
    }
}

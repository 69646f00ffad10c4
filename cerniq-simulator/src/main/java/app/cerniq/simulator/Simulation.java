package app.cerniq.simulator;

import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.simulator.actor.Cast;
import app.cerniq.simulator.fault.FaultRates;
import app.cerniq.simulator.invariant.Invariant;
import app.cerniq.simulator.invariant.Invariants;
import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.World;
import app.cerniq.testkit.memory.InMemoryStorage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Engines as a host would run them, several on one store, with everything that can go wrong between any two steps. A
 * {@link Plan} decides all of it, in the calling thread; after every turn every invariant is checked. Immutable and
 * thread-safe: different plans can run at the same time.
 *
 * <pre>{@code
 * var report = Simulation.builder().build().run(Plan.of(7, 500));
 * }</pre>
 */
public final class Simulation {

    private final Supplier<? extends Storage> storage;
    private final Policies policies;
    private final MoveMap legal;
    private final List<Participant> cast;
    private final List<Function<World, Invariant>> more;
    private final Set<String> except;
    private final int hosts;
    private final FaultRates rates;

    private Simulation(Builder builder) {
        this.storage = builder.storage;
        // Read once, by whoever needs it: a pack of rules is heavy.
        var standard = builder.policies == null || builder.legal == null ? DroolsPolicies.standard() : builder.policies;
        this.policies = builder.policies == null ? standard : builder.policies;
        this.legal = builder.legal == null ? standard.moves().moves() : builder.legal;
        this.cast =
                Stream.concat(Cast.STANDARD.stream(), builder.actors.stream()).toList();
        this.more = List.copyOf(builder.invariants);
        this.except = Set.copyOf(builder.except);
        this.hosts = builder.hosts;
        this.rates = builder.rates;
    }

    /** A simulation to be. */
    public static Builder builder() {
        return new Builder();
    }

    /** Runs to the end, or to the first violation. */
    public SimulationReport run(Plan plan) {
        return run(plan, line -> {});
    }

    /** The same, and tells every line of the trace as it happens. */
    public SimulationReport run(Plan plan, Consumer<String> trace) {
        return new Run(this, plan, trace).report();
    }

    World world(Plan plan, int kept, Consumer<String> trace) {
        return new World(storage.get(), policies, plan.seed(), hosts, kept, trace);
    }

    List<Invariant> invariants(World world) {
        return Stream.concat(
                        Invariants.all(world, legal).stream(), more.stream().map(one -> one.apply(world)))
                .filter(invariant -> !except.contains(invariant.id()))
                .toList();
    }

    List<Participant> cast() {
        return cast;
    }

    FaultRates rates() {
        return rates;
    }

    /** What a simulation needs; everything has a default. */
    public static final class Builder {

        private static final int MOST_HOSTS = 20;

        private Supplier<? extends Storage> storage = InMemoryStorage::new;
        // Null until chosen: a builder is the one place where something may be missing.
        private @Nullable Policies policies;
        private @Nullable MoveMap legal;
        private final List<Participant> actors = new ArrayList<>();
        private final List<Function<World, Invariant>> invariants = new ArrayList<>();
        private final Set<String> except = new HashSet<>();
        private int hosts = 3;
        private FaultRates rates = FaultRates.STANDARD;

        private Builder() {}

        /** Where everything is kept: asked for once by every run; stores in memory unless chosen. */
        public Builder storage(Supplier<? extends Storage> chosen) {
            this.storage = chosen;
            return this;
        }

        /** The rules in force; the standard pack unless chosen. */
        public Builder policies(Policies chosen) {
            this.policies = chosen;
            return this;
        }

        /** The moves that are legal, whatever the policies say (I3); those of the standard pack unless chosen. */
        public Builder legalMoves(MoveMap chosen) {
            this.legal = chosen;
            return this;
        }

        /** Somebody else who acts, beside those who always do. */
        public Builder actor(Participant more) {
            this.actors.add(more);
            return this;
        }

        /** Something else that must hold; made anew for every run. */
        public Builder invariant(Function<World, Invariant> more) {
            this.invariants.add(more);
            return this;
        }

        /** Leaves an invariant out, because the policies chosen mean to break it. */
        public Builder except(String invariant) {
            this.except.add(invariant);
            return this;
        }

        /** How many hosts share the store; 3 unless chosen, 1 to 20. */
        public Builder hosts(int chosen) {
            if (chosen < 1 || chosen > MOST_HOSTS) {
                throw new IllegalArgumentException(
                        "A simulation has 1 to " + MOST_HOSTS + " hosts, not " + chosen + ".");
            }
            this.hosts = chosen;
            return this;
        }

        /** How often things go wrong; {@link FaultRates#STANDARD} unless chosen. */
        public Builder faults(FaultRates chosen) {
            this.rates = chosen;
            return this;
        }

        public Simulation build() {
            return new Simulation(this);
        }
    }
}

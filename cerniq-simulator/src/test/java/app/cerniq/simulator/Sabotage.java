package app.cerniq.simulator;

import app.cerniq.ports.shared.Storage;
import app.cerniq.simulator.fault.FaultyStorage;
import app.cerniq.simulator.fault.Interference;
import app.cerniq.simulator.fault.PortCall;
import app.cerniq.testkit.memory.InMemoryStorage;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Stores that do one thing wrong. */
final class Sabotage {

    private Sabotage() {}

    /** A store in memory in which every answer of one call is another one. */
    static Supplier<Storage> answering(String name, UnaryOperator<Object> wrong) {
        return calling(name, call -> wrong.apply(answer(call)));
    }

    /** A store in memory in which one call does something else. */
    static Supplier<Storage> calling(String name, Function<PortCall, Object> wrong) {
        Interference interference = call -> call.name().equals(name) ? wrong.apply(call) : call.make();
        return () -> FaultyStorage.over(new InMemoryStorage(), interference);
    }

    static Object answer(PortCall call) {
        return Objects.requireNonNull(call.make());
    }

    /** The same call with another argument in the first place. */
    static PortCall with(PortCall call, Object first) {
        var arguments = new java.util.ArrayList<>(call.arguments());
        arguments.set(0, first);
        return new PortCall(call.port(), call.method(), call.target(), List.copyOf(arguments));
    }
}

package app.cerniq.simulator.world;

import app.cerniq.application.Cerniq;
import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import io.vavr.control.Either;
import java.util.Optional;

/**
 * Something that a client wants done, and asks for again under the same key until it hears an answer. Two errands are the
 * same one only where they are the same object.
 *
 * @param key the idempotency key; empty where the command needs none
 * @param text what the trace says of it
 */
public record Errand(TenantId tenant, Optional<String> key, String text, Command command) {

    /** A command as any engine can be asked it, any number of times. */
    @FunctionalInterface
    public interface Command {
        Either<? extends Refusal, ?> on(Cerniq engine);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

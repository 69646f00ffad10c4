package app.cerniq.testkit.fiscal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Decides for every call to a simulated partner whether and how it fails; asked once per call, in order. */
@FunctionalInterface
public interface Faults {

    /** Nothing ever fails. */
    Faults NONE = operation -> Optional.empty();

    /**
     * How the next call fails; empty where it goes well.
     *
     * @param operation the port and its method, for example {@code invoicing.issueInvoice}
     */
    Optional<Fault> next(String operation);

    /** The given faults for the next calls, one each; then nothing fails. */
    static Faults inOrder(List<Fault> faults) {
        Deque<Fault> left = new ArrayDeque<>(faults);
        return operation -> Optional.ofNullable(left.poll());
    }
}

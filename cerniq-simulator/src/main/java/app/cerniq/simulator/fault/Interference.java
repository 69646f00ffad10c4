package app.cerniq.simulator.fault;

import org.jspecify.annotations.Nullable;

/** What becomes of the calls that a host makes to the store. */
@FunctionalInterface
public interface Interference {

    /**
     * Makes the call once, twice or not at all; gives what its caller hears, or throws what its caller is told.
     *
     * @return null where the method gives nothing back
     */
    @Nullable
    Object around(PortCall call);
}

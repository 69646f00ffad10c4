package app.cerniq.simulator.fault;

/** A host dies here and now; an error, so that nothing in the engine catches it on its way out. */
public final class HostCrashed extends Error {

    private static final long serialVersionUID = 1L;

    /** @param where the call at which it died */
    public HostCrashed(String where) {
        super(where, null, false, false);
    }
}

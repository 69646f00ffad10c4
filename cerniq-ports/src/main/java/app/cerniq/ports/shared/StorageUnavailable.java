package app.cerniq.ports.shared;

/** The store cannot be used: unreachable, of the wrong version, or run by a role that may see too much. */
public final class StorageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what was tried, what was found and what would have been right */
    public StorageUnavailable(String message) {
        super(message);
    }

    /** @param message what was tried, what was found and what would have been right */
    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

package app.cerniq.ports.runtime;

/**
 * How people hear of something: hosts bring their own way. Never called inside a transaction; the same may be told twice
 * where a process dies in the middle. Thread-safe.
 */
@FunctionalInterface
public interface Notifications {

    /** Tells it; throws where it could not be told, and it is tried again with the work that it belongs to. */
    void send(Notification notification);
}

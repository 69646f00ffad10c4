package app.cerniq.application.runtime.resilience;

/** Somebody who wants to know when a breaker changes; told in the thread of the call that changed it. */
@FunctionalInterface
public interface BreakerListener {

    void changed(BreakerChange change);
}

package app.cerniq.ports.runtime;

/** Work that is done again and again. */
public record Job(JobName name, Cadence cadence, Body body) {

    /** What is done. It may be done twice where a process dies in the middle, so its effects are such that this is no harm. */
    @FunctionalInterface
    public interface Body {

        /** One run; whatever it throws counts as a failure, and it is tried again. */
        void run();
    }
}

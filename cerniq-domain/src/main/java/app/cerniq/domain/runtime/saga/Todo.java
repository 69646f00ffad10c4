package app.cerniq.domain.runtime.saga;

/** What a runner has to do next for a saga. */
public record Todo(StepName step, Kind kind) {

    /** The four things that are done outside. */
    public enum Kind {
        PERFORM,
        /** Find out what became of a call. */
        LOOK,
        UNDO,
        /** Find out what became of an undoing. */
        LOOK_FOR_UNDO
    }
}

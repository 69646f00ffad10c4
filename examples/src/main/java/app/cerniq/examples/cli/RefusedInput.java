package app.cerniq.examples.cli;

import app.cerniq.domain.shared.Refusal;
import java.util.List;

/** What the person at the command line gave cannot be used; ends a command with {@link ExitCode#BAD_INPUT}. */
public final class RefusedInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<? extends Refusal> refusals;

    /** @param refusals everything that is wrong with the input, at least one */
    public RefusedInput(List<? extends Refusal> refusals) {
        super(refusals.get(0).describe());
        this.refusals = List.copyOf(refusals);
    }

    public RefusedInput(Refusal refusal) {
        this(List.of(refusal));
    }

    /** Everything that is wrong with the input. */
    public List<? extends Refusal> refusals() {
        return refusals;
    }
}

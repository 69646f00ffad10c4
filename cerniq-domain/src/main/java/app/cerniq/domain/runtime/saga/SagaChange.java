package app.cerniq.domain.runtime.saga;

import java.util.List;

/**
 * A saga after one step of its life, and what the journal says of it.
 *
 * @param next its version is one above the one that was decided on
 * @param entries what is added to the journal, in order; at least one
 */
public record SagaChange(Saga next, List<SagaEntry> entries) {

    public SagaChange {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("Nothing changes without a line in the journal.");
        }
    }
}

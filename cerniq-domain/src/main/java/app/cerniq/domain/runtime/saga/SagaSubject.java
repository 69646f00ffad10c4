package app.cerniq.domain.runtime.saga;

import java.util.UUID;

/**
 * What a saga is about.
 *
 * @param kind for example {@code negotiation}; 1 to 40 characters
 * @param round 1 or more: a deal that was resurrected is a new subject
 */
public record SagaSubject(String kind, UUID id, int round) {

    public SagaSubject {
        if (kind.isBlank() || kind.length() > 40 || round < 1) {
            throw new IllegalArgumentException("A saga is about something of a kind of 1 to 40 characters in a round"
                    + " from 1 on, not about \"" + kind + "\" in round " + round + ".");
        }
    }

    @Override
    public String toString() {
        return kind + " " + id + (round == 1 ? "" : ", round " + round);
    }
}

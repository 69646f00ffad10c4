package app.cerniq.adapters.postgres;

import app.cerniq.domain.runtime.saga.SagaEntry;
import app.cerniq.domain.runtime.saga.StepName;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A line of a saga's journal as a row of saga_journal, both ways, in the names of its columns. */
record SagaEntryRow(
        @JsonProperty("entry_number") int entryNumber,
        @JsonProperty("happened_at") Instant happenedAt,
        @JsonProperty("actor_type") String actorType,
        @JsonProperty("actor_id") UUID actorId,
        @JsonProperty("actor_label") String actorLabel,
        String what,
        Optional<String> step,
        @JsonProperty("now_is") String nowIs,
        String note) {

    static SagaEntryRow of(SagaEntry entry) {
        return new SagaEntryRow(
                entry.number(),
                entry.at(),
                entry.by().kind().word(),
                entry.by().id(),
                entry.by().label(),
                entry.what().name(),
                entry.step().map(StepName::value),
                entry.now(),
                entry.note());
    }

    static SagaEntry read(Row row) throws SQLException {
        return new SagaEntry(
                (int) row.number("entry_number"),
                row.instant("happened_at"),
                actor(row, "actor"),
                SagaEntry.What.valueOf(row.text("what")),
                row.maybeText("step").map(StepName::new),
                row.text("now_is"),
                row.text("note"));
    }

    /** Who it was, out of the three columns that begin with a word. */
    static ActorRef actor(Row row, String word) throws SQLException {
        return new ActorRef(
                ActorKind.fromWord(row.text(word + "_type")), row.uuid(word + "_id"), row.text(word + "_label"));
    }
}

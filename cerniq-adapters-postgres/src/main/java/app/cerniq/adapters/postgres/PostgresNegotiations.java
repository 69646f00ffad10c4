package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.right;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEventType;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.negotiation.Remembered;
import app.cerniq.ports.negotiation.Transition;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.StorageUnavailable;
import io.vavr.control.Either;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Negotiations in PostgreSQL: a read is one round trip, and so is a commit. */
final class PostgresNegotiations implements Negotiations {

    private static final String REMEMBERED = """
            select fingerprint, receipt
            from ${schema}.idempotency_keys
            where tenant_id = :tenant and about = 'negotiation' and key = :key
            """;

    private static final String HISTORY = """
            select version, type, payload, actor_type, actor_id, actor_label, occurred_at
            from ${schema}.domain_events
            where tenant_id = :tenant and stream_id = :negotiation
            order by version, event_index
            """;

    private static final String TRANSITIONS = """
            select
                version, from_state, to_state, transition_reason, transition_trigger, rules,
                triggered_by_type as actor_type, triggered_by_id as actor_id, triggered_by_label as actor_label, created_at
            from ${schema}.negotiation_state_history
            where tenant_id = :tenant and negotiation_id = :negotiation
            order by version
            """;

    /** So often a commit is tried again that found too little of goods of which there is enough by now. */
    private static final int ATTEMPTS = 5;

    private final Database database;
    private final CommitStatements statements;
    private final CommitDiagnosis diagnosis;
    private final String load;
    private final String quotes;
    private final String remembered;
    private final String history;
    private final String transitions;

    PostgresNegotiations(Database database) {
        var sql = database.sql();
        this.database = database;
        this.statements = new CommitStatements(sql);
        this.diagnosis = new CommitDiagnosis(sql);
        this.load = Sql.SET_TENANT + sql.file("load").replace("${names}", NegotiationColumns.names("n."));
        this.quotes = sql.file("quotes");
        this.remembered = sql.text(REMEMBERED);
        this.history = sql.text(HISTORY);
        this.transitions = sql.text(TRANSITIONS);
    }

    @Override
    public Optional<Negotiation> find(NegotiationId id) {
        return load(id, Optional.empty()).negotiation();
    }

    @Override
    public Loaded load(NegotiationId id, IdempotencyKey key) {
        return load(id, Optional.of(key.value()));
    }

    private Loaded load(NegotiationId id, Optional<String> key) {
        return database.run("load negotiation " + id, connection -> {
            try (var statement = connection.prepareStatement(load)) {
                new Slots(statement)
                        .text(id.tenant().toString())
                        .uuid(id.tenant().value())
                        .uuid(id.value())
                        .text(key);
                statement.execute();
                statement.getMoreResults();
                try (var result = statement.getResultSet()) {
                    result.next();
                    var row = new Row(result);
                    var deal =
                            row.has("id") ? Optional.of(new NegotiationRow(row).read()) : Optional.<Negotiation>empty();
                    return new Loaded(
                            deal,
                            CommitDiagnosis.remembered(row),
                            CommitDiagnosis.parked(row),
                            PostgresTenants.timeLimits(row));
                }
            }
        });
    }

    @Override
    public Optional<Remembered> remembered(TenantId tenant, IdempotencyKey key) {
        return database.first(
                "read a receipt",
                tenant,
                remembered,
                query -> query.bind("tenant", tenant.value()).bind("key", key.value()),
                row -> CommitDiagnosis.remembered(row).orElseThrow());
    }

    @Override
    public Either<NegotiationRefusal, Receipt> commit(Commit commit) {
        var written = Written.of(commit);
        return database.run("store negotiation " + written.deal().id(), connection -> store(connection, written));
    }

    /** Stores a commit on a connection, in whatever transaction that is in. */
    Either<NegotiationRefusal, Receipt> store(Connection connection, Written written) throws SQLException {
        for (var attempt = 1; ; attempt++) {
            try {
                return statements.execute(connection, written)
                        ? right(written.commit().receipt())
                        : diagnosis.ofNothing(connection, written);
            } catch (SQLException failed) {
                Joining.takeBack(connection, failed);
                var answer = diagnosis.ofFailure(connection, written, failed);
                if (answer.isPresent()) {
                    return answer.get();
                }
                if (attempt == ATTEMPTS) {
                    throw new StorageUnavailable(
                            "Cannot store negotiation " + written.deal().id() + ": others were faster " + ATTEMPTS
                                    + " times; nothing was stored, and the same may be asked again",
                            Faults.withoutValues(failed));
                }
            }
        }
    }

    private record Entry(long version, ActorRef by, Instant at, NegotiationEvent event) {}

    @Override
    public List<Change> history(NegotiationId id) {
        var entries = rows(
                "read the history of negotiation " + id,
                id,
                history,
                row -> new Entry(
                        row.number("version"),
                        actor(row),
                        row.instant("occurred_at"),
                        Json.read(
                                row.text("payload"),
                                NegotiationEventType.fromWord(row.text("type")).form())));
        var changes = new ArrayList<Change>();
        for (var from = 0; from < entries.size(); ) {
            var first = entries.get(from);
            var to = from;
            while (to < entries.size() && entries.get(to).version() == first.version()) {
                to++;
            }
            var events = entries.subList(from, to).stream().map(Entry::event).toList();
            changes.add(new Change(id, first.version(), first.by(), first.at(), events));
            from = to;
        }
        return List.copyOf(changes);
    }

    @Override
    public List<Transition> transitions(NegotiationId id) {
        return rows(
                "read the moves of negotiation " + id,
                id,
                transitions,
                row -> new Transition(
                        row.number("version"),
                        NegotiationState.valueOf(row.text("from_state")),
                        NegotiationState.valueOf(row.text("to_state")),
                        row.text("transition_reason"),
                        TransitionTrigger.fromWord(row.text("transition_trigger")),
                        actor(row),
                        row.texts("rules").stream().map(RuleName::new).toList(),
                        row.instant("created_at")));
    }

    @Override
    public List<QuoteVersion> quotes(NegotiationId id) {
        return rows("read the quotes of negotiation " + id, id, quotes, row -> {
            var currency = Currency.getInstance(row.text("currency"));
            return new QuoteVersion(
                    (int) row.number("quote_number"),
                    currency,
                    Rounding.valueOf(row.text("rounding")),
                    new Percentage(row.decimal("discount_percent")),
                    QuoteItems.read(row.tree("quote_lines"), currency));
        });
    }

    private <T> List<T> rows(String what, NegotiationId id, String statement, Database.Reading<T> reading) {
        return database.query(
                what,
                id.tenant(),
                statement,
                query -> query.bind("tenant", id.tenant().value()).bind("negotiation", id.value()),
                reading);
    }

    private static ActorRef actor(Row row) throws SQLException {
        return new ActorRef(ActorKind.fromWord(row.text("actor_type")), row.uuid("actor_id"), row.text("actor_label"));
    }
}

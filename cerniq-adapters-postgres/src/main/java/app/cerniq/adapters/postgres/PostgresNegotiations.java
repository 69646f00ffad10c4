package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.left;
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
import app.cerniq.domain.shared.ContentHash;
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
            where tenant_id = :tenant and key = :key
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

    private static final String LEAD_IS_BUSY = "a lead has one active negotiation";

    private final Database database;
    private final CommitStatements statements;
    private final String load;
    private final String diagnose;
    private final String quotes;
    private final String remembered;
    private final String history;
    private final String transitions;

    PostgresNegotiations(Database database) {
        var sql = database.sql();
        this.database = database;
        this.statements = new CommitStatements(sql);
        this.load = Sql.SET_TENANT + sql.file("load").replace("${names}", NegotiationColumns.names("n."));
        this.diagnose = Sql.SET_TENANT + sql.file("diagnose");
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
                    return new Loaded(deal, remembered(row));
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
                row -> remembered(row).orElseThrow());
    }

    private static Optional<Remembered> remembered(Row row) throws SQLException {
        var fingerprint = row.maybeText("fingerprint");
        return fingerprint.isEmpty()
                ? Optional.empty()
                : Optional.of(new Remembered(
                        new ContentHash(fingerprint.get()), Json.read(row.text("receipt"), Receipt.class)));
    }

    @Override
    public Either<NegotiationRefusal, Receipt> commit(Commit commit) {
        var written = Written.of(commit);
        return database.run("store negotiation " + written.deal().id(), connection -> store(connection, written));
    }

    private Either<NegotiationRefusal, Receipt> store(Connection connection, Written written) throws SQLException {
        try {
            if (statements.execute(connection, written)) {
                return right(written.commit().receipt());
            }
        } catch (SQLException failed) {
            takeBack(connection, failed);
            return diagnose(connection, written, failed);
        }
        return diagnosis(connection, written)
                .orElseThrow(() -> new IllegalStateException(
                        "Version " + (written.change().version() - 1) + " stands, but could not be changed."));
    }

    private static void takeBack(Connection connection, SQLException failed) {
        try {
            if (!connection.getAutoCommit()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(CommitStatements.TAKE_BACK);
                }
            }
        } catch (SQLException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private Either<NegotiationRefusal, Receipt> diagnose(Connection connection, Written written, SQLException failed)
            throws SQLException {
        var state = String.valueOf(failed.getSQLState());
        if (!state.equals(Faults.UNIQUE_VIOLATION) && !state.equals(Faults.FOREIGN_KEY_VIOLATION)) {
            throw failed;
        }
        var found = diagnosis(connection, written);
        if (found.isPresent()) {
            return found.get();
        }
        if (Faults.constraint(failed).equals(LEAD_IS_BUSY)) { // it was a moment ago
            return left(new NegotiationRefusal.LeadAlreadyInNegotiation(
                    written.deal().lead()));
        }
        throw failed;
    }

    /** Why nothing was stored, in the order in which a caller wants to know; empty where nothing is in the way. */
    private Optional<Either<NegotiationRefusal, Receipt>> diagnosis(Connection connection, Written written)
            throws SQLException {
        var deal = written.deal();
        try (var statement = connection.prepareStatement(diagnose)) {
            new Slots(statement)
                    .text(deal.id().tenant().toString())
                    .uuid(deal.id().tenant().value())
                    .uuid(deal.id().value())
                    .uuid(deal.lead().value())
                    .text(written.commit().key().value());
            statement.execute();
            statement.getMoreResults();
            try (var result = statement.getResultSet()) {
                result.next();
                return diagnosis(new Row(result), written);
            }
        }
    }

    private static Optional<Either<NegotiationRefusal, Receipt>> diagnosis(Row row, Written written)
            throws SQLException {
        var commit = written.commit();
        if (!row.flag("has_tenant")) {
            return Optional.of(left(
                    new NegotiationRefusal.UnknownTenant(written.deal().id().tenant())));
        }
        var before = remembered(row);
        if (before.isPresent()) {
            return Optional.of(
                    before.get().fingerprint().equals(commit.fingerprint())
                            ? right(before.get().receipt())
                            : left(new NegotiationRefusal.IdempotencyKeyReused(
                                    commit.key().value())));
        }
        var expected = written.change().version() - 1;
        if (row.number("version") != expected) {
            return Optional.of(left(new NegotiationRefusal.StaleVersion(expected, row.number("version"))));
        }
        return row.flag("has_busy_lead") && written.deal().state().isActive()
                ? Optional.of(left(new NegotiationRefusal.LeadAlreadyInNegotiation(
                        written.deal().lead())))
                : Optional.empty();
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

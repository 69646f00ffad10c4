package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.left;

import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.privacy.DataSubject;
import app.cerniq.domain.privacy.Erasure;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.privacy.PersonalData;
import app.cerniq.ports.shared.IdempotencyKey;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Persons in PostgreSQL. Nobody is looked for by an index: it is asked a few times a year, and every index on personal
 * data would be one more place where it stands.
 */
final class PostgresPersonalData implements PersonalData {

    private static final String ERASE = """
            select ${schema}.erase_person(
                cast(:deal as uuid), :version, :key, :reason, cast(:until as date), :because)::text
            """;

    private static final String ERASURES = """
            select
                negotiation_id, version, request_key, reason, kept_versions::text[] as kept_versions, kept_until,
                kept_because, erased_by_type, erased_by, erased_by_label, erased_at
            from ${schema}.privacy_erasures
            where tenant_id = :tenant and (request_key = :key or negotiation_id = cast(:deal as uuid))
            order by negotiation_id, version
            """;

    private static final String THERE = """
            select id from ${schema}.gold_negotiations where tenant_id = :tenant and id = :deal
            """;

    private final Database database;
    private final PostgresNegotiations negotiations;
    private final String erase;
    private final String erasures;
    private final String there;
    private final String dealsOfPerson;
    private final String outlivedDeals;

    PostgresPersonalData(Database database, PostgresNegotiations negotiations) {
        var sql = database.sql();
        this.database = database;
        this.negotiations = negotiations;
        this.erase = sql.text(ERASE);
        this.erasures = sql.text(ERASURES);
        this.there = sql.text(THERE);
        this.dealsOfPerson = sql.file("deals-of-person");
        this.outlivedDeals = sql.file("outlived-deals");
    }

    @Override
    public List<NegotiationId> dealsOf(TenantId tenant, DataSubject who) {
        if (who instanceof DataSubject.OfDeal named) {
            return named.negotiation().tenant().equals(tenant)
                    ? database.query(
                            "find a negotiation",
                            tenant,
                            there,
                            query -> query.bind("tenant", tenant.value())
                                    .bind("deal", named.negotiation().value()),
                            row -> new NegotiationId(tenant, row.uuid("id")))
                    : List.of();
        }
        // Text that is empty is in no column; a null of no type would cost a round trip and the tenant with it.
        var cnp = who instanceof DataSubject.WithCnp by ? by.cnp().digits() : "";
        var email = who instanceof DataSubject.WithEmail by ? by.email() : "";
        var phone = who instanceof DataSubject.WithPhone by ? by.phone() : "";
        return database.query(
                "find the deals of a person",
                tenant,
                dealsOfPerson,
                query -> query.bind("tenant", tenant.value())
                        .bind("cnp", cnp.isEmpty() ? "-" : cnp)
                        .bind("email", email.isEmpty() ? "-" : email)
                        .bind("phone", phone.isEmpty() ? "-" : phone),
                row -> new NegotiationId(tenant, row.uuid("stream_id")));
    }

    @Override
    public Either<NegotiationRefusal, Receipt> erase(Commit commit, Erasure erasure) {
        var id = erasure.negotiation();
        var answers = new ArrayList<Either<NegotiationRefusal, Receipt>>(); // of the one attempt
        var kept = database.together("forget the person of negotiation " + id, id.tenant(), handle -> {
            var stored = negotiations.store(handle.getConnection(), Written.of(commit));
            answers.add(stored);
            if (stored.isRight()) {
                redact(handle, erasure);
            }
            return stored.isRight();
        });
        return answers.stream()
                .filter(stored -> kept || stored.isLeft())
                .findFirst()
                .orElseGet(() -> left(new NegotiationRefusal.StaleVersion(
                        erasure.version() - 1,
                        negotiations.find(id).map(Negotiation::version).orElse(0L))));
    }

    private void redact(Handle handle, Erasure erasure) {
        handle.createQuery(erase)
                .bind("deal", erasure.negotiation().value())
                .bind("version", erasure.version())
                .bind("key", erasure.request())
                .bind("reason", erasure.reason())
                .bindByType(
                        "until",
                        erasure.keptByLaw().map(kept -> kept.until().toString()).orElse(null),
                        String.class)
                .bindByType(
                        "because",
                        erasure.keptByLaw().map(Erasure.KeptByLaw::source).orElse(null),
                        String.class)
                .mapTo(String.class)
                .one();
    }

    @Override
    public List<Erasure> erasures(TenantId tenant, IdempotencyKey request) {
        return erasures(tenant, request.value(), "00000000-0000-0000-0000-000000000000");
    }

    @Override
    public List<Erasure> erasures(NegotiationId negotiation) {
        return erasures(negotiation.tenant(), "", negotiation.value().toString());
    }

    private List<Erasure> erasures(TenantId tenant, String key, String deal) {
        return database.query(
                "read what was forgotten",
                tenant,
                erasures,
                query -> query.bind("tenant", tenant.value()).bind("key", key).bind("deal", deal),
                row -> erasure(tenant, row));
    }

    private static Erasure erasure(TenantId tenant, Row row) throws SQLException {
        var because = row.maybeText("kept_because");
        return new Erasure(
                new NegotiationId(tenant, row.uuid("negotiation_id")),
                row.number("version"),
                row.text("request_key"),
                new ActorRef(
                        ActorKind.fromWord(row.text("erased_by_type")),
                        row.uuid("erased_by"),
                        row.text("erased_by_label")),
                row.instant("erased_at"),
                row.text("reason"),
                row.texts("kept_versions").stream().map(Long::valueOf).toList(),
                because.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Erasure.KeptByLaw(row.date("kept_until"), because.get())));
    }

    @Override
    public List<NegotiationId> outlived(TenantId tenant, Instant overBefore, LocalDate today, int limit) {
        return database.query(
                "find the deals that are long over",
                tenant,
                outlivedDeals,
                query -> query.bind("tenant", tenant.value())
                        .bind("over_before", Micros.of(overBefore).atOffset(java.time.ZoneOffset.UTC))
                        .bind("today", today)
                        .bind("limit", limit),
                row -> new NegotiationId(tenant, row.uuid("id")));
    }
}

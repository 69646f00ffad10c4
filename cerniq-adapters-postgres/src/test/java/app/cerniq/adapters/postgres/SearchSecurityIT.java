package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.catalog.search.Embedding;
import app.cerniq.domain.catalog.search.Matches;
import app.cerniq.domain.catalog.search.Matches.Kind;
import app.cerniq.domain.catalog.search.SearchText;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.search.MatchQuestion;
import app.cerniq.testkit.fixture.Shop;
import app.cerniq.testkit.time.CountedIds;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The search reads with the rights of the owner; that must not let one tenant see another, nor cost the index. */
class SearchSecurityIT {

    private static final CountedIds IDS = new CountedIds(1);

    private static TestDatabase database;
    private static PostgresStorage storage;
    private static TenantId ours;
    private static TenantId empty;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.runtime());
        ours = new TenantId(IDS.next());
        empty = new TenantId(IDS.next());
        storage.tenants().setUp(ours, "A shop");
        storage.tenants().setUp(empty, "Another");
        Shop.open(storage, ours);
    }

    private static long found(String tenant) throws SQLException {
        try (var connection = database.plainRuntime().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set cerniq.tenant = '" + tenant + "'");
            try (var row =
                    statement.executeQuery("select count(*) from cerniq.find_products('erbicid', null, null, 9)")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void the_function_answers_for_the_tenant_of_the_transaction_alone() throws SQLException {
        assertThat(found(ours.toString())).isEqualTo(3);
        assertThat(found(empty.toString())).isZero();
        assertThat(found("")).isZero();
    }

    @Test
    void words_of_others_cannot_be_read_by_naming_them() throws SQLException {
        try (var connection = database.plainRuntime().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set cerniq.tenant = '" + empty + "'");
            try (var row = statement.executeQuery(
                    "select count(*) from cerniq.meant_words('" + ours + "', 'erbicid surub')")) {
                row.next();
                assertThat(row.getLong(1)).isZero();
            }
        }
    }

    @Test
    void the_same_question_has_the_same_answer_however_often_it_is_asked() {
        var question = new MatchQuestion(ours, new SearchText("erbicid"), Optional.empty(), List.of());
        var first = storage.productSearch().matches(question, 10);

        for (var i = 0; i < 10; i++) { // the driver prepares on the server from the fifth on
            assertThat(storage.productSearch().matches(question, 10)).isEqualTo(first);
        }
    }

    @Test
    void without_pgvector_nothing_is_found_by_meaning_and_nothing_fails() {
        var index = storage.semanticIndex();
        var question = new MatchQuestion(ours, new SearchText("erbicid"), Optional.empty(), List.of());

        assertThat(index.isActive()).isFalse();
        assertThat(index.missing(ours, 10)).isEmpty();
        assertThat(index.nearest(question, new Embedding(List.of(1f)), 10)).isEqualTo(Matches.none(Kind.SEMANTIC));
        assertThatThrownBy(() -> index.keep(ours, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("semanticDdl");
    }
}

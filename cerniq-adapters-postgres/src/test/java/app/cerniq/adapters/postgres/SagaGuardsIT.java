package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.runtime.saga.SagaId;
import app.cerniq.domain.runtime.saga.StepAnswer;
import app.cerniq.domain.runtime.saga.StepState;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.SagaPlay;
import app.cerniq.testkit.time.CountedIds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can do to a saga, not even with a console. */
class SagaGuardsIT {

    private static final CountedIds IDS = new CountedIds(1);

    private static PostgresStorage storage;
    private static Raw runtime;
    private static Raw owner;

    private TenantId tenant;

    @BeforeAll
    static void start() {
        var database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.runtime());
        runtime = new Raw(database.runtime());
        owner = new Raw(database.owner());
    }

    @BeforeEach
    void set_up() {
        tenant = new TenantId(IDS.next());
        storage.tenants().setUp(tenant, "A tenant");
    }

    static Stream<List<StepState>> pairs() {
        return Arrays.stream(StepState.values())
                .flatMap(was -> Arrays.stream(StepState.values()).map(becomes -> List.of(was, becomes)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_database_and_the_program_have_one_table_of_where_a_step_may_go(List<StepState> pair) {
        var was = pair.get(0);
        var becomes = pair.get(1);
        var allowed = owner.number(
                Optional.empty(), "select count(*) where cerniq.saga_step_may_go('%s', '%s')".formatted(was, becomes));

        assertThat(allowed == 1).isEqualTo(was.next().contains(becomes));
    }

    private SagaPlay play() {
        return SagaPlay.begin(storage.sagas(), IDS, tenant);
    }

    private String where(SagaPlay play) {
        return " where tenant_id = '%s' and saga_id = '%s'"
                .formatted(tenant, play.saga().id());
    }

    private Optional<String> steps(SagaPlay play, String change, String step) {
        return runtime.refusal(
                tenant, "update cerniq.saga_steps set " + change + where(play) + " and name = '" + step + "'");
    }

    @Test
    void a_step_never_runs_back() {
        var play = play().does(new StepAnswer.Done("PF 1"));

        assertThat(steps(play, "state = 'PENDING', done_as = null", "ORDER")).contains("a step goes only where it may");
        assertThat(steps(play, "state = 'PLANNED', done_as = null, attempts = 2", "ORDER"))
                .contains("a step goes only where it may");
    }

    @Test
    void a_call_is_written_down_before_it_is_counted() {
        assertThat(steps(play(), "attempts = 1, called_at = now()", "ORDER"))
                .contains("a call is written down before it is made");
    }

    @Test
    void an_unknown_step_is_not_called_again() {
        var play = play();
        play.does(new StepAnswer.Unknown(play.failure("OBLIO_OUTCOME_UNKNOWN")));

        assertThat(steps(play, "state = 'PLANNED', attempts = attempts + 1", "ORDER"))
                .contains("a step goes only where it may");
    }

    @Test
    void nothing_is_undone_after_a_pivot() {
        var play = play().does(new StepAnswer.Done("PF 1"))
                .does(new StepAnswer.Done("FCT 1"))
                .does(new StepAnswer.Done("5000"));

        assertThat(steps(play, "state = 'COMPENSATING', attempts = attempts + 1", "BILL"))
                .contains("nothing is undone after a pivot");
        assertThat(steps(play, "state = 'COMPENSATING', attempts = attempts + 1", "REPORT"))
                .contains("only what can be undone is undone");
    }

    @Test
    void what_was_done_last_is_undone_first() {
        var play = play().does(new StepAnswer.Done("PF 1")).does(new StepAnswer.Done("FCT 1"));

        assertThat(steps(play, "state = 'COMPENSATING', attempts = attempts + 1", "ORDER"))
                .contains("what was done last is undone first");
    }

    @Test
    void a_saga_that_is_over_stays_over_and_one_that_goes_back_does_not_turn() {
        var play = play();
        play.keep(play.saga()
                .steering(People.MANAGER, SagaPlay.MORNING)
                .undo("the customer left")
                .get());
        var saga = " where tenant_id = '%s' and id = '%s'"
                .formatted(tenant, play.saga().id());

        assertThat(runtime.refusal(
                        tenant,
                        "update cerniq.sagas set status = 'RUNNING', next_at = now(), version = version + 1" + saga))
                .contains("a saga that is over stays over");
        assertThat(runtime.refusal(tenant, "update cerniq.sagas set is_undoing = false, version = version + 1" + saga))
                .isPresent();
    }

    @Test
    void a_saga_changes_one_version_at_a_time() {
        var play = play();
        var saga = " where tenant_id = '%s' and id = '%s'"
                .formatted(tenant, play.saga().id());

        assertThat(runtime.refusal(tenant, "update cerniq.sagas set version = 7" + saga))
                .contains("a saga changes one version at a time");
        assertThat(runtime.refusal(tenant, "update cerniq.sagas set status = 'WAITING'" + saga))
                .contains("a saga changes one version at a time");
    }

    @Test
    void a_saga_that_waits_for_nothing_is_over_or_seen() {
        var play = play();

        assertThat(runtime.refusal(
                        tenant,
                        "update cerniq.sagas set next_at = null, version = version + 1 where tenant_id = '%s' and id = '%s'"
                                .formatted(tenant, play.saga().id())))
                .contains("a saga goes on, is over or is seen");
    }

    @Test
    void a_subject_has_one_saga_of_a_kind_in_a_round() {
        var play = play();
        var again = """
                insert into cerniq.sagas
                select tenant_id, gen_random_uuid(), plan, subject_kind, subject_id, round, basis, status, is_undoing, parked_at,
                    parked_reason, parked_by_type, parked_by_id, parked_by_label, version, journal_entries, next_at, lease_id,
                    leased_until, started_at, started_by_type, started_by_id, started_by_label
                from cerniq.sagas where tenant_id = '%s' and id = '%s'
                """.formatted(tenant, play.saga().id());

        assertThat(runtime.refusal(tenant, again)).contains("a subject has one saga of a kind in a round");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update cerniq.saga_journal set note = 'nothing happened'",
                "delete from cerniq.saga_journal",
                "truncate cerniq.saga_journal",
                "delete from cerniq.saga_steps",
                "delete from cerniq.sagas",
                "truncate cerniq.sagas cascade"
            })
    void what_happened_stays_as_it_was_written_even_for_the_owner(String statement) {
        play();

        assertThat(runtime.refusal(tenant, statement)).contains("42501");
        assertThat(owner.refusal(tenant, statement))
                .hasValueSatisfying(refused -> assertThat(refused).startsWith("what was "));
    }

    @Test
    void who_looks_for_due_sagas_sees_tenants_and_no_rows() {
        var play = play();
        SagaId id = play.saga().id();

        assertThat(storage.sagas().due(SagaPlay.MORNING, 1_000)).contains(tenant);
        assertThat(runtime.number(Optional.empty(), "select count(*) from cerniq.sagas"))
                .isZero();
        assertThat(storage.sagas().find(id)).isPresent();
    }
}

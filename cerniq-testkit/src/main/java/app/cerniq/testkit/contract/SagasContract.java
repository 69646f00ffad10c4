package app.cerniq.testkit.contract;

import static app.cerniq.testkit.fixture.SagaPlay.BILL;
import static app.cerniq.testkit.fixture.SagaPlay.MORNING;
import static io.vavr.control.Either.left;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.runtime.saga.SagaId;
import app.cerniq.domain.runtime.saga.SagaRefusal;
import app.cerniq.domain.runtime.saga.SagaStatus;
import app.cerniq.domain.runtime.saga.SagaSubject;
import app.cerniq.domain.runtime.saga.StepAnswer;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.SagaPlay;
import app.cerniq.testkit.fixture.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.runtime.Sagas} must do. */
public interface SagasContract extends StorageContract {

    private SagaPlay play(TenantId tenant) {
        return SagaPlay.begin(storage().sagas(), ids(), tenant);
    }

    private Lease lease(Instant from) {
        return new Lease(ids().next(), from, from.plus(Duration.ofMinutes(5)));
    }

    @Test
    default void a_saga_in_every_state_of_its_steps_comes_back_as_it_was_kept() {
        var play = play(tenant());
        for (var answer : List.of(
                new StepAnswer.Unknown(play.failure("OBLIO_OUTCOME_UNKNOWN")),
                new StepAnswer.Absent(),
                StepAnswer.NotYet.having("PF 1", MORNING.plus(Duration.ofDays(1)), "It takes a day."),
                new StepAnswer.Done("PF 1"),
                new StepAnswer.Unavailable(play.failure("SPV_MAINTENANCE")),
                new StepAnswer.Refused(play.failure("SPV_VALIDATION_ERROR")))) {
            play.pass(Duration.ofDays(1)).does(answer);

            assertThat(storage().sagas().find(play.saga().id())).contains(play.saga());
        }
        play.keep(play.saga()
                .steering(People.MANAGER, play.now())
                .park("a look at it")
                .get());
        assertThat(storage().sagas().find(play.saga().id())).contains(play.saga());
        play.keep(play.saga()
                        .steering(People.MANAGER, play.now())
                        .unpark("go on")
                        .get())
                .keep(play.saga()
                        .steering(People.MANAGER, play.now())
                        .undo("the customer left")
                        .get());
        play.does(new StepAnswer.Unknown(play.failure("OBLIO_OUTCOME_UNKNOWN")))
                .pass(Duration.ofDays(1))
                .does(new StepAnswer.Absent())
                .does(new StepAnswer.Done("cancelled"));

        assertThat(storage().sagas().find(play.saga().id())).contains(play.saga());
        assertThat(play.saga().status()).isEqualTo(SagaStatus.COMPENSATED);
    }

    @Test
    default void the_journal_has_a_line_for_every_change_in_its_order() {
        var play = play(tenant()).does(new StepAnswer.Done("PF 1"));

        var journal = storage().sagas().journal(play.saga().id());

        assertThat(journal).extracting(entry -> entry.number()).containsExactly(1, 2, 3);
        assertThat(journal)
                .extracting(entry -> entry.what().name() + " " + entry.now())
                .containsExactly("STARTED RUNNING", "CALLED PLANNED", "ANSWERED DONE");
        assertThat(journal).extracting(entry -> entry.by()).containsOnly(ActorRef.of(People.SYSTEM));
        assertThat(journal.get(2).note()).isEqualTo("PF 1");
    }

    @Test
    default void of_two_changes_on_one_version_one_is_kept() {
        var play = play(tenant());
        var before = play.saga();
        play.crashes();

        var second = before.steering(People.MANAGER, MORNING).park("too late").get();

        assertThat(storage().sagas().keep(second, List.of())).isEqualTo(left(new SagaRefusal.SagaChanged(1, 2)));
        assertThat(storage().sagas().find(before.id())).contains(play.saga());
        assertThat(storage().sagas().journal(before.id())).hasSize(2);
    }

    @Test
    default void a_subject_has_one_saga_of_a_kind_in_a_round_until_that_is_undone() {
        var tenant = tenant();
        var play = play(tenant);
        var subject = play.saga().subject();

        assertThat(storage().sagas().begin(SagaPlay.start(ids(), tenant, subject), List.of()))
                .isEqualTo(
                        left(new SagaRefusal.AlreadyRunning(subject, play.saga().id())));
        assertThat(storage()
                        .sagas()
                        .begin(
                                SagaPlay.start(ids(), tenant, new SagaSubject(subject.kind(), subject.id(), 2)),
                                List.of())
                        .isRight())
                .isTrue();
        play.keep(play.saga()
                .steering(People.MANAGER, MORNING)
                .undo("the customer left")
                .get());
        assertThat(storage()
                        .sagas()
                        .begin(SagaPlay.start(ids(), tenant, subject), List.of())
                        .isRight())
                .isTrue();
        assertThat(storage().sagas().about(tenant, subject.kind(), subject.id()))
                .hasSize(3);
    }

    @Test
    default void what_is_done_keeps_its_subject() {
        var tenant = tenant();
        var play = play(tenant)
                .does(new StepAnswer.Done("PF 1"))
                .does(new StepAnswer.Done("FCT 1"))
                .does(new StepAnswer.Done("5000"));

        assertThat(play.saga().status()).isEqualTo(SagaStatus.DONE);
        assertThat(storage()
                        .sagas()
                        .begin(SagaPlay.start(ids(), tenant, play.saga().subject()), List.of())
                        .isLeft())
                .isTrue();
    }

    @Test
    default void an_unknown_tenant_and_an_unknown_saga_are_refused() {
        var nobody = new TenantId(ids().next());
        var unknown = SagaPlay.start(ids(), tenant());
        var later = unknown.next().steering(People.MANAGER, MORNING).park("why").get();

        assertThat(storage().sagas().begin(SagaPlay.start(ids(), nobody), List.of()))
                .isEqualTo(left(new SagaRefusal.UnknownTenant(nobody)));
        assertThat(storage().sagas().keep(later, List.of()))
                .isEqualTo(left(new SagaRefusal.UnknownSaga(unknown.next().id())));
        assertThat(storage().sagas().find(unknown.next().id())).isEmpty();
        assertThat(storage().sagas().journal(unknown.next().id())).isEmpty();
    }

    @Test
    default void nobody_sees_or_changes_the_sagas_of_another_tenant() {
        var play = play(tenant());
        var mine = play.saga();
        var other = tenant();
        var theirs = new SagaId(other, mine.id().value());

        assertThat(storage().sagas().find(theirs)).isEmpty();
        assertThat(storage().sagas().journal(theirs)).isEmpty();
        assertThat(storage().sagas().about(other, "negotiation", mine.subject().id()))
                .isEmpty();
        assertThat(storage().sagas().claim(other, lease(MORNING), 10)).isEmpty();
    }

    @Test
    default void what_is_claimed_is_nobody_elses_until_the_lease_ends() {
        var tenant = tenant();
        var play = play(tenant);
        var first = lease(MORNING);

        assertThat(storage().sagas().due(MORNING, 1_000)).contains(tenant);
        assertThat(storage().sagas().claim(tenant, first, 10)).containsExactly(play.saga());
        assertThat(storage().sagas().claim(tenant, lease(MORNING.plusSeconds(60)), 10))
                .isEmpty();
        assertThat(storage().sagas().due(MORNING.plusSeconds(60), 1_000)).doesNotContain(tenant);
        assertThat(storage().sagas().claim(tenant, lease(first.until()), 10)).containsExactly(play.saga());
    }

    @Test
    default void what_is_given_back_can_be_claimed_at_once_but_only_by_its_holder() {
        var tenant = tenant();
        var play = play(tenant);
        var first = lease(MORNING);
        storage().sagas().claim(tenant, first, 10);

        storage().sagas().release(play.saga().id(), lease(MORNING));
        assertThat(storage().sagas().claim(tenant, lease(MORNING), 10)).isEmpty();
        storage().sagas().release(play.saga().id(), first);
        assertThat(storage().sagas().claim(tenant, lease(MORNING), 10)).hasSize(1);
    }

    @Test
    default void what_waits_is_claimed_at_its_time_and_not_before() {
        var tenant = tenant();
        var play = play(tenant);
        var tomorrow = MORNING.plus(Duration.ofDays(1));
        play.does(StepAnswer.NotYet.until(tomorrow, "It takes a day."));

        assertThat(storage().sagas().claim(tenant, lease(tomorrow.minusSeconds(1)), 10))
                .isEmpty();
        assertThat(storage().sagas().claim(tenant, lease(tomorrow), 10)).containsExactly(play.saga());
    }

    @Test
    default void what_a_crash_left_behind_is_claimed_again() {
        var tenant = tenant();
        var play = play(tenant).crashes();

        assertThat(storage().sagas().claim(tenant, lease(MORNING.plusSeconds(1)), 10))
                .containsExactly(play.saga());
    }

    @Test
    default void the_parked_and_the_finished_are_not_claimed() {
        var tenant = tenant();
        var parked = play(tenant);
        parked.keep(parked.saga().steering(People.MANAGER, MORNING).park("why").get());
        var undone = play(tenant);
        undone.keep(undone.saga().steering(People.MANAGER, MORNING).undo("why").get());

        assertThat(storage().sagas().claim(tenant, lease(MORNING.plus(Duration.ofDays(9))), 10))
                .isEmpty();
        assertThat(storage().sagas().in(tenant, Set.of(SagaStatus.PARKED), 10)).containsExactly(parked.saga());
        assertThat(storage().sagas().in(tenant, Set.of(SagaStatus.COMPENSATED), 10))
                .containsExactly(undone.saga());
    }

    @Test
    default void no_more_are_claimed_than_asked_for_and_those_that_wait_longest_first() {
        var tenant = tenant();
        var later = play(tenant);
        later.does(StepAnswer.NotYet.until(MORNING.plusSeconds(60), "It takes a minute."));
        var sooner = play(tenant);
        sooner.does(StepAnswer.NotYet.until(MORNING.plusSeconds(30), "It takes half a minute."));

        assertThat(storage().sagas().claim(tenant, lease(MORNING.plusSeconds(90)), 1))
                .containsExactly(sooner.saga());
    }

    @Test
    default void what_a_person_left_out_says_so_for_ever() {
        var play = play(tenant()).does(new StepAnswer.Done("PF 1"));
        play.keep(play.saga()
                .steering(People.MANAGER, MORNING)
                .skip(BILL, "billed by hand")
                .get());

        var found = storage().sagas().find(play.saga().id()).orElseThrow();

        assertThat(found.step(BILL).orElseThrow().note()).isEqualTo(Optional.of("billed by hand"));
        assertThat(storage().sagas().journal(found.id()))
                .last()
                .satisfies(entry -> assertThat(entry.by()).isEqualTo(ActorRef.of(People.MANAGER)));
    }

    @Test
    default void what_others_are_told_travels_with_the_record_or_not_at_all() {
        var tenant = tenant();
        var start = SagaPlay.start(ids(), tenant);
        var told = Told.closed(tenant, ids().next(), "saga-news", MORNING);

        storage().sagas().begin(start, List.of(told));
        storage().sagas().begin(start, List.of(Told.closed(tenant, ids().next(), "never", MORNING)));

        assertThat(storage().outbox().claim(tenant, lease(MORNING.plus(Duration.ofDays(1))), 100))
                .extracting(claimed -> claimed.message())
                .contains(told)
                .noneMatch(message -> message.subject().id().equals("never"));
    }
}

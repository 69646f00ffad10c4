package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.runtime.event.EventRefusal;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeadLetters.Decided;
import app.cerniq.ports.runtime.DeadLetters.Verb;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.SetAside;
import app.cerniq.ports.runtime.SetAside.Slip;
import app.cerniq.ports.runtime.SetAside.Standing;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SetAside} and {@link app.cerniq.ports.runtime.DeadLetters} must do: they are two doors of one room. */
public interface DeadLettersContract extends StorageContract {

    Instant NOON = Play.MORNING;
    ConsumerName LEDGER = new ConsumerName("ledger");
    ConsumerName POST = new ConsumerName("post");

    private Lease fresh() {
        return new Lease(ids().next(), NOON, NOON.plusSeconds(300));
    }

    private static Slip slip(ConsumerName consumer, Standing standing) {
        return new Slip(consumer, standing, standing == Standing.BEHIND ? 0 : 3, Duration.ZERO, "no ink");
    }

    /** Messages about one subject; each is set aside for a consumer as it stands in its place. */
    private List<OutboxMessage> setAside(TenantId tenant, ConsumerName consumer, Standing... standings) {
        var messages = new ArrayList<OutboxMessage>();
        for (var one : standings) {
            messages.add(Told.closed(
                    tenant, ids().next(), "one of " + one.getDeclaringClass().getSimpleName(), NOON));
        }
        storage().outbox().append(tenant, messages);
        var lease = fresh();
        var settlements = new ArrayList<Outbox.Settlement>();
        var claimed = storage().outbox().claim(tenant, lease, 100);
        for (var index = 0; index < claimed.size(); index++) {
            settlements.add(new Outbox.Settlement(
                    claimed.get(index).message().eventId(), List.of(slip(consumer, standings[index]))));
        }
        storage().outbox().settle(tenant, lease, NOON, settlements);
        return messages;
    }

    private List<UUID> due(TenantId tenant, Instant at) {
        return storage()
                .setAside()
                .claim(tenant, new Lease(ids().next(), at, at.plusSeconds(300)), Set.of(LEDGER, POST), 100)
                .stream()
                .map(copy -> copy.message().eventId())
                .toList();
    }

    private Verb verb(OutboxMessage message, String reason) {
        return new Verb(LEDGER, message.eventId(), ActorRef.of(People.MANAGER), NOON, reason);
    }

    private TenantId somebody() {
        var tenant = new TenantId(ids().next());
        storage().tenants().setUp(tenant, "A tenant");
        return tenant;
    }

    @Test
    default void a_copy_that_failed_comes_when_its_pause_is_over() {
        var tenant = somebody();
        var message = setAside(tenant, LEDGER, Standing.FAILED).get(0);
        var lease = fresh();
        assertThat(storage().setAside().claim(tenant, lease, Set.of(LEDGER, POST), 10))
                .hasSize(1);
        var pause = new Slip(LEDGER, Standing.FAILED, 4, Duration.ofMinutes(10), "still no ink");

        storage()
                .setAside()
                .settle(
                        tenant,
                        lease,
                        NOON,
                        List.of(new SetAside.Settlement(LEDGER, message.eventId(), List.of(pause))));

        assertThat(due(tenant, NOON.plusSeconds(599))).isEmpty();
        assertThat(due(tenant, NOON.plusSeconds(600))).containsExactly(message.eventId());
    }

    @Test
    default void a_clock_that_was_set_back_does_not_prolong_a_pause_for_ever() {
        var tenant = somebody();
        var message = setAside(tenant, LEDGER, Standing.FAILED).get(0);

        assertThat(due(tenant, NOON.minusSeconds(3600))).containsExactly(message.eventId());
    }

    @Test
    default void what_waits_behind_another_comes_after_it() {
        var tenant = somebody();
        var messages = setAside(tenant, LEDGER, Standing.FAILED, Standing.BEHIND);
        var lease = fresh();

        var first = storage().setAside().claim(tenant, lease, Set.of(LEDGER, POST), 10);
        storage()
                .setAside()
                .settle(
                        tenant,
                        lease,
                        NOON,
                        List.of(new SetAside.Settlement(LEDGER, messages.get(0).eventId(), List.of())));

        assertThat(first)
                .extracting(copy -> copy.message().eventId())
                .containsExactly(messages.get(0).eventId());
        assertThat(due(tenant, NOON)).containsExactly(messages.get(1).eventId());
    }

    @Test
    default void a_dead_letter_holds_back_what_follows_until_somebody_decides() {
        var tenant = somebody();
        var messages = setAside(tenant, LEDGER, Standing.DEAD, Standing.BEHIND);

        assertThat(due(tenant, NOON.plusSeconds(1_000_000))).isEmpty();
        assertThat(storage().deadLetters().open(tenant, Optional.empty(), 10))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.message()).isEqualTo(messages.get(0));
                    assertThat(letter.consumer()).isEqualTo(LEDGER);
                    assertThat(letter.error()).isEqualTo("no ink");
                    assertThat(letter.attempts()).isEqualTo(3);
                    assertThat(letter.heldBack()).isOne();
                });
        assertThat(storage().deadLetters().open(tenant, Optional.of(POST), 10)).isEmpty();
    }

    @Test
    default void a_letter_that_is_retried_comes_first_and_counts_from_the_start() {
        var tenant = somebody();
        var messages = setAside(tenant, LEDGER, Standing.DEAD, Standing.BEHIND);

        var answer = storage().deadLetters().retry(tenant, verb(messages.get(0), "there is ink again"));

        assertThat(answer.get().message()).isEqualTo(messages.get(0));
        assertThat(storage().setAside().claim(tenant, fresh(), Set.of(LEDGER, POST), 10))
                .singleElement()
                .satisfies(copy -> {
                    assertThat(copy.message()).isEqualTo(messages.get(0));
                    assertThat(copy.attempts()).isZero();
                });
    }

    @Test
    default void a_letter_that_is_skipped_lets_the_next_one_go_on() {
        var tenant = somebody();
        var messages = setAside(tenant, LEDGER, Standing.DEAD, Standing.BEHIND);

        storage()
                .deadLetters()
                .skip(tenant, verb(messages.get(0), "nobody needs it"))
                .get();

        assertThat(due(tenant, NOON)).containsExactly(messages.get(1).eventId());
    }

    @Test
    default void decisions_are_kept_with_who_and_why() {
        var tenant = somebody();
        var message = setAside(tenant, LEDGER, Standing.DEAD).get(0);
        var verb = verb(message, "nobody needs it");

        storage().deadLetters().skip(tenant, verb).get();

        assertThat(storage().deadLetters().decisions(tenant, NOON, 10))
                .containsExactly(new Decided(Decided.Kind.SKIP, verb, "no ink"));
    }

    @Test
    default void what_is_no_dead_letter_is_not_decided() {
        var tenant = somebody();
        var message = setAside(tenant, LEDGER, Standing.FAILED).get(0);
        var no = new EventRefusal.NoDeadLetter(LEDGER.value(), message.eventId());

        assertThat(storage().deadLetters().skip(tenant, verb(message, "no")).getLeft())
                .isEqualTo(no);
        assertThat(storage().deadLetters().retry(tenant, verb(message, "no")).getLeft())
                .isEqualTo(no);
        assertThat(storage().deadLetters().decisions(tenant, NOON, 10)).isEmpty();
    }

    @Test
    default void a_replay_is_for_one_consumer_in_order_and_noted() {
        var tenant = somebody();
        var first = Told.closed(tenant, ids().next(), "a", NOON);
        var second = Told.closed(tenant, ids().next(), "a", NOON);

        var copies = storage()
                .setAside()
                .replay(tenant, POST, List.of(first, second), ActorRef.of(People.MANAGER), NOON, "the post was lost");

        assertThat(copies).isEqualTo(2);
        assertThat(storage().setAside().claim(tenant, fresh(), Set.of(LEDGER, POST), 10))
                .singleElement()
                .satisfies(copy -> {
                    assertThat(copy.consumer()).isEqualTo(POST);
                    assertThat(copy.message()).isEqualTo(first);
                    assertThat(copy.standing()).isEqualTo(Standing.REPLAY);
                });
        assertThat(storage().deadLetters().decisions(tenant, NOON, 10))
                .extracting(Decided::kind)
                .containsExactly(Decided.Kind.REPLAY, Decided.Kind.REPLAY);
        assertThat(storage()
                        .setAside()
                        .replay(tenant, POST, List.of(first), ActorRef.of(People.MANAGER), NOON, "again"))
                .isZero();
    }

    @Test
    default void what_is_set_aside_is_counted_and_due() {
        var tenant = somebody();
        setAside(tenant, LEDGER, Standing.FAILED, Standing.BEHIND);

        assertThat(storage().outbox().due(NOON, 10_000)).contains(tenant);
        assertThat(storage().outbox().backlog(Optional.of(tenant), NOON))
                .isEqualTo(new Outbox.Backlog(0, Duration.ZERO, 2, 0));
    }

    @Test
    default void letters_of_one_tenant_are_nothing_to_another() {
        var ours = somebody();
        var theirs = somebody();
        var message = setAside(ours, LEDGER, Standing.DEAD).get(0);

        assertThat(storage().deadLetters().open(theirs, Optional.empty(), 10)).isEmpty();
        assertThat(storage()
                        .deadLetters()
                        .skip(theirs, verb(message, "not ours"))
                        .isLeft())
                .isTrue();
    }
}

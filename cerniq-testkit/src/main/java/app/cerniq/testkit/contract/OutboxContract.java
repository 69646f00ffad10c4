package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.SetAside.Slip;
import app.cerniq.ports.runtime.SetAside.Standing;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} must do. Leases may run by another clock than the caller's, so these tests wait for them. */
public interface OutboxContract extends StorageContract {

    Instant AT = Play.MORNING;
    Duration LONG = Duration.ofMinutes(5);
    Duration SHORT = Duration.ofMillis(150);
    ConsumerName BOOKS = new ConsumerName("books");

    /** A tenant without anything to tell: goods that were put in stock have been told already. */
    default TenantId silent() {
        var tenant = new TenantId(ids().next());
        storage().tenants().setUp(tenant, "A tenant");
        return tenant;
    }

    default Lease lease(Duration time) {
        return new Lease(ids().next(), AT, AT.plus(time));
    }

    default OutboxMessage message(TenantId tenant, String service) {
        return Told.closed(tenant, ids().next(), service, AT);
    }

    private Outbox box() {
        return storage().outbox();
    }

    private List<OutboxMessage> claimed(TenantId tenant, Lease lease) {
        return box().claim(tenant, lease, 100).stream()
                .map(Outbox.Claimed::message)
                .toList();
    }

    private static Outbox.Settlement delivered(OutboxMessage message) {
        return new Outbox.Settlement(message.eventId(), List.of());
    }

    @Test
    default void what_is_appended_is_claimed_as_it_was() {
        var tenant = silent();
        var plain = message(tenant, "a");
        var complete = Told.complete(message(tenant, "b"), AT);
        box().append(tenant, List.of(plain, complete));

        var claimed = box().claim(tenant, lease(LONG), 100);

        assertThat(claimed)
                .extracting(one -> one.message().eventId())
                .containsExactlyInAnyOrder(plain.eventId(), complete.eventId());
        assertThat(claimed).allSatisfy(one -> {
            assertThat(one.attempt()).isOne();
            assertThat(one.waiting()).isEmpty();
        });
        assertThat(claimed.stream().map(Outbox.Claimed::message)).contains(plain, complete);
    }

    @Test
    default void messages_about_one_subject_come_in_their_order_and_together() {
        var tenant = silent();
        var first = message(tenant, "a");
        var second = message(tenant, "a");
        var third = message(tenant, "a");
        box().append(tenant, List.of(first, second));
        box().append(tenant, List.of(third));

        assertThat(claimed(tenant, lease(LONG))).containsExactly(first, second, third);
    }

    @Test
    default void what_a_deal_tells_comes_in_the_order_of_its_versions() {
        var tenant = tenant();
        var play = Play.open(storage().negotiations(), ids(), tenant);
        play.to(NegotiationState.PROPOSAL);

        var types = claimed(tenant, lease(LONG)).stream()
                .filter(message -> message.subject().kind() == Subject.Kind.NEGOTIATION)
                .map(OutboxMessage::type)
                .toList();

        assertThat(types).startsWith("negotiation.created");
        assertThat(types).endsWith("negotiation.state.changed");
    }

    @Test
    default void a_message_is_appended_once() {
        var tenant = silent();
        var message = message(tenant, "a");

        box().append(tenant, List.of(message));
        box().append(tenant, List.of(message));

        assertThat(claimed(tenant, lease(LONG))).containsExactly(message);
    }

    @Test
    default void what_is_claimed_nobody_else_gets_and_what_follows_neither() {
        var tenant = silent();
        box().append(tenant, List.of(message(tenant, "a")));
        assertThat(claimed(tenant, lease(LONG))).hasSize(1);
        var other = message(tenant, "b");
        box().append(tenant, List.of(message(tenant, "a"), other));

        assertThat(claimed(tenant, lease(LONG))).containsExactly(other);
    }

    @Test
    default void what_was_settled_is_gone_and_what_follows_is_next() {
        var tenant = silent();
        var first = message(tenant, "a");
        box().append(tenant, List.of(first));
        var lease = lease(LONG);
        assertThat(claimed(tenant, lease)).containsExactly(first);
        var second = message(tenant, "a");
        box().append(tenant, List.of(second));

        var settled = box().settle(tenant, lease, AT, List.of(delivered(first)));

        assertThat(settled).containsExactly(first.eventId());
        assertThat(claimed(tenant, lease(LONG))).containsExactly(second);
    }

    @Test
    default void after_a_lease_others_claim_it_again_and_the_first_one_records_nothing_more()
            throws InterruptedException {
        var tenant = silent();
        var message = message(tenant, "a");
        box().append(tenant, List.of(message));
        var lapsed = lease(SHORT);
        assertThat(claimed(tenant, lapsed)).containsExactly(message);
        Thread.sleep(2 * SHORT.toMillis());
        var next = new Lease(ids().next(), AT.plus(LONG), AT.plus(LONG).plus(LONG));

        var again = box().claim(tenant, next, 100);

        assertThat(again)
                .singleElement()
                .satisfies(one -> assertThat(one.attempt()).isEqualTo(2));
        assertThat(box().settle(tenant, lapsed, AT, List.of(delivered(message))))
                .isEmpty();
        assertThat(box().settle(tenant, next, AT, List.of(delivered(message)))).containsExactly(message.eventId());
    }

    @Test
    default void what_is_released_is_free_at_once_and_was_no_attempt() {
        var tenant = silent();
        var message = message(tenant, "a");
        box().append(tenant, List.of(message));
        var lease = lease(LONG);
        assertThat(claimed(tenant, lease)).hasSize(1);

        box().release(tenant, lease);

        assertThat(box().claim(tenant, lease(LONG), 100))
                .singleElement()
                .satisfies(one -> assertThat(one.attempt()).isOne());
    }

    @Test
    default void a_scheduled_message_waits_and_holds_nothing_back() {
        var tenant = silent();
        var later = Told.complete(message(tenant, "a"), AT.plus(LONG));
        var now = message(tenant, "a");
        box().append(tenant, List.of(later, now));

        assertThat(claimed(tenant, lease(LONG))).containsExactly(now);
        var then = new Lease(ids().next(), AT.plus(LONG), AT.plus(LONG).plus(LONG));
        assertThat(box().due(AT, 10_000)).doesNotContain(tenant);
        assertThat(box().due(AT.plus(LONG), 10_000)).contains(tenant);
        box().settle(tenant, then, AT, List.of());
    }

    @Test
    default void tenants_with_something_to_deliver_are_named_and_their_messages_stay_their_own() {
        var ours = silent();
        var theirs = silent();
        var silent = silent();
        box().append(ours, List.of(message(ours, "a")));
        var foreign = message(theirs, "a");
        box().append(theirs, List.of(foreign));

        assertThat(box().due(AT, 10_000)).contains(ours, theirs).doesNotContain(silent);
        assertThat(claimed(theirs, lease(LONG))).containsExactly(foreign);
    }

    @Test
    default void a_limit_takes_beginnings_and_leaves_the_rest() {
        var tenant = silent();
        var first = message(tenant, "a");
        box().append(tenant, List.of(first, message(tenant, "a"), message(tenant, "a")));

        assertThat(box().claim(tenant, lease(LONG), 1))
                .extracting(Outbox.Claimed::message)
                .containsExactly(first);
    }

    @Test
    default void a_consumer_who_did_not_get_a_message_waits_and_is_named_with_what_follows() {
        var tenant = silent();
        var message = message(tenant, "a");
        box().append(tenant, List.of(message));
        var lease = lease(LONG);
        assertThat(claimed(tenant, lease)).hasSize(1);
        var slip = new Slip(BOOKS, Standing.FAILED, 1, Duration.ZERO, "the books are closed");

        box().settle(tenant, lease, AT, List.of(new Outbox.Settlement(message.eventId(), List.of(slip))));
        box().append(tenant, List.of(message(tenant, "a")));

        assertThat(box().claim(tenant, lease(LONG), 100))
                .singleElement()
                .satisfies(one -> assertThat(one.waiting()).containsExactly(BOOKS));
        assertThat(storage().setAside().claim(tenant, lease(LONG), Set.of(BOOKS), 10))
                .singleElement()
                .satisfies(copy -> assertThat(copy.message()).isEqualTo(message));
    }

    @Test
    default void what_waits_is_counted() {
        var tenant = silent();
        box().append(tenant, List.of(message(tenant, "a"), message(tenant, "b")));

        var backlog = box().backlog(Optional.of(tenant), AT.plusSeconds(30));

        assertThat(backlog).isEqualTo(new Outbox.Backlog(2, Duration.ofSeconds(30), 0, 0));
        assertThat(box().backlog(Optional.empty(), AT).pending()).isGreaterThanOrEqualTo(2);
    }

    @Test
    default void only_what_was_delivered_is_forgotten() {
        var tenant = silent();
        var gone = message(tenant, "a");
        var due = message(tenant, "b");
        box().append(tenant, List.of(gone, due));
        var lease = lease(LONG);
        assertThat(claimed(tenant, lease)).hasSize(2);
        box().settle(tenant, lease, AT, List.of(delivered(gone)));
        box().release(tenant, lease);

        assertThat(box().delivered(tenant, AT, 10)).isEmpty();
        assertThat(box().delivered(tenant, AT.plusSeconds(1), 10)).containsExactly(gone);
        assertThat(box().withDelivered(AT.plusSeconds(1), 10_000)).contains(tenant);
        box().forget(tenant, Set.of(gone.eventId(), due.eventId(), UUID.nameUUIDFromBytes(new byte[0])));

        assertThat(box().delivered(tenant, AT.plusSeconds(1), 10)).isEmpty();
        assertThat(claimed(tenant, lease(LONG))).containsExactly(due);
    }
}

package app.cerniq.application.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.Backoff;
import app.cerniq.domain.runtime.event.ContactChannel;
import app.cerniq.domain.runtime.event.CrossStageEvent.CallbackRequested;
import app.cerniq.domain.runtime.event.CrossStageEvent.InvoiceIssued;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.EventRefusal;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeadLetters.DeadLetter;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.Reception;
import app.cerniq.ports.shared.Ids;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Told;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final DispatchTerms TERMS = new DispatchTerms(
            100,
            Duration.ofMinutes(2),
            new Backoff(Duration.ofSeconds(10), 2, Duration.ofMinutes(1), 3),
            Duration.ofMillis(20));

    private final Ids ids = new CountedIds(7);
    private final MovableClock clock = MovableClock.at(NOON);
    private final InMemoryStorage storage = new InMemoryStorage();
    private final TenantId tenant = new TenantId(ids.next());

    @BeforeEach
    void setUp() {
        storage.tenants().setUp(tenant, "A tenant");
    }

    private EventDesk desk(EventConsumer... consumers) {
        return new EventDesk(storage, storage.eventArchive(), List.of(consumers), TERMS, clock, ids);
    }

    private OutboxMessage tell(String service) {
        var message = Told.closed(tenant, ids.next(), service, clock.instant());
        storage.outbox().append(tenant, List.of(message));
        return message;
    }

    private OutboxMessage tell(String type, int version, String payload) {
        var plain = Told.closed(tenant, ids.next(), "a", clock.instant());
        var message = new OutboxMessage(
                plain.tenant(),
                plain.eventId(),
                type,
                version,
                plain.subject(),
                plain.correlation(),
                plain.causation(),
                plain.timestamp(),
                plain.scheduledFor(),
                plain.metadata(),
                plain.trace(),
                payload);
        storage.outbox().append(tenant, List.of(message));
        return message;
    }

    private List<DeadLetter> letters(EventDesk desk) {
        return desk.deadLetters(tenant, 100);
    }

    @Test
    void everybody_who_wants_an_event_gets_it_once_and_in_order() {
        var books = Ears.open("books");
        var post = Ears.open("post");
        tell("a");
        tell("a");
        tell("b");

        var dispatcher = desk(books, post).dispatcher();
        var pass = dispatcher.runOnce();

        assertThat(pass).isEqualTo(new Dispatcher.Pass(3, 0, 0, 0));
        assertThat(books.services()).containsExactly("a", "a", "b");
        assertThat(post.services()).containsExactly("a", "a", "b");
        assertThat(dispatcher.runOnce().isEmpty()).isTrue();
    }

    @Test
    void one_who_fails_waits_with_what_follows_and_the_others_do_not() {
        var opening = NOON.plusSeconds(30);
        var post = new Ears(
                "post",
                (event, note) -> clock.instant().isBefore(opening) ? Reception.again("no stamps") : Reception.done());
        var books = Ears.open("books");
        var dispatcher = desk(post, books).dispatcher();
        var first = tell("a").eventId();
        var second = tell("a").eventId();

        dispatcher.runOnce();
        var third = tell("a").eventId();
        dispatcher.runOnce();

        assertThat(books.heard()).hasSize(3);
        assertThat(post.heard()).hasSize(1);
        clock.move(Duration.ofSeconds(10));
        dispatcher.runOnce();
        clock.move(Duration.ofSeconds(20));
        dispatcher.runOnce();
        dispatcher.runOnce();
        dispatcher.runOnce();
        assertThat(post.heard())
                .extracting(heard -> heard.event().eventId())
                .containsExactly(first, first, first, second, third);
    }

    @Test
    void what_fails_too_often_is_a_dead_letter_and_holds_back_what_follows_for_that_consumer() {
        var post = new Ears("post", (event, note) -> {
            throw new IllegalStateException("a name that nobody shall read");
        });
        var desk = desk(post);
        var dispatcher = desk.dispatcher();
        var poison = tell("a");
        tell("a");

        for (var attempt = 0; attempt < 5; attempt++) {
            dispatcher.runOnce();
            clock.move(Duration.ofMinutes(1));
        }

        assertThat(letters(desk)).first().satisfies(letter -> {
            assertThat(letter.message()).isEqualTo(poison);
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.heldBack()).isOne();
            assertThat(letter.error())
                    .startsWith("java.lang.IllegalStateException at ")
                    .doesNotContain("nobody shall");
        });
        assertThat(storage.outbox().find(tenant, always(), 100))
                .extracting(OutboxMessage::type)
                .contains("event.dead_lettered");
    }

    private static EventArchive.Span always() {
        return new EventArchive.Span(Optional.empty(), NOON.minusSeconds(1), NOON.plusSeconds(1_000_000));
    }

    @Test
    void an_operator_retries_or_skips_and_says_why() {
        var isOpen = new boolean[1];
        var post = new Ears("post", (event, note) -> isOpen[0] ? Reception.done() : Reception.never("closed for good"));
        var desk = desk(post);
        var dispatcher = desk.dispatcher();
        var first = tell("a");
        var second = tell("b");
        dispatcher.runOnce();
        isOpen[0] = true;

        var nothing = desk.retry(tenant, People.MANAGER, post.name(), first.eventId(), " ");
        var retried = desk.retry(tenant, People.MANAGER, post.name(), first.eventId(), "open again");
        var skipped = desk.skip(tenant, People.MANAGER, post.name(), second.eventId(), "too late for it");
        dispatcher.runOnce();

        assertThat(nothing.getLeft()).isInstanceOf(EventRefusal.NoReason.class);
        assertThat(retried.isRight()).isTrue();
        assertThat(skipped.isRight()).isTrue();
        assertThat(post.services()).filteredOn("a"::equals).hasSize(2);
        assertThat(post.services()).filteredOn("b"::equals).hasSize(1);
        assertThat(desk.decisions(tenant, NOON, 10))
                .extracting(decided -> decided.verb().reason())
                .containsExactly("open again", "too late for it");
    }

    @Test
    void an_unknown_type_a_later_version_and_a_broken_payload_are_visible_and_hold_up_nobody() {
        var post = Ears.open("post");
        var desk = desk(post);
        tell("negotiation.exploded", 1, "{}");
        tell("circuit.closed", 2, "{\"service\": \"a\"}");
        tell("circuit.closed", 1, "{\"nothing\": true}");
        tell("b");

        desk.dispatcher().runOnce();

        assertThat(post.services()).contains("b").doesNotContain("a");
        assertThat(letters(desk))
                .extracting(letter -> letter.consumer().value())
                .contains("cerniq.unread", "post");
        assertThat(letters(desk)).extracting(DeadLetter::error).allMatch(error -> error.startsWith("UNREADABLE"));
    }

    @Test
    void a_consumer_that_never_comes_back_is_left_and_tried_again() throws InterruptedException {
        var never = new CountDownLatch(1);
        var stuck = new Ears("stuck", (event, note) -> {
            if (note.attempt() == 1) {
                try {
                    never.await();
                } catch (InterruptedException told) {
                    return Reception.done();
                }
            }
            return Reception.done();
        });
        var books = Ears.open("books");
        var threads = Executors.newFixedThreadPool(2);
        try {
            var dispatcher = desk(stuck, books).dispatcher(threads);
            tell("a");
            tell("b");

            var pass = dispatcher.runOnce();
            clock.move(Duration.ofSeconds(10));
            dispatcher.runOnce();
            dispatcher.runOnce();

            assertThat(pass.settled()).isEqualTo(2);
            assertThat(books.services()).containsExactlyInAnyOrder("a", "b");
            assertThat(stuck.heard()).hasSize(4);
            assertThat(stuck.heard())
                    .extracting(heard -> heard.note().attempt())
                    .containsExactlyInAnyOrder(1, 1, 2, 2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_replay_goes_to_one_consumer_and_says_so() {
        var books = Ears.open("books");
        var post = Ears.open("post");
        var desk = desk(books, post);
        var dispatcher = desk.dispatcher();
        tell("a");
        tell("b");
        dispatcher.runOnce();
        clock.move(Duration.ofDays(2));
        assertThat(desk.archive(Duration.ofDays(1))).isEqualTo(2);

        var replayed = desk.replay(tenant, People.MANAGER, post.name(), always(), "the post office burnt down");
        var nobody = desk.replay(tenant, People.MANAGER, new ConsumerName("nobody"), always(), "why not");
        dispatcher.runOnce();

        assertThat(replayed.get()).isEqualTo(2);
        assertThat(nobody.getLeft()).isEqualTo(new EventRefusal.UnknownConsumer("nobody", List.of("books", "post")));
        assertThat(books.heard()).hasSize(2);
        assertThat(post.heard()).hasSize(4);
        assertThat(post.heard().get(3).note().isReplay()).isTrue();
    }

    @Test
    void what_kills_its_dispatcher_again_and_again_ends_as_a_dead_letter_alone() {
        var desk = desk(Ears.open("post"));
        var poison = tell("a");
        for (var death = 0; death < 3; death++) {
            storage.outbox()
                    .claim(
                            tenant,
                            new Lease(
                                    ids.next(), clock.instant(), clock.instant().plusSeconds(1)),
                            100);
            clock.move(Duration.ofSeconds(2));
        }
        tell("b");

        var dispatcher = desk.dispatcher();
        dispatcher.runOnce();
        dispatcher.runOnce();

        assertThat(letters(desk))
                .extracting(letter -> letter.message().eventId())
                .containsExactly(poison.eventId());
        assertThat(letters(desk).get(0).error()).contains("3 deliveries of it ended without an answer");
    }

    @Test
    void a_full_archive_loses_nothing() {
        var full = new EventArchive() {
            @Override
            public void keep(TenantId ofWhom, List<OutboxMessage> messages) {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public List<OutboxMessage> find(TenantId ofWhom, Span span, int limit) {
                return List.of();
            }

            @Override
            public int destroy(TenantId ofWhom, Instant before, int limit) {
                return 0;
            }
        };
        var desk = new EventDesk(storage, full, List.of(), TERMS, clock, ids);
        tell("a");
        desk.dispatcher().runOnce();
        clock.move(Duration.ofDays(2));

        assertThatIllegalStateException().isThrownBy(() -> desk.archive(Duration.ofDays(1)));

        assertThat(storage.outbox().find(tenant, always(), 10)).hasSize(1);
    }

    @Test
    void a_clock_that_goes_backwards_does_not_stop_delivery() {
        var books = Ears.open("books");
        var dispatcher = desk(books).dispatcher();
        tell("a");
        dispatcher.runOnce();
        tell("a");
        clock.set(NOON.minusSeconds(86_400));
        tell("a");

        dispatcher.runOnce();

        assertThat(books.services()).hasSize(3);
    }

    @Test
    void a_host_tells_what_comes_in_and_nothing_else() {
        var books = Ears.open("books");
        var desk = desk(books);
        var lead = new LeadId(ids.next());
        var callback = new CallbackRequested(lead, Optional.empty(), ContactChannel.PHONE, Optional.empty());
        var id = ids.next();
        var issued = new InvoiceIssued(new NegotiationId(tenant, ids.next()), lead, "FCT 1", Money.ron("1.00"), NOON);

        var told = desk.publish(tenant, id, callback, "dialler", NOON, EventCause.NONE);
        desk.publish(tenant, id, callback, "dialler", NOON, EventCause.NONE);
        var refused = desk.publish(tenant, ids.next(), issued, "dialler", NOON, EventCause.NONE);
        desk.dispatcher().runOnce();

        assertThat(told.get().type()).isEqualTo(EventType.LEAD_CALLBACK_REQUESTED);
        assertThat(refused.getLeft()).isInstanceOf(EventRefusal.NotFromOutside.class);
        assertThat(books.heard()).extracting(Ears.Heard::event).containsExactly(told.get());
    }
}

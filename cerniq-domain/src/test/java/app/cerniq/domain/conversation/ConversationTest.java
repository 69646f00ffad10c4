package app.cerniq.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.ContactChannel;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration BUSY = Duration.ofMinutes(3);

    private static final Conversation FRESH = Conversation.open(
            new ConversationId(TENANT, new UUID(0, 2)),
            new NegotiationId(TENANT, new UUID(0, 3)),
            new LeadId(new UUID(0, 4)),
            ContactChannel.WHATSAPP,
            Optional.empty(),
            Language.RO,
            NOW);

    private static Message message(Conversation in, Origin origin, String text) {
        return new Message(
                new MessageId(TENANT, new UUID(1, in.nextNumber())),
                in.id(),
                in.nextNumber(),
                origin,
                text,
                Language.of(text),
                origin == Origin.CUSTOMER ? in.nextTurn() : 0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ActorRef(ActorKind.SYSTEM, new UUID(0, 5), "somebody"),
                NOW);
    }

    private static Conversation asked(Conversation before) {
        return before.receive(message(before, Origin.CUSTOMER, "Hello, how much is it?"))
                .get();
    }

    @Test
    void a_message_opens_a_turn_and_tells_the_language() {
        var asked = asked(FRESH);

        assertThat(asked.turn().orElseThrow().status()).isEqualTo(TurnStatus.OPEN);
        assertThat(asked.language()).isEqualTo(Language.EN);
        assertThat(asked.tally()).isEqualTo(new Tally(1, 1, 0, 0, Usage.NONE));
        assertThat(asked.version()).isEqualTo(2);
    }

    @Test
    void attempts_are_counted_when_they_begin_and_there_are_four() {
        var talk = asked(FRESH);
        for (var attempt = 1; attempt <= Turn.MOST_ATTEMPTS; attempt++) {
            talk = talk.beginAttempt(NOW, BUSY).get();
            assertThat(talk.turn().orElseThrow().attempts()).isEqualTo(attempt);
            assertThat(talk.beginAttempt(NOW, BUSY).getLeft()).isInstanceOf(ConversationRefusal.TurnBusy.class);
            talk = talk.attemptFailed(List.of(), Usage.NONE).get();
        }
        assertThat(talk.beginAttempt(NOW, BUSY).getLeft())
                .isEqualTo(new ConversationRefusal.AttemptsUsedUp(1, Turn.MOST_ATTEMPTS));
    }

    @Test
    void whoever_takes_too_long_is_no_longer_busy() {
        var talk = asked(FRESH).beginAttempt(NOW, BUSY).get();

        assertThat(talk.beginAttempt(NOW.plus(BUSY).minusMillis(1), BUSY).isLeft())
                .isTrue();
        assertThat(talk.beginAttempt(NOW.plus(BUSY), BUSY).isRight()).isTrue();
    }

    @Test
    void once_a_person_is_called_no_attempt_begins_and_no_answer_leaves() {
        var called = asked(FRESH)
                .callPerson(Optional.empty(), "WHATEVER", Usage.NONE, NOW)
                .get();

        assertThat(called.status()).isEqualTo(ConversationStatus.HANDED_OFF);
        assertThat(called.beginAttempt(NOW, BUSY).getLeft())
                .isEqualTo(new ConversationRefusal.HumanHasIt(FRESH.negotiation()));
        assertThat(called.attemptFailed(List.of(), Usage.NONE).isLeft()).isTrue();
        assertThat(called.callPerson(Optional.empty(), "AGAIN", Usage.NONE, NOW).isLeft())
                .isTrue();
        assertThat(asked(called).turn()).isEqualTo(called.turn());
        assertThat(called.handBack().isLeft()).isTrue();
        assertThat(called.personCalled().get().handBack().get().status()).isEqualTo(ConversationStatus.ACTIVE);
    }

    @Test
    void what_is_written_while_it_is_paused_waits_for_nobody() {
        var paused = FRESH.pause().get();

        assertThat(paused.nextTurn()).isZero();
        assertThat(asked(paused).turn()).isEmpty();
        assertThat(asked(paused.resume().get()).turn()).isPresent();
    }

    @Test
    void a_person_who_writes_answers_the_open_turn() {
        var talk = asked(FRESH);
        var said = talk.say(message(talk, Origin.HUMAN, "Hello, this is me."));

        assertThat(said.get().turn().orElseThrow().status()).isEqualTo(TurnStatus.ANSWERED);
    }

    @Test
    void nothing_is_kept_of_a_conversation_that_is_over() {
        var over = asked(FRESH).complete().get();

        assertThat(over.receive(message(over, Origin.CUSTOMER, "Hello?")).getLeft())
                .isInstanceOf(ConversationRefusal.NotActive.class);
        assertThat(over.turn().orElseThrow().status().isOpen()).isFalse();
        assertThat(over.complete().isLeft()).isTrue();
    }

    @Test
    void history_is_imported_before_anything_else() {
        var earlier = message(FRESH, Origin.IMPORTED_FROM_CUSTOMER, "Bună ziua");

        assertThat(FRESH.importHistory(List.of(earlier)).get().tally().messages())
                .isOne();
        assertThat(asked(FRESH).importHistory(List.of(earlier)).getLeft())
                .isInstanceOf(ConversationRefusal.HistoryTooLate.class);
    }
}

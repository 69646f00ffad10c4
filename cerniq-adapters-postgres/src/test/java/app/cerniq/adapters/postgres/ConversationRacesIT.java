package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.application.conversation.Heard;
import app.cerniq.application.conversation.Reply;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.Origin;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.ContactChannel;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.guardrail.TextGate;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.conversation.PlainGate;
import app.cerniq.testkit.conversation.ScriptedModel;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.Talk;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A takeover against a message, two answers to one turn, and a price that changes on the way. */
@Timeout(180)
class ConversationRacesIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final int ROUNDS = 200;
    private static final ExecutorService HANDS = Executors.newFixedThreadPool(4);

    private static TestDatabase database;
    private static PostgresStorage storage;
    private static TenantId tenant;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.runtime());
        tenant = Stocked.tenant(storage, IDS);
    }

    @AfterAll
    static void stop() {
        HANDS.shutdownNow();
    }

    private static Accepted takeover(Play play) {
        return play.decide(People.REP, it -> stamp -> it.handling(stamp).handOver(People.idOf(People.REP), "mine"));
    }

    private static Talk asked(Play play) {
        return Talk.open(storage, IDS, play.deal()).hears("How much is urea?").begins();
    }

    @Test
    void of_a_takeover_and_a_message_one_comes_first_and_no_message_follows_a_takeover()
            throws InterruptedException, ExecutionException, java.util.concurrent.BrokenBarrierException {
        for (var round = 0; round < ROUNDS; round++) {
            var play = Play.open(storage.negotiations(), IDS, tenant);
            var talk = asked(play);
            var first = talk.sending(talk.proven(Talk.TRUE_TEXT));
            var handOver = Play.commitOf(takeover(play), IDS);
            var barrier = new CyclicBarrier(2);

            var sending = HANDS.submit(() -> {
                barrier.await();
                return storage.conversations().commit(first, talk.now());
            });
            barrier.await();
            storage.negotiations().commit(handOver).get();
            // From here on the takeover stands: whatever begins now must be refused.
            var late = storage.conversations().commit(first, talk.now());
            var sent = sending.get();

            assertThat(late.isLeft()).isTrue();
            if (sent.isLeft()) {
                assertThat(sent.getLeft())
                        .isEqualTo(
                                new ConversationRefusal.HumanHasIt(play.deal().id()));
            }
            assertThat(machines(play.deal().id())).isEqualTo(sent.isRight() ? 1 : 0);
        }
    }

    private static long machines(NegotiationId deal) {
        return storage.conversations().of(deal).stream()
                .flatMap(conversation -> storage.conversations().messages(conversation.id(), 0, 100).stream())
                .map(Message::origin)
                .filter(Origin::isAutomated)
                .count();
    }

    @Test
    void a_takeover_waits_for_a_message_that_is_being_written() throws Exception {
        var play = Play.open(storage.negotiations(), IDS, tenant);
        var talk = asked(play);
        var commit = talk.sending(talk.proven(Talk.TRUE_TEXT));
        var handOver = Play.commitOf(takeover(play), IDS);
        try (var connection = database.plainRuntime().getConnection()) {
            connection.setAutoCommit(false);
            var inOurHands = PostgresStorage.on(HostTransactionIT.boundTo(connection));
            assertThat(inOurHands.conversations().commit(commit, talk.now()).isRight())
                    .isTrue();

            var takeover = HANDS.submit(() -> storage.negotiations().commit(handOver));
            awaitBlocked();
            assertThat(takeover.isDone()).isFalse();
            connection.commit();

            assertThat(takeover.get(30, TimeUnit.SECONDS).isRight()).isTrue();
        }
        assertThat(machines(play.deal().id())).isOne();
    }

    @Test
    void a_message_waits_for_a_takeover_that_is_being_written_and_is_refused_then() throws Exception {
        var play = Play.open(storage.negotiations(), IDS, tenant);
        var talk = asked(play);
        var commit = talk.sending(talk.proven(Talk.TRUE_TEXT));
        var handOver = Play.commitOf(takeover(play), IDS);
        try (var connection = database.plainRuntime().getConnection()) {
            connection.setAutoCommit(false);
            PostgresStorage.on(HostTransactionIT.boundTo(connection))
                    .negotiations()
                    .commit(handOver)
                    .get();

            var message = HANDS.submit(() -> storage.conversations().commit(commit, talk.now()));
            awaitBlocked();
            connection.commit();

            assertThat(message.get(30, TimeUnit.SECONDS).getLeft())
                    .isEqualTo(new ConversationRefusal.HumanHasIt(play.deal().id()));
        }
        assertThat(machines(play.deal().id())).isZero();
    }

    private static void awaitBlocked() throws InterruptedException {
        var owner = new Raw(database.owner());
        while (owner.number(
                        Optional.empty(),
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and cardinality(pg_blocking_pids(pid)) > 0")
                == 0) {
            Thread.sleep(10);
        }
    }

    @Test
    void of_two_answers_to_one_turn_one_leaves() throws InterruptedException, ExecutionException {
        for (var round = 0; round < 30; round++) {
            var talk = asked(Play.open(storage.negotiations(), IDS, tenant));
            var commits =
                    List.of(talk.sending(talk.proven(Talk.TRUE_TEXT)), talk.sending(talk.proven("Urea is 2400 RON.")));
            var barrier = new CyclicBarrier(2);
            var answers = new ArrayList<Either<ConversationRefusal, Conversation>>();
            var racing = commits.stream()
                    .map(commit -> HANDS.submit(() -> {
                        barrier.await();
                        return storage.conversations().commit(commit, talk.now());
                    }))
                    .toList();
            for (var one : racing) {
                answers.add(one.get());
            }

            assertThat(answers).filteredOn(Either::isRight).hasSize(1);
            assertThat(answers)
                    .filteredOn(Either::isLeft)
                    .containsExactly(Either.left(new ConversationRefusal.ConversationChanged(
                            talk.current().id())));
            assertThat(machines(talk.current().negotiation())).isOne();
        }
    }

    @Test
    void a_price_that_changes_between_verdict_and_message_is_noticed_and_the_text_examined_again() {
        var clock = MovableClock.at(Instant.parse("2026-03-02T08:00:00Z"));
        var ours = Stocked.tenant(storage, IDS);
        var plain = new PlainGate(
                storage, Goods.all().stream().map(PricedOffering::sku).toList());
        var examined = new AtomicInteger();
        TextGate raced = (deal, text, at) -> {
            Verdict verdict = plain.examine(deal, text, at);
            if (examined.incrementAndGet() == 1) {
                reprice(ours, clock.instant());
            }
            return verdict;
        };
        var cerniq = Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .textGate(raced)
                .languageModel(ScriptedModel.saying("Urea is 2400 RON.", "Urea is 2500 RON."))
                .clock(clock)
                .ids(IDS)
                .build();
        var deal = Play.open(storage.negotiations(), IDS, ours).deal();
        var talk = cerniq.conversations()
                .open(deal.id(), ContactChannel.EMAIL, Optional.empty(), Language.EN)
                .get();
        cerniq.conversations().receive(talk.id(), Heard.of("How much is urea?")).get();

        var sent = (Reply.Sent) cerniq.conversations().answer(talk.id()).get();

        assertThat(sent.message().text()).isEqualTo("Urea is 2500 RON.");
        assertThat(examined.get()).isEqualTo(3);
        assertThat(machines(deal.id())).isOne();
    }

    private static void reprice(TenantId ours, Instant from) {
        var urea = Goods.UREA;
        storage.offerings()
                .putOnSale(
                        ours,
                        List.of(new PricedOffering(
                                urea.sku(),
                                urea.version(),
                                urea.name(),
                                urea.unit(),
                                urea.priceList(),
                                Money.ron("2500.00"),
                                urea.floorPrice(),
                                urea.cost(),
                                urea.vat())),
                        from);
    }

    /** The guards of the database, for whoever writes without the engine. */
    @Test
    void rows_that_no_engine_writes_are_refused_by_the_database() {
        var play = Play.open(storage.negotiations(), IDS, tenant);
        var talk = asked(play);
        talk.keeps(talk.sending(talk.proven(Talk.TRUE_TEXT)));
        var raw = new Raw(database.runtime());
        var id = talk.current().id();

        assertThat(raw.refusal(tenant, "update cerniq.ai_conversation_messages set content = 'x'"))
                .isPresent();
        assertThat(raw.refusal(tenant, "delete from cerniq.message_evidence")).isPresent();
        assertThat(raw.refusal(
                        tenant,
                        "update cerniq.ai_conversations set version = version + 1, total_messages = 9 where id = '" + id
                                + "'"))
                .contains("a conversation adds up");
        assertThat(raw.refusal(
                        tenant,
                        "update cerniq.conversation_turns set status = 'OPEN' where conversation_id = '" + id + "'"))
                .contains("a turn that is over stays over");
        assertThat(raw.refusal(tenant, copyOfTheAnswer(id.toString(), "content", "'Urea is 1 RON.'")))
                .contains("a hash is that of the words");
        assertThat(raw.refusal(tenant, copyOfTheAnswer(id.toString(), "guardrail_passed", "null")))
                .contains("a machine's text has a verdict of exactly its words");
        assertThat(raw.refusal(tenant, copyOfTheAnswer(id.toString(), "turn", "2")))
                .contains("every claim has a row behind it");
    }

    /** The message that left once more, under another number, with one column changed; without its evidence. */
    private static String copyOfTheAnswer(String conversation, String column, String value) {
        var columns = new Raw(database.owner()).texts("""
                        select attname from pg_attribute
                        where attrelid = 'cerniq.ai_conversation_messages'::regclass and attnum > 0 and not attisdropped
                        order by attnum
                        """);
        var values = columns.stream()
                .map(name -> name.equals(column)
                        ? value
                        : switch (name) {
                            case "id" -> "gen_random_uuid()";
                            case "number" -> "number + 1";
                            case "turn" -> "turn + 1";
                            default -> name;
                        })
                .toList();
        return "insert into cerniq.ai_conversation_messages (" + String.join(", ", columns) + ") select "
                + String.join(", ", values) + " from cerniq.ai_conversation_messages where origin = 'AUTOMATED' and"
                + " conversation_id = '" + conversation + "'";
    }
}

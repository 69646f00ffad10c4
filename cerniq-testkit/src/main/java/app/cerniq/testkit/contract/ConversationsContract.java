package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationId;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.ConversationStatus;
import app.cerniq.domain.conversation.DraftStatus;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.MessageId;
import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.conversation.TurnStatus;
import app.cerniq.domain.guardrail.BoundClaim;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.RowRef;
import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.safety.Park;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.conversation.ConversationCommit;
import app.cerniq.ports.conversation.Conversations;
import app.cerniq.ports.conversation.Evidence;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.Talk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Conversations} must do. */
public interface ConversationsContract extends StorageContract {

    private Conversations conversations() {
        return storage().conversations();
    }

    private Play deal() {
        return Play.open(storage().negotiations(), ids(), tenant());
    }

    private Talk talk() {
        return Talk.open(storage(), ids(), deal().deal());
    }

    private Talk asked() {
        return talk().hears("How much is urea?").begins();
    }

    @Test
    default void a_deal_has_one_conversation_on_a_channel_however_often_it_is_opened() {
        var deal = deal().deal();
        var first = Talk.fresh(ids(), deal);

        assertThat(conversations().open(first, List.of()).get()).isEqualTo(first);
        assertThat(conversations().open(Talk.fresh(ids(), deal), List.of()).get())
                .isEqualTo(first);
        assertThat(conversations().find(first.id())).contains(first);
        assertThat(conversations().of(deal.id())).containsExactly(first);
    }

    @Test
    default void nobody_talks_about_a_deal_that_is_not_there() {
        var deal = deal().deal();
        var stranger = tenant();
        var theirs = new NegotiationId(stranger, deal.id().value());
        var fresh = Conversation.open(
                new ConversationId(stranger, ids().next()),
                theirs,
                new LeadId(ids().next()),
                Talk.fresh(ids(), deal).channel(),
                Optional.empty(),
                Talk.fresh(ids(), deal).language(),
                Play.MORNING);

        assertThat(conversations().open(fresh, List.of()).getLeft())
                .isEqualTo(new ConversationRefusal.UnknownDeal(theirs));

        var nobody = new TenantId(ids().next());
        var nowhere = Conversation.open(
                new ConversationId(nobody, ids().next()),
                new NegotiationId(nobody, ids().next()),
                new LeadId(ids().next()),
                fresh.channel(),
                Optional.empty(),
                fresh.language(),
                Play.MORNING);
        assertThat(conversations().open(nowhere, List.of()).getLeft())
                .isEqualTo(new ConversationRefusal.UnknownConversationTenant(nobody));
    }

    @Test
    default void what_was_said_is_read_as_it_was_said() {
        var talk = talk();
        var commit = talk.receiving("How much is urea? Ă șțî 🌾", "wa-1");
        talk.keeps(commit);
        var message = commit.received().get(0);

        assertThat(conversations().find(talk.current().id())).contains(talk.current());
        assertThat(conversations().messages(talk.current().id(), 0, 10)).containsExactly(message);
        assertThat(conversations().messages(talk.current().id(), 1, 10)).isEmpty();
        assertThat(conversations().message(message.id())).contains(message);
        assertThat(conversations().received(talk.current().id(), "wa-1")).contains(message);
        assertThat(conversations().received(talk.current().id(), "wa-2")).isEmpty();
    }

    @Test
    default void what_a_channel_delivers_twice_is_kept_once() {
        var talk = talk().hears("Hello", "wa-1");
        var again = talk.receiving("Hello", "wa-1");

        assertThat(talk.tries(again).getLeft()).isEqualTo(new ConversationRefusal.AlreadyReceived("wa-1"));
        assertThat(conversations().messages(talk.current().id(), 0, 10)).hasSize(1);
    }

    @Test
    default void of_two_steps_from_one_version_one_is_kept() {
        var talk = talk();
        var mine = talk.receiving("Hello", "wa-1");
        var yours = talk.receiving("Hello again", "wa-2");

        talk.keeps(mine);

        assertThat(conversations().commit(yours, talk.now()).getLeft())
                .isEqualTo(new ConversationRefusal.ConversationChanged(
                        talk.current().id()));
        assertThat(conversations().messages(talk.current().id(), 0, 10)).hasSize(1);
    }

    @Test
    default void a_turn_waits_until_somebody_works_on_it_and_again_once_that_took_too_long() {
        var talk = talk().hears("How much is urea?");
        var id = talk.current().id();
        var tenant = id.tenant();

        assertThat(conversations().waiting(tenant, talk.now(), 10)).containsExactly(id);
        talk.begins();
        assertThat(conversations().waiting(tenant, talk.now(), 10)).isEmpty();
        assertThat(conversations().waiting(tenant, talk.now().plus(Duration.ofMinutes(3)), 10))
                .containsExactly(id);
        assertThat(conversations().waiting(tenant(), talk.now().plus(Duration.ofMinutes(3)), 10))
                .isEmpty();
        assertThat(conversations().find(id)).contains(talk.current());
    }

    @Test
    default void a_new_message_supersedes_the_turn_before() {
        var talk = asked().hears("And wheat?");

        assertThat(talk.current().turn().orElseThrow().number()).isEqualTo(2);
        assertThat(talk.current().turn().orElseThrow().attempts()).isZero();
        assertThat(conversations().find(talk.current().id())).contains(talk.current());
    }

    @Test
    default void a_true_text_leaves_with_the_rows_behind_it() {
        var talk = asked();
        var sending = talk.proven(Talk.TRUE_TEXT);

        talk.keeps(talk.sending(sending));

        assertThat(conversations().message(sending.message().id())).contains(sending.message());
        assertThat(conversations().evidence(sending.message().id()))
                .extracting(Evidence::said, evidence -> evidence.row().kind())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2400", RowRef.Kind.OFFERING),
                        org.assertj.core.groups.Tuple.tuple("12", RowRef.Kind.STOCK));
        assertThat(conversations().find(talk.current().id())).contains(talk.current());
        assertThat(conversations().modelCalls(talk.current().id())).hasSize(1);
        assertThat(talk.current().turn().orElseThrow().status()).isEqualTo(TurnStatus.ANSWERED);
    }

    @Test
    default void a_text_does_not_leave_once_a_price_has_changed() {
        var talk = asked();
        var commit = talk.sending(talk.proven(Talk.TRUE_TEXT));
        var urea = Goods.UREA;
        storage()
                .offerings()
                .putOnSale(
                        talk.current().id().tenant(),
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
                        talk.now());

        assertThat(talk.tries(commit).getLeft())
                .isEqualTo(new ConversationRefusal.EvidenceMoved(
                        commit.sending().orElseThrow().message().id()));
        assertThat(conversations().messages(talk.current().id(), 0, 10)).hasSize(1);
    }

    @Test
    default void a_text_does_not_leave_once_less_is_there_than_it_says_and_more_is_no_matter() {
        var talk = asked();
        var tenant = talk.current().id().tenant();
        var commit = talk.sending(talk.proven("There are 300 in stock."));
        var row = commit.sending()
                .orElseThrow()
                .verdict()
                .orElseThrow()
                .claims()
                .get(0)
                .row()
                .orElseThrow();
        var goods = Goods.all().stream()
                .filter(offering -> offering.sku().value().equals(row.key()))
                .findFirst()
                .orElseThrow();

        storage().inventory().book(counted(tenant, goods, "299")).get();
        assertThat(talk.tries(commit).getLeft()).isInstanceOf(ConversationRefusal.EvidenceMoved.class);

        storage().inventory().book(counted(tenant, goods, "99000")).get();
        assertThat(talk.tries(commit).isRight()).isTrue();
    }

    private app.cerniq.ports.stock.Booking counted(TenantId tenant, PricedOffering goods, String there) {
        return Goods.counted(tenant, ids(), Map.of(goods.sku(), Quantity.of(there, goods.unit())));
    }

    @Test
    default void a_text_about_a_quote_does_not_leave_once_there_is_another_quote() {
        var play = deal().quote(Lines.of(Goods.WHEAT_SEED, "40", "10"));
        var talk = Talk.open(storage(), ids(), play.deal())
                .hears("What is the total?")
                .begins();
        var total = play.deal().bargain().quote().orElseThrow().totals().gross().amount();
        var commit = talk.sending(talk.proven("The total is " + total.toPlainString() + " RON."));

        play.quote(Lines.of(Goods.WHEAT_SEED, "41", "10"));

        assertThat(talk.tries(commit).getLeft()).isInstanceOf(ConversationRefusal.EvidenceMoved.class);
    }

    @Test
    default void rows_of_the_deal_and_of_what_was_said_are_read_again_as_well() {
        var play = deal();
        var talk = Talk.open(storage(), ids(), play.deal())
                .hears("5 is what I said")
                .begins();
        var said = conversations().messages(talk.current().id(), 0, 1).get(0);
        var deal = play.deal();
        var isSo = new RowRef(RowRef.Kind.NEGOTIATION, deal.id().value().toString(), Long.toString(deal.version()));
        var wasSaid = new RowRef(
                RowRef.Kind.MESSAGE, said.id().toString(), said.hash().hex());
        var neverSaid = new RowRef(
                RowRef.Kind.MESSAGE, ids().next().toString(), said.hash().hex());
        var wasSo = new RowRef(RowRef.Kind.NEGOTIATION, deal.id().value().toString(), "17");

        assertThat(triesWith(talk, wasSo).getLeft()).isInstanceOf(ConversationRefusal.EvidenceMoved.class);
        assertThat(triesWith(talk, neverSaid).getLeft()).isInstanceOf(ConversationRefusal.EvidenceMoved.class);
        assertThat(triesWith(talk, isSo, wasSaid).isRight()).isTrue();
    }

    private static io.vavr.control.Either<ConversationRefusal, Conversation> triesWith(Talk talk, RowRef... rows) {
        var text = "5 it is.";
        var claims = java.util.Arrays.stream(rows)
                .map(row -> new BoundClaim(new Claim.Unread(new Span(0, 1), "5"), Optional.of(row)))
                .toList();
        return talk.tries(
                talk.sending(talk.proven(text, new Verdict(Verdict.hash(text), claims, List.of(), List.of()))));
    }

    @Test
    default void nothing_automated_leaves_once_a_person_has_the_deal() {
        var play = deal();
        var talk = Talk.open(storage(), ids(), play.deal())
                .hears("How much is urea?")
                .begins();
        var commit = talk.sending(talk.proven(Talk.TRUE_TEXT));
        var announced = talk.callingPerson();
        play.step(People.REP, it -> stamp -> it.handling(stamp).handOver(People.idOf(People.REP), "mine"));

        assertThat(talk.tries(commit).getLeft())
                .isEqualTo(new ConversationRefusal.HumanHasIt(play.deal().id()));
        assertThat(talk.tries(announced).getLeft()).isInstanceOf(ConversationRefusal.HumanHasIt.class);
        assertThat(conversations().messages(talk.current().id(), 0, 10)).hasSize(1);
    }

    @Test
    default void nothing_automated_leaves_while_automation_is_parked() {
        var talk = asked();
        var commit = talk.sending(talk.proven(Talk.TRUE_TEXT));
        var tenant = talk.current().id().tenant();
        var manager = ActorRef.of(People.MANAGER);
        storage().automation().park(Park.ordered(tenant, manager, "stop", talk.now()));

        assertThat(talk.tries(commit).getLeft()).isEqualTo(new ConversationRefusal.Parked(tenant));

        storage().automation().resume(tenant, manager, "go on", talk.now());
        assertThat(talk.tries(commit).isRight()).isTrue();
    }

    @Test
    default void a_takeover_is_announced_and_then_nothing_follows() {
        var talk = asked();
        var answer = talk.sending(talk.proven(Talk.TRUE_TEXT));

        talk.keeps(talk.callingPerson());

        assertThat(talk.tries(answer).isLeft()).isTrue();
        assertThat(talk.current().status()).isEqualTo(ConversationStatus.HANDED_OFF);
        assertThat(conversations().find(talk.current().id())).contains(talk.current());
        assertThat(conversations().waiting(talk.current().id().tenant(), talk.now(), 10))
                .containsExactly(talk.current().id());
        talk.keeps(ConversationCommit.of(talk.current().personCalled().get()));
        assertThat(conversations().waiting(talk.current().id().tenant(), talk.now(), 10))
                .isEmpty();
    }

    @Test
    default void a_failed_attempt_is_remembered_with_what_was_wrong() {
        var talk = asked();

        talk.keeps(talk.failing("999 RON"));

        assertThat(conversations().find(talk.current().id())).contains(talk.current());
        assertThat(talk.current().turn().orElseThrow().feedback()).containsExactly(Talk.violation("999 RON"));
        assertThat(conversations().flaws(talk.current().id()))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.violation()).isEqualTo(Talk.violation("999 RON")));
    }

    @Test
    default void tools_are_kept_with_what_they_cost() {
        var talk = asked();
        var commit = talk.usingTool("{}", "no");

        talk.keeps(commit);

        assertThat(conversations().toolCalls(talk.current().id())).isEqualTo(commit.toolCalls());
        assertThat(conversations().modelCalls(talk.current().id())).isEqualTo(commit.modelCalls());
        assertThat(conversations().find(talk.current().id())).contains(talk.current());
        assertThat(talk.current().tally().usage().microDollars()).isEqualTo(350);
    }

    @Test
    default void a_draft_waits_for_one_decision() {
        var talk = asked();
        talk.keeps(talk.drafting("not sure"));
        var id = talk.current().id();
        var draft = conversations().drafts(id).get(0);

        assertThat(conversations().pending(id.tenant(), 10)).containsExactly(draft);
        assertThat(conversations().draft(draft.id())).contains(draft);

        var rejected = draft.reject(People.MANAGER, "no", talk.now()).get();
        talk.keeps(ConversationCommit.of(talk.current().draftFailed().get()).drafting(rejected));
        assertThat(conversations().draft(draft.id())).contains(rejected);
        assertThat(rejected.status()).isEqualTo(DraftStatus.REJECTED);
        assertThat(conversations().pending(id.tenant(), 10)).isEmpty();
    }

    @Test
    default void what_was_understood_holds_for_a_while() {
        var talk = talk();
        var commit = talk.learning("250");
        talk.keeps(commit);
        var id = talk.current().id();

        assertThat(conversations().slots(id, talk.now())).isEqualTo(commit.slots());
        assertThat(conversations().slots(id, talk.now().plusSeconds(3_600))).isEmpty();
        talk.keeps(talk.learning("300"));
        assertThat(conversations().slots(id, talk.now()))
                .extracting(slot -> slot.value())
                .containsExactly("300");
    }

    @Test
    default void a_payment_plan_is_decided_by_a_person() {
        var talk = talk();
        talk.keeps(talk.learning("250"));
        var plan = conversations().plans(talk.current().id()).get(0);
        var approved = plan.decide(true, People.MANAGER).get();

        talk.keeps(ConversationCommit.of(talk.current().touched()).proposing(List.of(approved)));

        assertThat(conversations().plans(talk.current().id())).containsExactly(approved);
        assertThat(approved.standing()).isEqualTo(PlanProposal.Standing.APPROVED);
    }

    @Test
    default void a_whole_life_is_read_as_it_was_kept_and_adds_up() {
        var talk = talk().lives("word");
        var current = talk.current();

        assertThat(conversations().find(current.id())).contains(current);
        assertThat(conversations().messages(current.id(), 0, 100))
                .extracting(Message::number)
                .containsExactly(1, 2, 3);
        assertThat(current.tally().usage().microDollars())
                .isEqualTo(conversations().modelCalls(current.id()).stream()
                                .mapToLong(call -> call.usage().microDollars())
                                .sum()
                        + 17);
    }

    @Test
    default void nobody_reads_what_others_said() {
        var talk = talk().lives("word");
        var stranger = tenant();
        var theirs = new ConversationId(stranger, talk.current().id().value());
        var message = conversations().messages(talk.current().id(), 0, 1).get(0);

        assertThat(conversations().find(theirs)).isEmpty();
        assertThat(conversations().messages(theirs, 0, 10)).isEmpty();
        assertThat(conversations().message(new MessageId(stranger, message.id().value())))
                .isEmpty();
        assertThat(conversations().flaws(theirs)).isEmpty();
        assertThat(conversations().drafts(theirs)).isEmpty();
    }
}

package app.cerniq.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskRefusal.NotCarriedOut;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.DraftStatus;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Origin;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.testkit.conversation.ScriptedModel;
import app.cerniq.testkit.fixture.People;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DraftDeskTest {

    private static final String OTHER_TRUTH = "Dear customer, urea is 2400 RON.";

    private final TalkDesk desk = new TalkDesk(new ScriptedModel("unsure").then(TalkDesk.TRUE_TEXT, "40"));
    private final app.cerniq.domain.conversation.ConversationId id = desk.asked("How much is urea?");

    private Draft drafted() {
        return ((Reply.Drafted) desk.answer(id).get()).draft();
    }

    @Test
    void what_a_model_is_not_sure_of_waits_for_a_person() {
        var draft = drafted();

        assertThat(desk.cerniq.drafts().pending(desk.tenant, 10)).containsExactly(draft);
        assertThat(draft.because()).contains("less than 70 percent sure");
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER);
        assertThat(desk.cerniq.conversations().goOn(desk.tenant, 10)).isZero();
    }

    @Test
    void a_person_lets_it_go_as_it_is() {
        var draft = drafted();

        var released =
                desk.cerniq.drafts().approve(draft.id(), People.REP, "fine").get();

        assertThat(released.message().text()).isEqualTo(TalkDesk.TRUE_TEXT);
        assertThat(released.message().origin()).isEqualTo(Origin.REVIEWED);
        assertThat(desk.cerniq.drafts().find(draft.id()).orElseThrow().status()).isEqualTo(DraftStatus.APPROVED);
        assertThat(desk.cerniq.conversations().evidence(released.message().id()))
                .hasSize(2);
    }

    @Test
    void a_task_asks_for_the_review_and_is_gone_once_it_is_done() {
        var draft = drafted();
        assertThat(desk.cerniq.tasks().open(desk.tenant, java.util.Optional.empty(), 10))
                .extracting(task -> task.topic().subjectId())
                .containsExactly(draft.id().toString());

        desk.cerniq.drafts().approve(draft.id(), People.REP, "fine").get();

        assertThat(desk.cerniq.tasks().open(desk.tenant, java.util.Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void a_person_lets_it_go_with_other_words_and_both_are_kept() {
        var draft = drafted();

        desk.cerniq
                .drafts()
                .edit(draft.id(), People.REP, OTHER_TRUTH, "shorter")
                .get();

        var kept = desk.cerniq.drafts().find(draft.id()).orElseThrow();
        assertThat(kept.status()).isEqualTo(DraftStatus.EDITED);
        assertThat(kept.original()).isEqualTo(TalkDesk.TRUE_TEXT);
        assertThat(kept.sent()).contains(OTHER_TRUTH);
        assertThat(kept.sentHash()).isNotEqualTo(java.util.Optional.of(kept.originalHash()));
    }

    @Test
    void an_edited_lie_does_not_leave_and_is_kept_as_a_violation() {
        var draft = drafted();

        var refused = desk.cerniq
                .drafts()
                .edit(draft.id(), People.REP, "Urea is 1 RON.", "a present")
                .getLeft();

        assertThat(refused).isInstanceOf(ConversationRefusal.TextRefused.class);
        assertThat(desk.cerniq.conversations().flaws(id))
                .extracting(flaw -> flaw.resolution().orElseThrow())
                .containsExactly(Flaw.Resolution.BLOCKED);
        assertThat(desk.cerniq.drafts().find(draft.id())).contains(draft);
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER);
    }

    @Test
    void two_people_decide_once() {
        var draft = drafted();
        desk.cerniq.drafts().approve(draft.id(), People.REP, "fine").get();

        assertThat(desk.cerniq
                        .drafts()
                        .approve(draft.id(), People.MANAGER, "fine")
                        .getLeft())
                .isEqualTo(new ConversationRefusal.DraftClosed(draft.id(), DraftStatus.APPROVED));
    }

    @Test
    void a_machine_does_not_let_its_own_words_go() {
        var draft = drafted();

        assertThat(desk.cerniq
                        .drafts()
                        .approve(draft.id(), People.AGENT, "fine")
                        .getLeft())
                .isInstanceOf(ConversationRefusal.OnlyForPeople.class);
    }

    @Test
    void a_rejected_draft_calls_a_person() {
        var draft = drafted();

        assertThat(desk.cerniq
                        .drafts()
                        .reject(draft.id(), People.REP, "wrong tone")
                        .get())
                .isEqualTo(new Reply.TakenOver("DRAFT_REJECTED"));
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER, Origin.SAFE_REPLY);
    }

    @Test
    void a_draft_that_nobody_looks_at_expires_and_calls_a_person() {
        var draft = drafted();
        desk.clock.move(Duration.ofMinutes(29));
        assertThat(desk.cerniq.drafts().expire(desk.tenant)).isZero();

        desk.clock.move(Duration.ofMinutes(1));
        assertThat(desk.cerniq.drafts().approve(draft.id(), People.REP, "fine").getLeft())
                .isInstanceOf(ConversationRefusal.DraftStale.class);
        assertThat(desk.cerniq.drafts().expire(desk.tenant)).isOne();

        assertThat(desk.cerniq.drafts().find(draft.id()).orElseThrow().status()).isEqualTo(DraftStatus.EXPIRED);
        assertThat(desk.origins(id)).containsExactly(Origin.CUSTOMER, Origin.SAFE_REPLY);
    }

    @Test
    void what_was_true_when_it_was_written_is_examined_again_when_it_leaves() {
        var draft = drafted();
        var urea = app.cerniq.testkit.fixture.Goods.UREA;
        desk.storage
                .offerings()
                .putOnSale(
                        desk.tenant,
                        java.util.List.of(new app.cerniq.domain.catalog.PricedOffering(
                                urea.sku(),
                                urea.version(),
                                urea.name(),
                                urea.unit(),
                                urea.priceList(),
                                app.cerniq.domain.shared.Money.ron("2500.00"),
                                urea.floorPrice(),
                                urea.cost(),
                                urea.vat())),
                        desk.clock.instant());

        assertThat(desk.cerniq.drafts().approve(draft.id(), People.REP, "fine").getLeft())
                .isInstanceOf(ConversationRefusal.TextRefused.class);
    }

    @Test
    void what_the_customer_wrote_meanwhile_makes_a_draft_useless() {
        var draft = drafted();
        desk.hears(id, "Never mind.");

        assertThat(desk.cerniq.drafts().approve(draft.id(), People.REP, "fine").isLeft())
                .isTrue();
        assertThat(desk.cerniq.drafts().reject(draft.id(), People.REP, "old").get())
                .isEqualTo(new Reply.LeftToPerson());
    }

    private HumanTask task(Draft draft) {
        return desk.cerniq
                .tasks()
                .find(desk.tenant, DecidingDrafts.topic(draft))
                .orElseThrow();
    }

    @Test
    void yes_to_the_task_lets_the_draft_go() {
        var draft = drafted();

        var done = desk.cerniq
                .tasks()
                .approve(task(draft).id(), People.REP, "fine")
                .get();

        assertThat(done.status()).isEqualTo(HumanTaskStatus.APPROVED);
        assertThat(desk.cerniq.drafts().find(draft.id()).orElseThrow().status()).isEqualTo(DraftStatus.APPROVED);
        assertThat(desk.origins(draft.conversation())).containsExactly(Origin.CUSTOMER, Origin.REVIEWED);
    }

    @Test
    void yes_to_other_words_lets_those_go() {
        var draft = drafted();

        desk.cerniq
                .tasks()
                .approve(task(draft).id(), People.REP, OTHER_TRUTH, "shorter")
                .get();

        assertThat(desk.cerniq.drafts().find(draft.id()).orElseThrow().sent()).contains(OTHER_TRUTH);
    }

    @Test
    void yes_to_a_lie_is_refused_and_the_task_stays_open() {
        var draft = drafted();

        var refused = desk.cerniq.tasks().approve(task(draft).id(), People.REP, "Costă 1 leu pe sac.", "cheap");

        assertThat(refused.getLeft())
                .isInstanceOfSatisfying(
                        NotCarriedOut.class,
                        refusal -> assertThat(refusal.because().code()).isEqualTo("TEXT_REFUSED"));
        assertThat(task(draft).status().isOpen()).isTrue();
        assertThat(desk.origins(draft.conversation())).containsExactly(Origin.CUSTOMER);
    }

    @Test
    void no_to_the_task_calls_a_person() {
        var draft = drafted();

        var done = desk.cerniq
                .tasks()
                .reject(task(draft).id(), People.REP, "not so")
                .get();

        assertThat(done.status()).isEqualTo(HumanTaskStatus.REJECTED);
        assertThat(desk.cerniq.drafts().find(draft.id()).orElseThrow().status()).isEqualTo(DraftStatus.REJECTED);
    }

    @Test
    void who_decided_at_the_draft_stands_at_the_task() {
        var draft = drafted();

        desk.cerniq.drafts().approve(draft.id(), People.REP, "fine").get();

        assertThat(task(draft).status()).isEqualTo(HumanTaskStatus.APPROVED);
        assertThat(task(draft).outcome().orElseThrow().by()).isEqualTo(ActorRef.of(People.REP));
    }
}

package app.cerniq.application.approval;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.RejectDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.domain.approval.ApprovalTerms;
import app.cerniq.domain.approval.AssignmentStrategy;
import app.cerniq.domain.approval.EscalationChain;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskEntry.What;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import app.cerniq.testkit.time.VirtualSchedules;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A discount from the question to the answer: deal, task, events and time together, through a real engine. */
class DiscountApprovalsTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-02T08:00:00Z"));
    private final CountedIds ids = new CountedIds(5);
    private final InMemoryStorage storage = new InMemoryStorage();
    private final Cerniq cerniq = Cerniq.builder()
            .storage(storage)
            .policies(DroolsPolicies.standard())
            .schedules(new VirtualSchedules(clock))
            .notifications(notification -> {})
            .clock(clock)
            .ids(ids)
            .build();
    private final TenantId tenant = new TenantId(ids.next());
    private NegotiationId deal;

    @BeforeEach
    void a_deal_with_two_lines() {
        cerniq.tenants().setUp(tenant, "A tenant");
        cerniq.offerings().putOnSale(tenant, Goods.all());
        storage.inventory().book(Goods.plentyOf(tenant, ids)).get();
        deal = cerniq.negotiations()
                .open(tenant, People.AGENT, "open", OpenNegotiation.with(new LeadId(ids.next()), Goods.COMPANY))
                .get()
                .negotiation();
        adds("40", Goods.WHEAT_SEED);
        adds("1500", Goods.DRIP_TAPE);
    }

    private void adds(String quantity, PricedOffering goods) {
        must(
                People.AGENT,
                (desk, ask) -> desk.addItem(
                        ask, new AddItem(goods.sku(), Quantity.of(quantity, goods.unit()), Percentage.ZERO)));
    }

    private Negotiation deal() {
        return cerniq.negotiations().find(deal).orElseThrow();
    }

    private Either<NegotiationRefusal, Receipt> does(
            Actor actor, BiFunction<NegotiationDesk, Ask, Either<NegotiationRefusal, Receipt>> command) {
        var ask = Ask.by(actor, deal, deal().version(), ids.next().toString());
        return command.apply(cerniq.negotiations(), ask);
    }

    private Receipt must(Actor actor, BiFunction<NegotiationDesk, Ask, Either<NegotiationRefusal, Receipt>> command) {
        return does(actor, command).getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
    }

    private static RequestDiscount asking(String percent) {
        return new RequestDiscount(
                List.of(new RequestDiscount.Wanted(Goods.WHEAT_SEED.sku(), Percentage.of(percent))),
                "a large customer");
    }

    /** Asks for a discount, and lets the machinery open the task. */
    private HumanTask asks(String percent) {
        must(People.AGENT, (desk, ask) -> desk.requestDiscount(ask, asking(percent)));
        cerniq.runtime().runDue();
        return cerniq.tasks().open(tenant, Optional.empty(), 10).get(0);
    }

    private HumanTask again(HumanTask task) {
        return cerniq.tasks().find(task.id()).orElseThrow();
    }

    private Percentage quoted() {
        return deal().bargain()
                .quote()
                .flatMap(quote -> quote.line(Goods.WHEAT_SEED.sku()))
                .orElseThrow()
                .discount();
    }

    private List<String> told() {
        var span = new EventArchive.Span(
                Optional.empty(), Instant.EPOCH, clock.instant().plusSeconds(60));
        return storage.outbox().find(tenant, span, 10_000).stream()
                .map(OutboxMessage::type)
                .filter(type -> type.startsWith("hitl.") || type.startsWith("discount."))
                .toList();
    }

    private List<What> history(HumanTask task) {
        return cerniq.tasks().history(task.id()).stream()
                .map(HumanTaskEntry::what)
                .toList();
    }

    private void passes(Duration time) {
        clock.move(time);
        cerniq.runtime().runDue();
    }

    @Test
    void a_discount_above_the_automatic_limit_is_a_task_for_a_manager_for_an_hour() {
        var task = asks("25");

        assertThat(task.role()).isEqualTo(Role.SALES_MANAGER);
        assertThat(task.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(task.dueAt()).isEqualTo(deal().bargain().requests().get(0).decideBy());
        assertThat(task.brief().asked()).contains("25 %");
        assertThat(task.brief().fact("tier")).contains("MANAGER");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "discount.requested", "discount.pending.approval", "hitl.discount.requested");
    }

    @Test
    void above_thirty_it_is_a_directors_for_two_hours() {
        var task = asks("35");

        assertThat(task.role()).isEqualTo(Role.DIRECTOR);
        assertThat(task.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
        assertThat(deal().bargain().requests().get(0).decideBy()).isEqualTo(task.dueAt());
    }

    @Test
    void a_yes_to_the_task_puts_the_discount_into_the_quote_with_the_authority_of_whoever_says_it() {
        var task = asks("25");

        var approved = cerniq.tasks()
                .approve(task.id(), People.MANAGER, "a good customer")
                .get();

        assertThat(quoted()).isEqualTo(Percentage.of("25"));
        assertThat(deal().bargain().approvals().get(0).by()).isEqualTo(ActorRef.of(People.MANAGER));
        assertThat(approved.status()).isEqualTo(HumanTaskStatus.APPROVED);
        assertThat(approved.outcome().orElseThrow().value()).contains("25 %");
        assertThat(told())
                .contains("discount.validated", "discount.approved", "hitl.discount.approved", "hitl.resolved");
        cerniq.runtime().runDue();
        assertThat(again(task)).isEqualTo(approved);
    }

    @Test
    void a_smaller_discount_is_granted_and_history_keeps_both_values() {
        var task = asks("25");

        var approved = cerniq.tasks()
                .approve(task.id(), People.MANAGER, "20 %", "not more")
                .get();

        assertThat(quoted()).isEqualTo(Percentage.of("20"));
        assertThat(cerniq.tasks().history(approved.id()))
                .extracting(HumanTaskEntry::value)
                .containsExactly(Optional.of("25 %"), Optional.of("20 %"));
    }

    @Test
    void more_than_was_asked_for_is_granted_to_nobody() {
        var task = asks("25");

        var answer = cerniq.tasks().approve(task.id(), People.CEO, "26", "a gift");

        assertThat(((HumanTaskRefusal.NotCarriedOut) answer.getLeft()).because().code())
                .isEqualTo("GRANT_ABOVE_REQUEST");
        assertThat(again(task)).isEqualTo(task);
        assertThat(quoted()).isEqualTo(Percentage.ZERO);
    }

    @Test
    void more_than_anybody_may_grant_today_is_granted_to_nobody_though_it_was_asked_for_in_time() {
        var task = asks("25");
        cerniq.tenants()
                .limitDiscounts(
                        tenant,
                        new DiscountLimits(Percentage.of("5"), Percentage.of("10"), Percentage.of("20"), false));

        var whole = cerniq.tasks().approve(task.id(), People.CEO, "as asked");
        var beyondTheManager = cerniq.tasks().approve(task.id(), People.MANAGER, "15", "less");
        var lowered = cerniq.tasks().approve(task.id(), People.DIRECTOR, "15", "less");

        assertThat(((HumanTaskRefusal.NotCarriedOut) whole.getLeft()).because().code())
                .isEqualTo("DISCOUNT_REFUSED");
        assertThat(((HumanTaskRefusal.NotCarriedOut) beyondTheManager.getLeft())
                        .because()
                        .code())
                .isEqualTo("NOT_AUTHORISED");
        assertThat(lowered.isRight()).isTrue();
        assertThat(quoted()).isEqualTo(Percentage.of("15"));
    }

    @Test
    void a_value_that_is_no_percentage_is_refused() {
        var task = asks("25");

        assertThat(cerniq.tasks()
                        .approve(task.id(), People.MANAGER, "a bit", "well")
                        .getLeft())
                .isEqualTo(new HumanTaskRefusal.UnreadableValue(
                        task.id(), "a bit", "0 to 100 percent points, such as 20"));
        assertThat(again(task)).isEqualTo(task);
    }

    @Test
    void a_no_to_the_task_rejects_the_request() {
        var task = asks("25");

        var rejected =
                cerniq.tasks().reject(task.id(), People.MANAGER, "too much").get();

        assertThat(deal().bargain().requests()).isEmpty();
        assertThat(quoted()).isEqualTo(Percentage.ZERO);
        assertThat(rejected.status()).isEqualTo(HumanTaskStatus.REJECTED);
        assertThat(told()).contains("discount.rejected", "hitl.discount.rejected", "hitl.resolved");
    }

    @Test
    void who_has_too_little_authority_decides_neither_on_the_task_nor_on_the_deal() {
        var task = asks("35");

        assertThat(cerniq.tasks().approve(task.id(), People.MANAGER, "mine").getLeft())
                .isInstanceOf(HumanTaskRefusal.NotYours.class);
        assertThat(again(task)).isEqualTo(task);
        assertThat(deal().bargain().requests()).hasSize(1);
    }

    @Test
    void who_comes_second_is_told_who_was_first_and_what_that_was() {
        var task = asks("25");
        var first = cerniq.tasks().approve(task.id(), People.MANAGER, "yes").get();

        var second = cerniq.tasks().reject(task.id(), People.DIRECTOR, "no");
        var twice = cerniq.tasks().approve(task.id(), People.MANAGER, "yes");

        assertThat(second.getLeft())
                .isEqualTo(new HumanTaskRefusal.AlreadyClosed(task.id(), HumanTaskStatus.APPROVED, first.outcome()));
        assertThat(second.getLeft().sentence()).contains("approved by user sales manager");
        assertThat(twice.getLeft()).isEqualTo(second.getLeft());
        assertThat(quoted()).isEqualTo(Percentage.of("25"));
    }

    @Test
    void a_decision_on_the_deal_closes_the_task_as_it_was_decided() {
        var task = asks("25");
        var request = deal().bargain().requests().get(0).id();

        must(
                People.DIRECTOR,
                (desk, ask) -> desk.grantDiscount(
                        ask, new GrantDiscount(request, Optional.of(Percentage.of("18")), "at the table")));
        cerniq.runtime().runDue();

        var closed = again(task);
        assertThat(closed.status()).isEqualTo(HumanTaskStatus.APPROVED);
        assertThat(closed.outcome().orElseThrow().by()).isEqualTo(ActorRef.of(People.DIRECTOR));
        assertThat(closed.outcome().orElseThrow().value()).contains("18 %");
        assertThat(closed.outcome().orElseThrow().note()).isEqualTo("at the table");
    }

    @Test
    void who_decides_on_a_task_whose_deal_was_decided_a_moment_ago_is_told_by_whom() {
        var task = asks("25");
        var request = deal().bargain().requests().get(0).id();
        must(People.DIRECTOR, (desk, ask) -> desk.rejectDiscount(ask, new RejectDiscount(request, "no")));

        var late = cerniq.tasks().approve(task.id(), People.MANAGER, "yes");

        assertThat(late.getLeft().sentence()).contains("rejected by user director");
        assertThat(again(task).status()).isEqualTo(HumanTaskStatus.REJECTED);
        assertThat(quoted()).isEqualTo(Percentage.ZERO);
    }

    @Test
    void a_change_of_the_line_makes_the_task_moot() {
        var task = asks("25");

        must(
                People.AGENT,
                (desk, ask) -> desk.changeItem(
                        ask,
                        new ChangeItem(
                                Goods.WHEAT_SEED.sku(),
                                Optional.of(Quantity.of("41", Goods.WHEAT_SEED.unit())),
                                Optional.of(Percentage.ZERO))));
        cerniq.runtime().runDue();

        assertThat(again(task).status()).isEqualTo(HumanTaskStatus.CANCELLED);
        assertThat(told()).contains("discount.voided", "hitl.resolved");
    }

    @Test
    void a_change_of_another_line_leaves_the_task_and_the_approval_of_this_one() {
        var task = asks("25");
        changesTape("1600");
        cerniq.runtime().runDue();
        assertThat(again(task)).isEqualTo(task);
        cerniq.tasks().approve(task.id(), People.MANAGER, "yes").get();

        changesTape("1700");

        assertThat(quoted()).isEqualTo(Percentage.of("25"));
        var line = deal().bargain()
                .quote()
                .orElseThrow()
                .line(Goods.WHEAT_SEED.sku())
                .orElseThrow();
        assertThat(deal().bargain().approves(line)).isTrue();
    }

    private void changesTape(String quantity) {
        must(
                People.AGENT,
                (desk, ask) -> desk.changeItem(
                        ask,
                        new ChangeItem(
                                Goods.DRIP_TAPE.sku(),
                                Optional.of(Quantity.of(quantity, Goods.DRIP_TAPE.unit())),
                                Optional.empty())));
    }

    @Test
    void the_approval_of_a_line_that_changes_is_for_nothing() {
        var task = asks("25");
        cerniq.tasks().approve(task.id(), People.MANAGER, "yes").get();

        var more = does(
                People.AGENT,
                (desk, ask) -> desk.changeItem(
                        ask,
                        new ChangeItem(
                                Goods.WHEAT_SEED.sku(),
                                Optional.of(Quantity.of("41", Goods.WHEAT_SEED.unit())),
                                Optional.of(Percentage.of("25")))));

        assertThat(more.getLeft()).isInstanceOf(NegotiationRefusal.DiscountNeedsApproval.class);
    }

    @Test
    void a_lost_deal_needs_no_decision() {
        var task = asks("25");

        must(
                People.AGENT,
                (desk, ask) -> desk.advance(
                        ask,
                        new Advance(
                                NegotiationState.DEAD,
                                TransitionTrigger.USER_ACTION,
                                "lost",
                                Optional.of(LossReason.PRICE))));
        cerniq.runtime().runDue();

        assertThat(again(task).status()).isEqualTo(HumanTaskStatus.CANCELLED);
    }

    @Test
    void nobodys_answer_is_a_no_at_the_end_of_the_chain_on_the_deal_too() {
        var task = asks("25");

        passes(Duration.ofMinutes(48));
        passes(Duration.ofMinutes(6));
        passes(Duration.ofMinutes(6));
        assertThat(again(task).role()).isEqualTo(Role.DIRECTOR);
        assertThat(again(task).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
        passes(Duration.ofHours(2));
        assertThat(again(task).role()).isEqualTo(Role.CEO);
        assertThat(deal().bargain().requests()).hasSize(1);
        passes(Duration.ofHours(2));

        assertThat(again(task).status()).isEqualTo(HumanTaskStatus.REJECTED);
        assertThat(deal().bargain().requests()).isEmpty();
        assertThat(quoted()).isEqualTo(Percentage.ZERO);
        assertThat(history(task))
                .containsExactly(
                        What.OPENED, What.WARNED, What.REMINDED, What.ESCALATED, What.ESCALATED, What.REJECTED);
        assertThat(told())
                .contains("hitl.sla.warning", "hitl.expired", "hitl.escalated", "discount.rejected")
                .doesNotContain("hitl.discount.rejected");
    }

    @Test
    void a_tenant_has_its_own_times_and_its_own_chain() {
        cerniq.tenants()
                .agreeApprovals(
                        tenant,
                        new ApprovalTerms(
                                List.of(
                                        new ApprovalTerms.Time(
                                                HumanTaskKind.DISCOUNT_APPROVAL, Optional.empty(), Duration.ofHours(3)),
                                        new ApprovalTerms.Time(
                                                HumanTaskKind.DISCOUNT_APPROVAL,
                                                Optional.of(Role.CEO),
                                                Duration.ofHours(5))),
                                Optional.of(new EscalationChain(List.of(Role.SALES_MANAGER, Role.CEO))),
                                AssignmentStrategy.MANUAL));

        var task = asks("25");
        assertThat(deal().bargain().requests().get(0).decideBy())
                .isEqualTo(clock.instant().plus(Duration.ofHours(3)));
        assertThat(task.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(3)));
        passes(Duration.ofHours(3));

        assertThat(again(task).role()).isEqualTo(Role.CEO);
        assertThat(again(task).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(5)));
        passes(Duration.ofHours(5));
        assertThat(again(task).status()).isEqualTo(HumanTaskStatus.REJECTED);
    }

    @Test
    void what_would_become_of_a_request_is_told_without_asking() {
        var before = deal();

        var preview = cerniq.negotiations()
                .previewDiscount(deal, People.AGENT, asking("25"))
                .get();

        assertThat(preview.tier()).isEqualTo(DiscountTier.MANAGER);
        assertThat(preview.isGrantedAtOnce()).isFalse();
        assertThat(preview.isApprovedBefore()).isFalse();
        assertThat(preview.decider()).contains(Role.SALES_MANAGER);
        assertThat(preview.within()).contains(Duration.ofHours(1));
        assertThat(preview.chain()).containsExactly(Role.SALES_MANAGER, Role.DIRECTOR, Role.CEO);
        assertThat(preview.rules()).extracting(RuleName::id).containsExactly("DISC-08");
        assertThat(deal()).isEqualTo(before);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_preview_says_what_nobody_has_to_be_asked_for() {
        var automatic = cerniq.negotiations()
                .previewDiscount(deal, People.AGENT, asking("15"))
                .get();
        var own = cerniq.negotiations()
                .previewDiscount(deal, People.MANAGER, asking("25"))
                .get();
        var never = cerniq.negotiations().previewDiscount(deal, People.CEO, asking("41"));

        assertThat(automatic.tier()).isEqualTo(DiscountTier.AUTO);
        assertThat(automatic.isGrantedAtOnce()).isTrue();
        assertThat(automatic.chain()).isEmpty();
        assertThat(own.tier()).isEqualTo(DiscountTier.MANAGER);
        assertThat(own.isGrantedAtOnce()).isTrue();
        assertThat(own.decider()).isEmpty();
        assertThat(never.getLeft()).isInstanceOf(NegotiationRefusal.DiscountRefused.class);
    }

    @Test
    void a_preview_knows_what_was_approved_before() {
        var task = asks("25");
        cerniq.tasks().approve(task.id(), People.MANAGER, "yes").get();
        must(
                People.AGENT,
                (desk, ask) -> desk.changeItem(
                        ask,
                        new ChangeItem(
                                Goods.WHEAT_SEED.sku(),
                                Optional.of(Quantity.of("40", Goods.WHEAT_SEED.unit())),
                                Optional.of(Percentage.ZERO))));

        var preview = cerniq.negotiations()
                .previewDiscount(deal, People.AGENT, asking("25"))
                .get();

        assertThat(preview.isApprovedBefore()).isTrue();
        assertThat(preview.isGrantedAtOnce()).isTrue();
    }

    @Test
    void a_task_that_still_asks_cannot_be_put_away() {
        var task = asks("25");

        assertThat(cerniq.tasks().cancel(task.id(), People.MANAGER, "boring").getLeft())
                .isEqualTo(new HumanTaskRefusal.StillAsked(task.id()));
    }

    @Test
    void a_request_that_was_decided_before_anybody_could_be_asked_asks_nobody() {
        must(People.AGENT, (desk, ask) -> desk.requestDiscount(ask, asking("25")));
        var request = deal().bargain().requests().get(0).id();
        must(People.DIRECTOR, (desk, ask) -> desk.rejectDiscount(ask, new RejectDiscount(request, "no")));

        cerniq.runtime().runDue();

        assertThat(cerniq.tasks().open(tenant, Optional.empty(), 10)).isEmpty();
    }
}

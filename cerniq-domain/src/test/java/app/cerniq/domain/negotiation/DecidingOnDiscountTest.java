package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.NOZZLE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.QUOTE;
import static app.cerniq.domain.negotiation.Deals.TAPE;
import static app.cerniq.domain.negotiation.Deals.TICKET;
import static app.cerniq.domain.negotiation.Deals.WAITING;
import static app.cerniq.domain.negotiation.Deals.WHEAT;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.CEO;
import static app.cerniq.domain.shared.People.DIRECTOR;
import static app.cerniq.domain.shared.People.MANAGER;
import static app.cerniq.domain.shared.People.REP;
import static app.cerniq.domain.shared.People.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationRefusal.DiscountRefused;
import app.cerniq.domain.negotiation.NegotiationRefusal.GrantAboveRequest;
import app.cerniq.domain.negotiation.NegotiationRefusal.NoSuchDiscountRequest;
import app.cerniq.domain.negotiation.NegotiationRefusal.NotAuthorised;
import app.cerniq.domain.negotiation.NegotiationRefusal.OnlyForUsers;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Rounding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecidingOnDiscountTest {

    private static final Optional<Percentage> WHOLE = Optional.empty();
    private static final QuoteLine WHEAT_AT_20 = Lines.of(WHEAT_SEED, "40", "20");
    private static final QuoteLine WHEAT_AT_35 = Lines.of(WHEAT_SEED, "40", "35");
    private static final QuoteLine WHEAT_AT_17 = Lines.of(WHEAT_SEED, "40", "17");
    private static final QuoteLine TAPE_AT_16 = Lines.of(DRIP_TAPE, "1500", "16");

    @Test
    void a_granted_discount_stands_in_the_quote_from_the_same_moment() {
        var decision = waitingFor(WHEAT_AT_20, TAPE)
                .discounting(by(MANAGER))
                .grant(WAITING, WHOLE, Judged::today, "a good customer");

        var version = version(WHEAT_AT_20, TAPE);
        assertThat(events(decision))
                .containsExactly(
                        new DiscountApproved(approval(version, "a good customer", WHEAT_AT_20)),
                        new QuoteRevised(version, "discount " + WAITING + " granted"));
    }

    @Test
    void a_lowered_grant_stands_lowered() {
        var decision = waitingFor(WHEAT_AT_20, TAPE)
                .discounting(by(MANAGER))
                .grant(WAITING, Optional.of(Percentage.of("17")), Judged::today, "not more");

        var version = version(WHEAT_AT_17, TAPE);
        assertThat(events(decision))
                .containsExactly(
                        new DiscountApproved(approval(version, "not more", WHEAT_AT_17)),
                        new QuoteRevised(version, "discount " + WAITING + " granted"));
    }

    @Test
    void a_line_that_asked_for_less_than_the_lowered_grant_gets_what_it_asked_for() {
        var deal = waitingFor(WHEAT_AT_20, TAPE_AT_16);

        var granted = next(deal.discounting(by(MANAGER))
                .grant(WAITING, Optional.of(Percentage.of("17")), Judged::today, "not more"));

        assertThat(granted.bargain().lines()).containsExactly(WHEAT_AT_17, TAPE_AT_16);
    }

    @Test
    void a_decision_never_raises_a_discount() {
        var decision = waitingFor(WHEAT_AT_20, TAPE)
                .discounting(by(DIRECTOR))
                .grant(WAITING, Optional.of(Percentage.of("20.01")), Judged::today, "a gift");

        assertThat(refusal(decision)).isEqualTo(new GrantAboveRequest(Percentage.of("20.01"), Percentage.of("20")));
    }

    @Test
    void exactly_what_was_asked_for_is_no_raise() {
        var decision = waitingFor(WHEAT_AT_20, TAPE)
                .discounting(by(MANAGER))
                .grant(WAITING, Optional.of(Percentage.of("20")), Judged::today, "as asked");

        assertThat(next(decision).bargain().lines()).containsExactly(WHEAT_AT_20, TAPE);
    }

    @Test
    void a_granted_line_for_a_new_product_follows_those_that_stand() {
        var nozzles = Lines.of(NOZZLE, "10", "20");

        var granted = next(
                waitingFor(nozzles, WHEAT, TAPE).discounting(by(MANAGER)).grant(WAITING, WHOLE, Judged::today, "yes"));

        assertThat(granted.bargain().lines()).containsExactly(WHEAT, TAPE, nozzles);
    }

    @Test
    void a_grant_leaves_alone_what_changed_meanwhile() {
        var moreTape = Lines.of(DRIP_TAPE, "2000", "5");
        var changed = next(waitingFor(WHEAT_AT_20, TAPE)
                .quoting(by(AGENT))
                .revise(Judged.lines(WHEAT, moreTape), "more tape", TICKET));

        var granted = next(changed.discounting(by(MANAGER)).grant(WAITING, WHOLE, Judged::today, "yes"));

        assertThat(granted.bargain().lines()).containsExactly(WHEAT_AT_20, moreTape);
    }

    @Test
    void a_manager_does_not_decide_for_a_director() {
        var decision =
                waitingFor(WHEAT_AT_35, TAPE).discounting(by(MANAGER)).grant(WAITING, WHOLE, Judged::today, "yes");

        assertThat(refusal(decision))
                .isEqualTo(new NotAuthorised("user sales manager", Authority.MANAGER, Authority.DIRECTOR));
    }

    @Test
    void not_even_when_the_discount_is_lowered_to_the_managers_own_band() {
        var decision = waitingFor(WHEAT_AT_35, TAPE)
                .discounting(by(MANAGER))
                .grant(WAITING, Optional.of(Percentage.of("20")), Judged::today, "yes");

        assertThat(refusal(decision)).isInstanceOf(NotAuthorised.class);
    }

    @Test
    void a_director_decides_for_a_manager() {
        var decision =
                waitingFor(WHEAT_AT_20, TAPE).discounting(by(DIRECTOR)).grant(WAITING, WHOLE, Judged::today, "yes");

        assertThat(next(decision).bargain().lines()).containsExactly(WHEAT_AT_20, TAPE);
    }

    @Test
    void a_sales_representative_decides_nothing() {
        var decision = waitingFor(WHEAT_AT_20, TAPE).discounting(by(REP)).reject(WAITING, "no");

        assertThat(refusal(decision))
                .isEqualTo(new NotAuthorised("user sales representative", Authority.NONE, Authority.MANAGER));
    }

    @Test
    void nor_does_an_agent() {
        var decision = waitingFor(WHEAT_AT_20, TAPE).discounting(by(AGENT)).grant(WAITING, WHOLE, Judged::today, "yes");

        assertThat(refusal(decision)).isEqualTo(new OnlyForUsers("ai_agent sales agent", "decide on a discount"));
    }

    @Test
    void nor_does_a_timer() {
        var decision = waitingFor(WHEAT_AT_20, TAPE).discounting(by(SYSTEM)).reject(WAITING, "too late");

        assertThat(refusal(decision)).isEqualTo(new OnlyForUsers("system timer", "decide on a discount"));
    }

    @Test
    void a_rejected_discount_leaves_the_quote_as_it_is() {
        var decision = waitingFor(WHEAT_AT_20, TAPE).discounting(by(MANAGER)).reject(WAITING, "too much");

        assertThat(events(decision)).containsExactly(new DiscountRejected(WAITING, "too much"));
    }

    @Test
    void what_is_rejected_waits_no_longer() {
        var rejected =
                next(waitingFor(WHEAT_AT_20, TAPE).discounting(by(MANAGER)).reject(WAITING, "too much"));

        assertThat(rejected.bargain()).isEqualTo(inProposal().bargain());
    }

    @Test
    void nobody_decides_twice() {
        var granted = next(
                waitingFor(WHEAT_AT_20, TAPE).discounting(by(MANAGER)).grant(WAITING, WHOLE, Judged::today, "yes"));

        assertThat(refusal(granted.discounting(by(MANAGER)).reject(WAITING, "no")))
                .isEqualTo(new NoSuchDiscountRequest(WAITING, List.of()));
    }

    @Test
    void an_unknown_request_is_answered_with_those_that_wait() {
        var decision =
                waitingFor(WHEAT_AT_20, TAPE).discounting(by(MANAGER)).grant(TICKET, WHOLE, Judged::today, "yes");

        assertThat(refusal(decision)).isEqualTo(new NoSuchDiscountRequest(TICKET, List.of(WAITING)));
    }

    @Test
    void nobodys_answer_is_a_no_once_the_time_to_decide_is_over_and_not_before() {
        var waiting = waitingFor(WHEAT_AT_20, TAPE);
        var due = waiting.bargain().requests().get(0).decideBy();

        var early = waiting.discounting(new Stamp(SYSTEM, due.minusMillis(1))).reject(WAITING, "nobody decided");
        var then = waiting.discounting(new Stamp(SYSTEM, due)).reject(WAITING, "nobody decided");

        assertThat(refusal(early)).isInstanceOf(OnlyForUsers.class);
        assertThat(events(then)).containsExactly(new DiscountRejected(WAITING, "nobody decided"));
        assertThat(refusal(waiting.discounting(new Stamp(SYSTEM, due)).grant(WAITING, WHOLE, Judged::today, "why not")))
                .isInstanceOf(OnlyForUsers.class);
        assertThat(refusal(waiting.discounting(new Stamp(AGENT, due)).reject(WAITING, "why not")))
                .isInstanceOf(OnlyForUsers.class);
    }

    @Test
    void what_nobody_may_grant_today_is_not_granted_though_it_was_asked_for_in_time() {
        var decision = waitingFor(WHEAT_AT_20, TAPE)
                .discounting(by(CEO))
                .grant(
                        WAITING,
                        WHOLE,
                        line -> Judged.as(DiscountTier.REFUSED, line).tier(),
                        "yes");

        assertThat(refusal(decision)).isInstanceOf(DiscountRefused.class);
    }

    @Test
    void what_needs_more_authority_today_than_yesterday_is_not_granted_with_that_of_yesterday() {
        var decision = waitingFor(WHEAT_AT_20, TAPE)
                .discounting(by(MANAGER))
                .grant(
                        WAITING,
                        WHOLE,
                        line -> Judged.as(DiscountTier.DIRECTOR, line).tier(),
                        "yes");

        assertThat(refusal(decision))
                .isEqualTo(new NotAuthorised("user sales manager", Authority.MANAGER, Authority.DIRECTOR));
    }

    @Test
    void a_late_decision_is_still_a_decision() {
        var late = new Stamp(MANAGER, NOON.plus(Duration.ofDays(2)));

        var decision = waitingFor(WHEAT_AT_20, TAPE).discounting(late).grant(WAITING, WHOLE, Judged::today, "sorry");

        assertThat(decision.isRight()).isTrue();
    }

    private static Negotiation waitingFor(QuoteLine... wanted) {
        return next(inProposal()
                .discounting(by(AGENT))
                .request(WAITING, Judged.lines(wanted), Judged::within, "a large customer"));
    }

    private static QuoteVersion version(QuoteLine... lines) {
        return new QuoteVersion(QUOTE.number() + 1, Money.RON, Rounding.HALF_UP, List.of(lines));
    }

    private static DiscountApproval approval(QuoteVersion version, String comment, QuoteLine line) {
        return new DiscountApproval(
                WAITING,
                version.hash(),
                List.of(line.hash()),
                DiscountTier.MANAGER,
                ActorRef.of(MANAGER),
                NOON,
                NOON.plus(Duration.ofDays(7)),
                comment);
    }
}

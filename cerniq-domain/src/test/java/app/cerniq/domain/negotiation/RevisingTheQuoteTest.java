package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.NOZZLE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.TAPE;
import static app.cerniq.domain.negotiation.Deals.TICKET;
import static app.cerniq.domain.negotiation.Deals.WHEAT;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.CEO;
import static app.cerniq.domain.shared.People.DIRECTOR;
import static app.cerniq.domain.shared.People.MANAGER;
import static app.cerniq.domain.shared.People.REP;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationRefusal.DiscountNeedsApproval;
import app.cerniq.domain.negotiation.NegotiationRefusal.DiscountRefused;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Rounding;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RevisingTheQuoteTest {

    @Test
    void a_first_version_stands_with_its_automatic_lines() {
        var decision = revise(Deals.opened().deal(), AGENT, WHEAT, TAPE);

        assertThat(events(decision)).containsExactly(new QuoteRevised(version(1, WHEAT, TAPE), "as asked"));
    }

    @Test
    void the_next_version_counts_one_more() {
        var dearer = Lines.of(WHEAT_SEED, "40", "5");

        var decision = revise(inProposal(), AGENT, dearer);

        assertThat(events(decision)).containsExactly(new QuoteRevised(version(2, dearer), "as asked"));
    }

    @Test
    void the_last_line_can_be_taken_away() {
        assertThat(next(revise(inProposal(), AGENT)).bargain().lines()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("beyondAuthority")
    void a_price_beyond_ones_authority_needs_an_approval(Actor actor, String discount, DiscountTier tier) {
        var decision = revise(inProposal(), actor, Lines.of(WHEAT_SEED, "40", discount), TAPE);

        assertThat(refusal(decision))
                .isEqualTo(new DiscountNeedsApproval(
                        WHEAT_SEED.sku(), Percentage.of(discount), tier, List.of(Judged.BECAUSE)));
    }

    static Stream<Arguments> beyondAuthority() {
        return Stream.of(
                Arguments.of(AGENT, "15.01", DiscountTier.MANAGER),
                Arguments.of(REP, "15.01", DiscountTier.MANAGER),
                Arguments.of(REP, "40", DiscountTier.DIRECTOR),
                Arguments.of(MANAGER, "30.01", DiscountTier.DIRECTOR));
    }

    @ParameterizedTest
    @MethodSource("withinAuthority")
    void a_price_within_ones_authority_is_approved_in_the_same_breath(Actor actor, String discount, DiscountTier tier) {
        var line = Lines.of(WHEAT_SEED, "40", discount);

        var decision = revise(inProposal(), actor, line, TAPE);

        var version = version(2, line, TAPE);
        var approval = new DiscountApproval(
                TICKET,
                version.hash(),
                List.of(line.hash()),
                tier,
                ActorRef.of(actor),
                NOON,
                NOON.plus(Duration.ofDays(7)),
                "within the actor's own authority");
        assertThat(events(decision))
                .containsExactly(new DiscountApproved(approval), new QuoteRevised(version, "as asked"));
    }

    static Stream<Arguments> withinAuthority() {
        return Stream.of(
                Arguments.of(MANAGER, "15.01", DiscountTier.MANAGER),
                Arguments.of(DIRECTOR, "30", DiscountTier.MANAGER),
                Arguments.of(DIRECTOR, "40", DiscountTier.DIRECTOR),
                Arguments.of(CEO, "40", DiscountTier.DIRECTOR));
    }

    @Test
    void an_approval_out_of_ones_own_authority_names_the_strictest_tier() {
        var wheat = Lines.of(WHEAT_SEED, "40", "20");
        var tape = Lines.of(DRIP_TAPE, "1500", "35");

        var deal = next(revise(inProposal(), DIRECTOR, wheat, tape));

        assertThat(deal.bargain().approvals())
                .singleElement()
                .extracting(DiscountApproval::tier)
                .isEqualTo(DiscountTier.DIRECTOR);
    }

    @Test
    void what_nobody_may_grant_is_refused_whoever_asks() {
        var decision = revise(inProposal(), CEO, Lines.of(WHEAT_SEED, "40", "40.01"), TAPE);

        assertThat(refusal(decision))
                .isEqualTo(new DiscountRefused(WHEAT_SEED.sku(), Percentage.of("40.01"), List.of(Judged.BECAUSE)));
    }

    @Test
    void one_line_beyond_authority_stops_the_whole_version() {
        var decision = revise(inProposal(), AGENT, WHEAT, Lines.of(NOZZLE, "10", "16"));

        assertThat(refusal(decision)).isInstanceOf(DiscountNeedsApproval.class);
    }

    @Test
    void a_line_that_stands_unchanged_keeps_its_price_whatever_the_rules_say_now() {
        var lines = List.of(Judged.as(DiscountTier.REFUSED, WHEAT), Judged.as(DiscountTier.AUTO, TAPE));

        var decision = inProposal().quoting(by(AGENT)).revise(lines, "nothing new", TICKET);

        assertThat(decision.isRight()).isTrue();
    }

    @Test
    void more_of_it_is_another_line() {
        var more = Judged.as(DiscountTier.MANAGER, Lines.of(WHEAT_SEED, "41", "10"));

        var decision = inProposal().quoting(by(AGENT)).revise(List.of(more), "one bag more", TICKET);

        assertThat(refusal(decision)).isInstanceOf(DiscountNeedsApproval.class);
    }

    @Test
    void the_highest_discount_of_the_round_is_remembered() {
        var generous = next(revise(inProposal(), DIRECTOR, Lines.of(WHEAT_SEED, "40", "35")));

        var modest = next(revise(generous, AGENT, WHEAT));

        assertThat(modest.bargain().maxDiscountOffered()).isEqualTo(Percentage.of("35"));
    }

    private static Either<NegotiationRefusal, Accepted> revise(Negotiation deal, Actor actor, QuoteLine... lines) {
        return deal.quoting(by(actor)).revise(Judged.lines(lines), "as asked", TICKET);
    }

    private static QuoteVersion version(int number, QuoteLine... lines) {
        return new QuoteVersion(number, Money.RON, Rounding.HALF_UP, List.of(lines));
    }
}

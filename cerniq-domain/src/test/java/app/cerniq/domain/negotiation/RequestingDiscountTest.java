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
import static app.cerniq.domain.negotiation.Deals.WHEAT;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.CEO;
import static app.cerniq.domain.shared.People.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRequested;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationRefusal.DiscountRefused;
import app.cerniq.domain.negotiation.NegotiationRefusal.WrongState;
import app.cerniq.domain.pricing.DiscountRequest;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Percentage;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestingDiscountTest {

    private static final QuoteLine WHEAT_AT_15 = Lines.of(WHEAT_SEED, "40", "15");

    @Test
    void what_needs_nobody_is_granted_at_once() {
        var decision = request(inProposal(), AGENT, WHEAT_AT_15, TAPE);

        assertThat(events(decision))
                .singleElement()
                .isInstanceOfSatisfying(
                        QuoteRevised.class,
                        revised -> assertThat(revised.quote().lines()).containsExactly(WHEAT_AT_15, TAPE));
    }

    @ParameterizedTest
    @CsvSource({"15.01, MANAGER, PT1H", "30, MANAGER, PT1H", "30.01, DIRECTOR, PT2H", "40, DIRECTOR, PT2H"})
    void the_rest_waits_for_the_tier_that_decides(String discount, DiscountTier tier, Duration within) {
        var wanted = Lines.of(WHEAT_SEED, "40", discount);

        var decision = request(inProposal(), AGENT, wanted, TAPE);

        assertThat(events(decision))
                .containsExactly(new DiscountRequested(new DiscountRequest(
                        TICKET,
                        List.of(wanted),
                        Lines.quote(wanted, TAPE).hash(),
                        tier,
                        ActorRef.of(AGENT),
                        NOON,
                        NOON.plus(within),
                        "a large customer")));
    }

    @Test
    void the_strictest_line_says_who_decides_and_automatic_lines_do_not_wait() {
        var wheat = Lines.of(WHEAT_SEED, "40", "20");
        var tape = Lines.of(DRIP_TAPE, "1500", "35");
        var nozzles = Lines.of(NOZZLE, "10", "5");

        var waiting = next(request(inProposal(), AGENT, wheat, tape, nozzles))
                .bargain()
                .requests();

        assertThat(waiting)
                .singleElement()
                .extracting(DiscountRequest::tier, DiscountRequest::lines)
                .containsExactly(DiscountTier.DIRECTOR, List.of(wheat, tape));
    }

    @Test
    void while_a_discount_waits_the_quote_stands_as_it_was() {
        var deal = next(request(inProposal(), AGENT, Lines.of(WHEAT_SEED, "40", "20"), TAPE));

        assertThat(deal.bargain().quote()).contains(QUOTE);
    }

    @Test
    void who_may_grant_it_alone_does_not_wait() {
        var decision = request(inProposal(), MANAGER, Lines.of(WHEAT_SEED, "40", "20"), TAPE);

        assertThat(events(decision)).hasExactlyElementsOfTypes(DiscountApproved.class, QuoteRevised.class);
    }

    @Test
    void what_nobody_may_grant_is_not_put_before_anybody() {
        var decision = request(inProposal(), CEO, Lines.of(WHEAT_SEED, "40", "40.01"), TAPE);

        assertThat(refusal(decision))
                .isEqualTo(new DiscountRefused(WHEAT_SEED.sku(), Percentage.of("40.01"), List.of(Judged.BECAUSE)));
    }

    @Test
    void one_hopeless_line_is_enough() {
        var decision = request(inProposal(), AGENT, Lines.of(WHEAT_SEED, "40", "20"), Lines.of(DRIP_TAPE, "1", "41"));

        assertThat(refusal(decision)).isInstanceOf(DiscountRefused.class);
    }

    @Test
    void where_the_quote_is_frozen_the_price_is_not_even_looked_at() {
        var decision = request(Deals.inClosing(), AGENT, Lines.of(WHEAT_SEED, "40", "41"), TAPE);

        assertThat(refusal(decision)).isInstanceOf(WrongState.class);
    }

    @Test
    void two_requests_may_wait_side_by_side() {
        var first = next(request(inProposal(), AGENT, Lines.of(WHEAT_SEED, "40", "20"), TAPE));
        var other = new DiscountRequestId(new UUID(6, 6));

        var both = next(first.discounting(by(AGENT))
                .request(other, Judged.lines(WHEAT, Lines.of(DRIP_TAPE, "1500", "25")), Judged::within, "tape too"));

        assertThat(both.bargain().requests()).extracting(DiscountRequest::id).containsExactly(TICKET, other);
    }

    private static Either<NegotiationRefusal, Accepted> request(Negotiation deal, Actor actor, QuoteLine... lines) {
        return deal.discounting(by(actor)).request(TICKET, Judged.lines(lines), Judged::within, "a large customer");
    }
}

package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.NOZZLE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.TAPE;
import static app.cerniq.domain.negotiation.Deals.TICKET;
import static app.cerniq.domain.negotiation.Deals.WAITING;
import static app.cerniq.domain.negotiation.Deals.WHEAT;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationRefusal.DiscountNeedsApproval;
import app.cerniq.domain.pricing.DiscountRequest;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovalLifetimeTest {

    private static final Instant LAST_INSTANT = NOON.plus(Duration.ofDays(7));
    private static final QuoteLine WHEAT_AT_20 = Lines.of(WHEAT_SEED, "40", "20");
    private static final QuoteLine TAPE_AT_25 = Lines.of(DRIP_TAPE, "1500", "25");

    @Test
    void an_approved_line_stays_approved_while_another_changes() {
        var decision = revise(bothApproved(), NOON, WHEAT_AT_20, Lines.of(DRIP_TAPE, "1500", "10"));

        assertThat(decision.isRight()).isTrue();
    }

    @Test
    void a_line_that_changes_loses_its_approval_and_only_that_line() {
        var moreTape = Lines.of(DRIP_TAPE, "1501", "25");

        var decision = revise(bothApproved(), NOON, WHEAT_AT_20, moreTape);

        assertThat(refusal(decision))
                .isEqualTo(new DiscountNeedsApproval(
                        DRIP_TAPE.sku(), moreTape.discount(), DiscountTier.MANAGER, List.of(Judged.BECAUSE)));
    }

    @Test
    void an_approval_covers_no_higher_discount() {
        var decision = revise(bothApproved(), NOON, Lines.of(WHEAT_SEED, "40", "20.01"), TAPE_AT_25);

        assertThat(refusal(decision)).isInstanceOf(DiscountNeedsApproval.class);
    }

    @Test
    void an_approved_line_may_come_back_until_the_last_instant() {
        var withoutIt = next(revise(bothApproved(), NOON, WHEAT, TAPE));

        assertThat(revise(withoutIt, LAST_INSTANT, WHEAT_AT_20, TAPE).isRight()).isTrue();
    }

    @Test
    void an_instant_later_it_needs_another_approval() {
        var withoutIt = next(revise(bothApproved(), NOON, WHEAT, TAPE));

        var decision = revise(withoutIt, LAST_INSTANT.plusNanos(1), WHEAT_AT_20, TAPE);

        assertThat(refusal(decision)).isInstanceOf(DiscountNeedsApproval.class);
    }

    @Test
    void a_line_that_stands_outlives_its_approval() {
        var decision = revise(bothApproved(), LAST_INSTANT.plusNanos(1), WHEAT_AT_20, TAPE);

        assertThat(decision.isRight()).isTrue();
    }

    @Test
    void no_approval_opens_what_nobody_may_grant_any_more() {
        var withoutIt = next(revise(bothApproved(), NOON, WHEAT, TAPE));
        var forbiddenByNow = List.of(Judged.as(DiscountTier.REFUSED, WHEAT_AT_20));

        var decision = withoutIt.quoting(by(MANAGER)).revise(forbiddenByNow, "as before", TICKET);

        assertThat(refusal(decision)).isInstanceOf(NegotiationRefusal.DiscountRefused.class);
    }

    @Test
    void a_waiting_line_that_changes_waits_no_longer_and_the_other_goes_on_waiting() {
        var changed = next(revise(bothWaiting(), NOON, Lines.of(WHEAT_SEED, "50", "10"), TAPE));

        assertThat(changed.bargain().requests())
                .singleElement()
                .extracting(DiscountRequest::lines)
                .isEqualTo(List.of(TAPE_AT_25));
    }

    @Test
    void a_request_none_of_whose_lines_stands_is_dropped() {
        var changed = next(revise(bothWaiting(), NOON, Lines.of(NOZZLE, "10", "0")));

        assertThat(changed.bargain().requests()).isEmpty();
    }

    @Test
    void a_request_goes_on_waiting_while_something_else_changes() {
        var changed = next(revise(bothWaiting(), NOON, WHEAT, TAPE, Lines.of(NOZZLE, "10", "0")));

        assertThat(changed.bargain().requests())
                .isEqualTo(bothWaiting().bargain().requests());
    }

    @Test
    void what_was_asked_for_a_new_product_is_dropped_once_it_is_quoted_otherwise() {
        var waiting = next(inProposal()
                .discounting(by(AGENT))
                .request(
                        WAITING,
                        Judged.lines(WHEAT, TAPE, Lines.of(NOZZLE, "10", "20")),
                        Judged::within,
                        "ten nozzles"));

        var quoted = next(revise(waiting, NOON, WHEAT, TAPE, Lines.of(NOZZLE, "10", "5")));

        assertThat(quoted.bargain().requests()).isEmpty();
    }

    private static Negotiation bothWaiting() {
        return next(inProposal()
                .discounting(by(AGENT))
                .request(WAITING, Judged.lines(WHEAT_AT_20, TAPE_AT_25), Judged::within, "a large customer"));
    }

    private static Negotiation bothApproved() {
        return next(bothWaiting().discounting(by(MANAGER)).grant(WAITING, Optional.empty(), Judged::today, "yes"));
    }

    private static Either<NegotiationRefusal, Accepted> revise(Negotiation deal, Instant at, QuoteLine... lines) {
        return deal.quoting(new Stamp(AGENT, at)).revise(Judged.lines(lines), "as asked", TICKET);
    }
}

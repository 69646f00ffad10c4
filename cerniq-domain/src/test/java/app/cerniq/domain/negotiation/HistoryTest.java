package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Deals.ID;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.REP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedBack;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceReversed;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaRejected;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.People;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.stock.DealStock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryTest {

    private static final ActorRef BY_AGENT = ActorRef.of(AGENT);
    private static final List<NegotiationEvent> ANYTHING = List.of(new HandedBack("answered"));

    @Test
    void a_deal_opens_with_version_1_and_nothing_on_the_table() {
        assertThat(Deals.opened().deal())
                .isEqualTo(new Negotiation(
                        ID,
                        1,
                        Deals.LEAD,
                        Optional.empty(),
                        SalesChannelCode.DIRECT,
                        Stage.start(NOON),
                        Assignment.NOBODY,
                        Deals.COMPANY,
                        Bargain.start(Money.RON, Rounding.HALF_UP),
                        Control.AGENT,
                        Optional.empty(),
                        Documents.NONE,
                        DealStock.NONE,
                        Outlook.NEW,
                        Annotations.NONE,
                        new Timing(NOON, BY_AGENT, NOON, NOON, Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @EnumSource
    void folding_a_history_gives_the_deal(NegotiationState state) {
        var played = Deals.playedTo(state, Deals.waitingForADiscount());

        assertThat(Negotiation.fold(played.history())).isEqualTo(played.deal());
    }

    @Test
    void every_change_counts_once() {
        var changed = next(inProposal().handling(by(AGENT)).useSession("mcp-1"));

        assertThat(changed.version()).isEqualTo(inProposal().version() + 1);
    }

    @Test
    void every_change_tells_who_and_when() {
        var decision = inProposal().handling(by(REP)).handOver(People.idOf(REP), "mine");

        assertThat(decision.get().change())
                .extracting(Change::negotiation, Change::version, Change::by, Change::at)
                .containsExactly(ID, inProposal().version() + 1, ActorRef.of(REP), NOON);
    }

    @Test
    void the_last_change_is_the_last_activity() {
        var later = NOON.plusSeconds(3600);

        var changed = next(inProposal().handling(new Stamp(AGENT, later)).useSession("mcp-1"));

        assertThat(changed.timing())
                .isEqualTo(new Timing(NOON, BY_AGENT, NOON, later, Optional.of(NOON), Optional.empty()));
    }

    @Test
    void a_change_does_not_skip_a_version() {
        var skipping = new Change(ID, inProposal().version() + 2, BY_AGENT, NOON, ANYTHING);

        assertThatIllegalStateException()
                .isThrownBy(() -> inProposal().apply(skipping))
                .withMessageContaining("does not follow version");
    }

    @Test
    void a_change_is_not_applied_twice() {
        var again = new Change(ID, inProposal().version(), BY_AGENT, NOON, ANYTHING);

        assertThatIllegalStateException().isThrownBy(() -> inProposal().apply(again));
    }

    @Test
    void a_change_of_another_deal_is_not_ours() {
        var other = new NegotiationId(ID.tenant(), new UUID(77, 77));
        var foreign = new Change(other, inProposal().version() + 1, BY_AGENT, NOON, ANYTHING);

        assertThatIllegalStateException().isThrownBy(() -> inProposal().apply(foreign));
    }

    @Test
    void a_deal_is_opened_once() {
        var opening = Deals.opened().history().get(0).events();
        var again = new Change(ID, 2, BY_AGENT, NOON, opening);

        assertThatIllegalStateException()
                .isThrownBy(() -> Deals.opened().deal().apply(again))
                .withMessage("A negotiation is opened once; this one is at version 1");
    }

    @Test
    void no_proforma_no_answer_to_it() {
        var answer = new Change(ID, 2, BY_AGENT, NOON, List.of(new ProformaRejected("PF 1", "too dear")));

        assertThatIllegalStateException()
                .isThrownBy(() -> Deals.opened().deal().apply(answer))
                .withMessage("No proforma in " + ID + ".");
    }

    @Test
    void no_invoice_no_storno() {
        var storno = new Change(ID, 2, BY_AGENT, NOON, List.of(new InvoiceReversed("STR 1")));

        assertThatIllegalStateException()
                .isThrownBy(() -> Deals.opened().deal().apply(storno))
                .withMessage("No invoice in " + ID + ".");
    }

    @Test
    void a_change_without_events_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Change(ID, 2, BY_AGENT, NOON, List.of()));
    }

    @Test
    void versions_count_from_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Change(ID, 0, BY_AGENT, NOON, ANYTHING));
    }
}

package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.COMPANY;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inInvoiced;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.REP;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationEvent.ClientDataUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.DetailsUpdated;
import app.cerniq.domain.negotiation.NegotiationRefusal.DocumentAlreadyExists;
import app.cerniq.domain.shared.People;
import app.cerniq.domain.shared.Percentage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandlingTest {

    private static final Outlook PROMISING = new Outlook(
            Priority.HIGH,
            7,
            new BigDecimal("0.25"),
            Optional.of(Percentage.of("62.5")),
            Optional.of(LocalDate.of(2026, 4, 1)));
    private static final Annotations NOTES =
            new Annotations(List.of("vip"), Optional.of("Calls after 18:00."), Map.of("crm", "17"));
    private static final Assignment OF_THE_REP =
            new Assignment(Optional.of(new PhoneId(new UUID(9, 9))), Optional.of(People.idOf(REP)));

    @Test
    void what_is_known_of_the_customer_can_be_replaced() {
        assertThat(events(inProposal().handling(by(REP)).updateClient(ClientData.UNKNOWN)))
                .containsExactly(new ClientDataUpdated(ClientData.UNKNOWN));
    }

    @Test
    void but_not_once_it_stands_on_an_invoice() {
        assertThat(refusal(inInvoiced().handling(by(REP)).updateClient(COMPANY)))
                .isEqualTo(new DocumentAlreadyExists("invoice", "FCT 1"));
    }

    @Test
    void scores_notes_and_assignment_are_replaced_together() {
        var decision = inProposal()
                .handling(by(REP))
                .updateDetails(
                        PROMISING, NOTES, OF_THE_REP, Optional.of(Percentage.of("87.5")), Optional.of("a large deal"));

        assertThat(events(decision))
                .containsExactly(new DetailsUpdated(
                        PROMISING,
                        NOTES,
                        new Control(
                                true,
                                Optional.of(Percentage.of("87.5")),
                                Optional.empty(),
                                false,
                                Optional.of("a large deal")),
                        OF_THE_REP));
    }

    @Test
    void and_stand_in_the_deal() {
        var deal = next(inProposal()
                .handling(by(REP))
                .updateDetails(PROMISING, NOTES, OF_THE_REP, Optional.empty(), Optional.empty()));

        assertThat(deal)
                .extracting(Negotiation::outlook, Negotiation::annotations, Negotiation::assignment)
                .containsExactly(PROMISING, NOTES, OF_THE_REP);
    }

    @Test
    void a_confidence_stays_until_another_is_given() {
        var confident = next(inProposal()
                .handling(by(AGENT))
                .updateDetails(PROMISING, NOTES, OF_THE_REP, Optional.of(Percentage.of("80")), Optional.empty()));

        var later = next(confident
                .handling(by(AGENT))
                .updateDetails(PROMISING, NOTES, OF_THE_REP, Optional.empty(), Optional.empty()));

        assertThat(later.control().aiConfidence()).contains(Percentage.of("80"));
    }

    @Test
    void notes_do_not_change_who_drives() {
        var held = Deals.heldByAHumanIn(NegotiationState.PROPOSAL);

        var deal = next(
                held.handling(by(REP)).updateDetails(PROMISING, NOTES, OF_THE_REP, Optional.empty(), Optional.empty()));

        assertThat(deal.control()).isEqualTo(held.control());
    }
}

package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.COMPANY;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inInvoiced;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.REP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.negotiation.ClientData.PostalAddress;
import app.cerniq.domain.negotiation.NegotiationEvent.ClientDataUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.DetailsUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.SessionUsed;
import app.cerniq.domain.negotiation.NegotiationRefusal.DocumentAlreadyExists;
import app.cerniq.domain.shared.Cnp;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.People;
import app.cerniq.domain.shared.Percentage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void a_tool_call_keeps_the_session_alive_for_half_an_hour() {
        assertThat(events(inProposal().handling(by(AGENT)).useSession("mcp-1")))
                .containsExactly(new SessionUsed(new McpSession("mcp-1", NOON.plus(Duration.ofMinutes(30)))));
    }

    @Test
    void each_call_anew() {
        var twentyMinutesOn = new Stamp(AGENT, NOON.plus(Duration.ofMinutes(20)));
        var deal = next(inProposal().handling(by(AGENT)).useSession("mcp-1"));

        var later = next(deal.handling(twentyMinutesOn).useSession("mcp-1"));

        assertThat(later.session()).contains(new McpSession("mcp-1", NOON.plus(Duration.ofMinutes(50))));
    }

    @ParameterizedTest
    @CsvSource({"PT29M59.999999999S, false", "PT30M, true"})
    void a_session_is_over_at_the_very_instant(Duration later, boolean over) {
        assertThat(McpSession.activeAt("mcp-1", NOON).isOverAt(NOON.plus(later)))
                .isEqualTo(over);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void a_session_has_an_id_of_up_to_100_characters(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> McpSession.activeAt("x".repeat(length), NOON));
    }

    @Test
    void a_company_with_name_cui_and_address_is_complete() {
        assertThat(COMPANY.missingForFiscalDocument()).isEmpty();
    }

    @Test
    void so_is_a_person_with_a_cnp() {
        var person = client("Ana Pop", Optional.empty(), Optional.of(new Cnp("1800101400181")));

        assertThat(person.missingForFiscalDocument()).isEmpty();
    }

    @Test
    void a_blank_name_is_no_name() {
        var nameless = client("  ", COMPANY.cui(), Optional.empty());

        assertThat(nameless.missingForFiscalDocument()).containsExactly("name");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Slobozia, Ialomița, RO",
        "Str. 1, ' ', Ialomița, RO",
        "Str. 1, Slobozia, '', RO",
        "Str. 1, Slobozia, Ialomița, ''"
    })
    void an_address_with_a_gap_is_no_address(String street, String city, String county, String country) {
        var homeless = ClientData.company(
                "Ferma SRL", new Cui("8000000000"), new PostalAddress(street, city, county, country));

        assertThat(homeless.missingForFiscalDocument()).containsExactly("address");
    }

    private static ClientData client(String name, Optional<Cui> cui, Optional<Cnp> cnp) {
        return new ClientData(
                Optional.of(name), cui, cnp, Optional.empty(), COMPANY.address(), Optional.empty(), Optional.empty());
    }
}

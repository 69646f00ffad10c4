package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.NOON;
import static app.cerniq.domain.negotiation.Deals.PROFORMA_ENDS;
import static app.cerniq.domain.negotiation.Deals.QUOTE;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.inClosing;
import static app.cerniq.domain.negotiation.Deals.inProformaSent;
import static app.cerniq.domain.negotiation.Deals.withAcceptedProforma;
import static app.cerniq.domain.shared.People.REP;
import static app.cerniq.domain.shared.People.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.Documents.Acceptance;
import app.cerniq.domain.negotiation.Documents.Proforma;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaAccepted;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaRejected;
import app.cerniq.domain.negotiation.NegotiationRefusal.ClientDataIncomplete;
import app.cerniq.domain.negotiation.NegotiationRefusal.DocumentAlreadyExists;
import app.cerniq.domain.negotiation.NegotiationRefusal.DocumentValueRefused;
import app.cerniq.domain.negotiation.NegotiationRefusal.EmptyQuote;
import app.cerniq.domain.negotiation.NegotiationRefusal.NoLiveDocument;
import app.cerniq.domain.negotiation.NegotiationRefusal.QuoteChanged;
import app.cerniq.domain.shared.ContentHash;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProformaTest {

    private static final NoLiveDocument ANSWERED =
            new NoLiveDocument("proforma that waits for an answer", "accept a proforma");

    @Test
    void a_proforma_is_made_out_for_exactly_the_current_quote() {
        assertThat(events(proforma(inClosing(), "PF 1", PROFORMA_ENDS)))
                .containsExactly(new ProformaIssued(
                        new Proforma("PF 1", QUOTE.hash(), NOON, PROFORMA_ENDS, Optional.empty(), Optional.empty())));
    }

    @Test
    void not_for_a_version_that_does_not_stand_any_more() {
        var longAgo = ContentHash.of(List.of("a version of last week"));

        var decision = inClosing().invoicing(by(SYSTEM)).recordProforma("PF 1", longAgo, PROFORMA_ENDS);

        assertThat(refusal(decision)).isEqualTo(new QuoteChanged(longAgo, QUOTE.hash()));
    }

    @Test
    void not_for_nothing() {
        var unquoted = Deals.opened().to(NegotiationState.CLOSING, REP, NOON).deal();

        var decision = unquoted.invoicing(by(SYSTEM)).recordProforma("PF 1", QUOTE.hash(), PROFORMA_ENDS);

        assertThat(refusal(decision)).isEqualTo(new EmptyQuote("record a proforma"));
    }

    @Test
    void not_for_a_quote_whose_last_line_was_taken_away() {
        var emptied = new Play(Deals.inNegotiation(), List.of())
                .then(deal -> deal.quoting(by(REP)).revise(List.of(), "all of it away", Deals.TICKET))
                .to(NegotiationState.CLOSING, REP, NOON)
                .deal();

        var decision = emptied.invoicing(by(SYSTEM)).recordProforma("PF 1", Deals.hash(emptied), PROFORMA_ENDS);

        assertThat(refusal(decision)).isEqualTo(new EmptyQuote("record a proforma"));
    }

    @Test
    void not_for_a_customer_of_whom_too_little_is_known() {
        var unknown = next(inClosing().handling(by(REP)).updateClient(ClientData.UNKNOWN));

        assertThat(refusal(proforma(unknown, "PF 1", PROFORMA_ENDS)))
                .isEqualTo(new ClientDataIncomplete(List.of("name", "CUI or CNP", "address")));
    }

    @Test
    void not_while_another_one_lives() {
        var withOne = next(proforma(inClosing(), "PF 1", PROFORMA_ENDS));

        assertThat(refusal(proforma(withOne, "PF 2", PROFORMA_ENDS)))
                .isEqualTo(new DocumentAlreadyExists("proforma", "PF 1"));
    }

    @Test
    void but_after_the_first_was_refused() {
        var refused = new Play(inProformaSent(), List.of())
                .then(deal -> deal.invoicing(by(REP)).rejectProforma("too dear"))
                .to(NegotiationState.NEGOTIATION, REP, NOON)
                .to(NegotiationState.CLOSING, REP, NOON)
                .deal();

        var again = next(proforma(refused, "PF 2", PROFORMA_ENDS));

        assertThat(again.documents().proforma().map(Proforma::ref)).contains("PF 2");
    }

    @Test
    void and_from_the_very_instant_at_which_the_first_is_over() {
        var withOne = next(proforma(inClosing(), "PF 1", NOON.plusSeconds(60)));
        var atItsEnd = withOne.invoicing(new Stamp(SYSTEM, NOON.plusSeconds(60)));

        var again = next(atItsEnd.recordProforma("PF 2", QUOTE.hash(), PROFORMA_ENDS));

        assertThat(again.documents().proforma().map(Proforma::ref)).contains("PF 2");
    }

    @Test
    void but_not_an_instant_earlier() {
        var withOne = next(proforma(inClosing(), "PF 1", NOON.plusSeconds(60)));
        var justBefore =
                withOne.invoicing(new Stamp(SYSTEM, NOON.plusSeconds(60).minusNanos(1)));

        assertThat(refusal(justBefore.recordProforma("PF 2", QUOTE.hash(), PROFORMA_ENDS)))
                .isEqualTo(new DocumentAlreadyExists("proforma", "PF 1"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void a_proforma_is_valid_for_some_time(long seconds) {
        var end = NOON.plusSeconds(seconds);

        assertThat(refusal(proforma(inClosing(), "PF 1", end)))
                .isEqualTo(new DocumentValueRefused("proforma's validity", end.toString(), "an instant after " + NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void a_proforma_has_a_reference(String blank) {
        assertThat(refusal(proforma(inClosing(), blank, PROFORMA_ENDS)))
                .isEqualTo(new DocumentValueRefused("document reference", "\"" + blank + "\"", "1 to 50 characters"));
    }

    @ParameterizedTest
    @CsvSource({"50, true", "51, false"})
    void a_reference_has_up_to_50_characters(int length, boolean taken) {
        var ref = "x".repeat(length);

        assertThat(proforma(inClosing(), ref, PROFORMA_ENDS).isRight()).isEqualTo(taken);
    }

    @Test
    void the_customer_accepts() {
        var decision = inProformaSent().invoicing(by(REP)).acceptProforma("signed");

        assertThat(events(decision)).containsExactly(new ProformaAccepted("PF 1", new Acceptance(NOON, "signed")));
    }

    @Test
    void the_customer_refuses() {
        var decision = inProformaSent().invoicing(by(REP)).rejectProforma("too dear");

        assertThat(events(decision)).containsExactly(new ProformaRejected("PF 1", "too dear"));
    }

    @Test
    void nobody_accepts_twice() {
        var decision = withAcceptedProforma().invoicing(by(REP)).acceptProforma("signed again");

        assertThat(refusal(decision)).isEqualTo(ANSWERED);
    }

    @Test
    void nobody_refuses_what_was_accepted() {
        var decision = withAcceptedProforma().invoicing(by(REP)).rejectProforma("after all, no");

        assertThat(refusal(decision))
                .isEqualTo(new NoLiveDocument("proforma that waits for an answer", "reject a proforma"));
    }

    @Test
    void nobody_accepts_what_was_refused() {
        var refused = next(inProformaSent().invoicing(by(REP)).rejectProforma("too dear"));

        assertThat(refusal(refused.invoicing(by(REP)).acceptProforma("after all, yes")))
                .isEqualTo(new NoLiveDocument("proforma", "accept a proforma"));
    }

    @Test
    void at_the_very_instant_of_its_end_it_is_too_late_to_accept() {
        var decision = inProformaSent().invoicing(new Stamp(REP, PROFORMA_ENDS)).acceptProforma("signed");

        assertThat(refusal(decision)).isEqualTo(new NoLiveDocument("proforma", "accept a proforma"));
    }

    @Test
    void an_instant_earlier_it_is_not() {
        var decision = inProformaSent()
                .invoicing(new Stamp(REP, PROFORMA_ENDS.minusNanos(1)))
                .acceptProforma("signed");

        assertThat(decision.isRight()).isTrue();
    }

    @Test
    void what_was_accepted_does_not_end() {
        var proforma = withAcceptedProforma().documents().proforma().orElseThrow();

        assertThat(proforma.isLiveAt(PROFORMA_ENDS)).isTrue();
    }

    private static Either<NegotiationRefusal, Accepted> proforma(Negotiation deal, String ref, Instant end) {
        return deal.invoicing(by(SYSTEM)).recordProforma(ref, QUOTE.hash(), end);
    }
}

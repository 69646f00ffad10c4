package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PAID;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationRefusal.ControlUnchanged;
import app.cerniq.domain.negotiation.NegotiationRefusal.DiscountNeedsApproval;
import app.cerniq.domain.negotiation.NegotiationRefusal.IllegalMove;
import app.cerniq.domain.negotiation.NegotiationRefusal.NoSuchDiscountRequest;
import app.cerniq.domain.negotiation.NegotiationRefusal.NoSuchLine;
import app.cerniq.domain.negotiation.NegotiationRefusal.WrongState;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Percentage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NegotiationRefusalTest {

    private static final Sku WHEAT = WHEAT_SEED.sku();
    private static final String PROMISE = "No AI agent moves a deal that a human holds.";

    @Test
    void no_refusal_is_missing_here() {
        assertThat(Refusals.oneOfEach().map(Object::getClass))
                .containsExactlyInAnyOrder(NegotiationRefusal.class.getPermittedSubclasses());
    }

    @Test
    void every_refusal_has_a_code_of_its_own() {
        assertThat(Refusals.oneOfEach().map(NegotiationRefusal::code)).doesNotHaveDuplicates();
    }

    /** Hosts translate and count by these codes: none of them ever changes. */
    @Test
    void the_codes_are_these_for_ever() {
        assertThat(Refusals.oneOfEach().map(NegotiationRefusal::code))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_TENANT",
                        "UNKNOWN_NEGOTIATION",
                        "STALE_VERSION",
                        "IDEMPOTENCY_KEY_REUSED",
                        "LEAD_ALREADY_IN_NEGOTIATION",
                        "AUTOMATION_PARKED",
                        "AGENT_OVERRULED",
                        "NOT_AUTHORISED",
                        "ONLY_FOR_USERS",
                        "ILLEGAL_MOVE",
                        "PERMIT_NOT_APPLICABLE",
                        "WRONG_STATE",
                        "PRODUCT_NOT_ON_SALE",
                        "NO_SUCH_LINE",
                        "DUPLICATE_LINE",
                        "WRONG_CURRENCY",
                        "WRONG_UNIT",
                        "PRICE_OUT_OF_RANGE",
                        "QUOTE_TOO_LARGE",
                        "EMPTY_QUOTE",
                        "QUOTE_CHANGED",
                        "PRICES_OUTDATED",
                        "PRICES_UP_TO_DATE",
                        "NOT_ENOUGH_STOCK",
                        "HOLD_LOST",
                        "NOTHING_HELD",
                        "NO_HOLD_IN_STATE",
                        "NOTHING_TO_HOLD",
                        "DISCOUNT_NEEDS_APPROVAL",
                        "DISCOUNT_REFUSED",
                        "CANNOT_BE_LOWERED",
                        "NO_SUCH_DISCOUNT_REQUEST",
                        "GRANT_ABOVE_REQUEST",
                        "CLIENT_DATA_INCOMPLETE",
                        "DOCUMENT_ALREADY_EXISTS",
                        "NO_LIVE_DOCUMENT",
                        "DOCUMENT_VALUE_REFUSED",
                        "CONTROL_UNCHANGED",
                        "NOT_DUE",
                        "SESSION_ALIVE");
    }

    @ParameterizedTest
    @MethodSource("app.cerniq.domain.negotiation.Refusals#oneOfEach")
    void every_refusal_is_a_whole_sentence(NegotiationRefusal refusal) {
        assertThat(refusal.sentence()).matches("[A-Z].*[^. ]\\.");
    }

    @ParameterizedTest
    @MethodSource("app.cerniq.domain.negotiation.Refusals#oneOfEach")
    void every_refusal_says_what_was_given_and_what_would_be_accepted(NegotiationRefusal refusal) {
        assertThat(List.of(refusal.given(), refusal.accepted())).noneMatch(String::isBlank);
    }

    @Test
    void the_whole_answer_stands_in_one_line() {
        assertThat(new WrongState("change the quote", CLOSING, List.of(DISCOVERY, PROPOSAL)).describe())
                .isEqualTo("WRONG_STATE: It is not possible to change the quote in state CLOSING."
                        + " Given: CLOSING. Accepted: DISCOVERY, PROPOSAL.");
    }

    @Test
    void a_move_that_is_not_open_yet_names_what_is_missing() {
        var refusal = new IllegalMove(
                PROPOSAL,
                NEGOTIATION,
                List.of(new OpenMove(NEGOTIATION, List.of(MoveCondition.PRODUCT_CONFIRMED), "")));

        assertThat(refusal.sentence())
                .isEqualTo("The move from PROPOSAL to NEGOTIATION is not open yet:"
                        + " product_confirmed (every product of the current quote is confirmed against stock).");
    }

    @Test
    void a_move_that_is_closed_to_the_actor_says_why() {
        var refusal = new IllegalMove(PROPOSAL, NEGOTIATION, List.of(new OpenMove(NEGOTIATION, List.of(), PROMISE)));

        assertThat(refusal.sentence())
                .isEqualTo("The move from PROPOSAL to NEGOTIATION is closed to this actor: " + PROMISE);
    }

    @Test
    void a_move_that_nobody_knows_is_told_so() {
        var refusal = new IllegalMove(DISCOVERY, PAID, List.of(new OpenMove(PROPOSAL, List.of(), "")));

        assertThat(refusal.sentence()).isEqualTo("There is no move from DISCOVERY to PAID.");
    }

    @Test
    void the_moves_that_are_open_are_offered() {
        var refusal = new IllegalMove(
                PROPOSAL,
                PAID,
                List.of(
                        new OpenMove(DISCOVERY, List.of(), ""),
                        new OpenMove(NEGOTIATION, List.of(MoveCondition.PRODUCT_CONFIRMED), "")));

        assertThat(refusal.accepted()).isEqualTo("DISCOVERY, NEGOTIATION (missing: product_confirmed)");
    }

    @Test
    void from_the_end_of_the_road_nothing_is() {
        assertThat(new IllegalMove(PAID, DISCOVERY, List.of()).accepted()).isEqualTo("none: PAID is final");
    }

    @Test
    void an_unknown_line_is_answered_with_those_there_are() {
        assertThat(new NoSuchLine(WHEAT, List.of(new Sku("A"), new Sku("B"))).accepted())
                .isEqualTo("one of [A, B]");
    }

    @Test
    void in_an_empty_quote_there_is_none() {
        assertThat(new NoSuchLine(WHEAT, List.of()).accepted()).isEqualTo("nothing: the quote is empty");
    }

    @Test
    void an_unknown_request_is_answered_with_those_that_wait() {
        assertThat(new NoSuchDiscountRequest(Deals.TICKET, List.of(Deals.WAITING)).accepted())
                .isEqualTo("one of [" + Deals.WAITING + "]");
    }

    @Test
    void a_price_that_needs_an_approval_says_whose_and_why() {
        var refusal = new DiscountNeedsApproval(
                WHEAT, Percentage.of("20"), DiscountTier.MANAGER, List.of("20 % is above 15 %.", "A manager decides."));

        assertThat(refusal.sentence())
                .isEqualTo("The price of SEM-GRAU-01 needs an approval by tier MANAGER:"
                        + " 20 % is above 15 %. A manager decides.");
    }

    @Test
    void taking_over_twice_and_giving_back_too_early_are_told_apart() {
        assertThat(new ControlUnchanged(false))
                .extracting(NegotiationRefusal::sentence, NegotiationRefusal::given, NegotiationRefusal::accepted)
                .containsExactly("No human holds this deal.", "a hand-back", "a takeover");
    }

    @Test
    void a_move_is_ready_where_nothing_is_missing_or_forbidden() {
        var moves = List.of(
                new OpenMove(PROPOSAL, List.of(), ""),
                new OpenMove(PROPOSAL, List.of(MoveCondition.RESURRECTION), ""),
                new OpenMove(PROPOSAL, List.of(), PROMISE));

        assertThat(moves.stream().map(OpenMove::isReady)).containsExactly(true, false, false);
    }

    @Test
    void a_forbidden_move_reads_with_its_reason() {
        assertThat(new OpenMove(PROPOSAL, List.of(), PROMISE)).hasToString("PROPOSAL (" + PROMISE + ")");
    }
}

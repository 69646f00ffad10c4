package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.RemoveItem;
import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each wrong input is refused with the value and what would be accepted, and nothing is written. */
class BadInputTest {

    private final Desk desk = new Desk();

    @Test
    void an_unknown_tenant_is_told_apart_from_an_unknown_deal() {
        var nobody = new TenantId(desk.ids.next());
        var elsewhere = new NegotiationId(nobody, desk.id.value());
        var unknown = new NegotiationId(desk.tenant, desk.ids.next());

        assertThat(askOf(elsewhere)).isEqualTo(Either.left(new NegotiationRefusal.UnknownTenant(nobody)));
        assertThat(askOf(unknown)).isEqualTo(Either.left(new NegotiationRefusal.UnknownNegotiation(unknown)));
    }

    @Test
    void an_unknown_tenant_opens_nothing() {
        var nobody = new TenantId(desk.ids.next());

        var answer = desk.cerniq
                .negotiations()
                .open(nobody, People.AGENT, "k", OpenNegotiation.with(new LeadId(desk.ids.next()), Goods.COMPANY));

        assertThat(answer).isEqualTo(Either.left(new NegotiationRefusal.UnknownTenant(nobody)));
    }

    @Test
    void a_stale_version_is_refused_with_the_version_that_stands() {
        var old = desk.ask(People.AGENT);
        desk.adds(Goods.UREA, "1", "0");

        var answer = desk.cerniq.negotiations().addItem(old, Desk.adding(Goods.NOZZLE, "1", "0"));

        refusedAndUnchanged(answer, new NegotiationRefusal.StaleVersion(1, 2), 2);
    }

    @Test
    void a_repeat_under_the_same_key_has_no_second_effect() {
        var ask = desk.ask(People.AGENT);
        var first = desk.cerniq.negotiations().addItem(ask, Desk.adding(Goods.UREA, "1", "0"));

        var second = desk.cerniq.negotiations().addItem(ask, Desk.adding(Goods.UREA, "1", "0"));

        assertThat(second).isEqualTo(first);
        assertThat(desk.deal().version()).isEqualTo(2);
    }

    @Test
    void another_command_under_the_same_key_is_refused() {
        var ask = desk.ask(People.AGENT);
        desk.cerniq.negotiations().addItem(ask, Desk.adding(Goods.UREA, "1", "0"));

        var answer = desk.cerniq.negotiations().addItem(ask, Desk.adding(Goods.UREA, "2", "0"));

        refusedAndUnchanged(
                answer, new NegotiationRefusal.IdempotencyKeyReused(ask.key().value()), 2);
    }

    @Test
    void an_illegal_move_says_which_moves_are_open_and_what_is_missing() {
        desk.adds(Goods.UREA, "1", "0").to(NegotiationState.PROPOSAL);

        var answer = desk.moves(People.AGENT, NegotiationState.CLOSING);

        assertThat(answer.getLeft().describe())
                .contains("ILLEGAL_MOVE")
                .contains("There is no move from PROPOSAL to CLOSING.")
                .contains("DISCOVERY")
                .contains("NEGOTIATION (missing: product_confirmed)")
                .contains("DEAD");
        assertThat(desk.deal().version()).isEqualTo(3);
    }

    @Test
    void resurrection_is_a_command_of_its_own() {
        desk.to(NegotiationState.DEAD);

        var answer = desk.moves(People.REP, NegotiationState.DISCOVERY);

        assertThat(answer.getLeft().describe()).contains("resurrection");
    }

    @Test
    void a_lead_in_negotiation_cannot_be_opened_again() {
        var answer = desk.open(desk.lead, "again");

        assertThat(answer).isEqualTo(Either.left(new NegotiationRefusal.LeadAlreadyInNegotiation(desk.lead)));
    }

    @Test
    void a_product_that_is_not_on_sale_cannot_be_quoted() {
        var unknown = new Sku("NO-SUCH");

        var answer = desk.does(
                People.AGENT,
                (at, ask) -> at.addItem(
                        ask, new NegotiationCommand.AddItem(unknown, Quantity.of("1", Unit.PIECE), Percentage.ZERO)));

        refusedAndUnchanged(answer, new NegotiationRefusal.ProductNotOnSale(unknown, new NotOnSale.Unknown()), 1);
    }

    @Test
    void kilograms_do_not_buy_what_is_sold_by_the_tonne() {
        var kilograms = Quantity.of("500", Unit.KILOGRAM);

        var answer = desk.does(
                People.AGENT,
                (at, ask) ->
                        at.addItem(ask, new NegotiationCommand.AddItem(Goods.UREA.sku(), kilograms, Percentage.ZERO)));

        refusedAndUnchanged(answer, new NegotiationRefusal.WrongUnit(Goods.UREA.sku(), kilograms, "t"), 1);
    }

    @Test
    void a_line_that_is_not_there_cannot_be_removed() {
        var answer = desk.does(People.AGENT, (at, ask) -> at.removeItem(ask, new RemoveItem(Goods.UREA.sku())));

        refusedAndUnchanged(answer, new NegotiationRefusal.NoSuchLine(Goods.UREA.sku(), List.of()), 1);
    }

    @Test
    void a_discount_that_needs_a_manager_is_not_given_by_the_agent() {
        desk.adds(Goods.WHEAT_SEED, "10", "0");

        var answer = desk.does(People.AGENT, (at, ask) -> at.changeItem(ask, discounted("15.01")));

        assertThat(answer.getLeft())
                .isInstanceOfSatisfying(
                        NegotiationRefusal.DiscountNeedsApproval.class,
                        refusal -> assertThat(refusal.tier()).isEqualTo(DiscountTier.MANAGER));
        assertThat(desk.deal().version()).isEqualTo(2);
    }

    @Test
    void nobody_gives_more_than_the_maximum() {
        desk.adds(Goods.DRIP_TAPE, "10", "0");

        var answer = desk.does(
                People.CEO,
                (at, ask) -> at.changeItem(
                        ask,
                        new ChangeItem(Goods.DRIP_TAPE.sku(), Optional.empty(), Optional.of(Percentage.of("40.01")))));

        assertThat(answer.getLeft()).isInstanceOf(NegotiationRefusal.DiscountRefused.class);
    }

    @Test
    void a_price_below_cost_is_refused_even_within_the_bands() {
        desk.adds(Goods.UREA, "1", "0");

        // 2,400.00 less 26 % is 1,776.00, below the cost of 1,800.00
        var answer = desk.does(
                People.DIRECTOR,
                (at, ask) -> at.changeItem(
                        ask, new ChangeItem(Goods.UREA.sku(), Optional.empty(), Optional.of(Percentage.of("26")))));

        assertThat(answer.getLeft()).isInstanceOf(NegotiationRefusal.DiscountRefused.class);
    }

    @Test
    void a_reason_must_be_given() {
        assertThatThrownBy(() -> Advance.to(NegotiationState.DEAD, TransitionTrigger.USER_ACTION, "  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 500 characters");
    }

    @Test
    void an_engine_without_policies_is_not_built() {
        assertThatThrownBy(() -> Cerniq.builder().storage(desk.storage).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("policies");
    }

    private static ChangeItem discounted(String discount) {
        return new ChangeItem(Goods.WHEAT_SEED.sku(), Optional.empty(), Optional.of(Percentage.of(discount)));
    }

    private Either<NegotiationRefusal, Receipt> askOf(NegotiationId id) {
        return desk.cerniq
                .negotiations()
                .addItem(Ask.by(People.AGENT, id, 1, desk.ids.next().toString()), Desk.adding(Goods.UREA, "1", "0"));
    }

    private void refusedAndUnchanged(
            Either<NegotiationRefusal, Receipt> answer, NegotiationRefusal refusal, long version) {
        assertThat(answer).isEqualTo(Either.left(refusal));
        assertThat(desk.deal().version()).isEqualTo(version);
        assertThat(desk.storage.negotiations().history(desk.id)).hasSize((int) version);
    }
}

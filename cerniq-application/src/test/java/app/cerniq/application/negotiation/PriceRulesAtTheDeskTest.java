package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.DiscountQuote;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.MakeOffer;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.MarginStatus;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.RuleScope;
import app.cerniq.domain.pricing.RuleTerms;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What price rules, discounts and bargains make of a line, asked at the desk. */
class PriceRulesAtTheDeskTest {

    private final Desk desk = new Desk();

    @Test
    void a_volume_rule_gives_its_discount_without_anybody_asking() {
        lay(volume("10:5", "50:8"));

        desk.adds(Goods.WHEAT_SEED, "50", "0");

        assertThat(line().discount()).isEqualTo(Percentage.of("8"));
        assertThat(line().unitPrice()).isEqualTo(Money.ron("230.00"));
    }

    @Test
    void the_tier_follows_the_quantity_up_and_down() {
        lay(volume("10:5", "50:8"));
        desk.adds(Goods.WHEAT_SEED, "40", "0");

        desk.adds(Goods.WHEAT_SEED, "10", "0");
        var more = line().discount();
        changes("9");

        assertThat(more).isEqualTo(Percentage.of("8"));
        assertThat(line().discount()).isEqualTo(Percentage.ZERO);
    }

    @Test
    void what_the_seller_asked_for_comes_back_when_the_right_is_gone() {
        lay(volume("10:5"));
        desk.adds(Goods.WHEAT_SEED, "10", "3");
        var before = line().discount();

        changes("9");

        assertThat(before).isEqualTo(Percentage.of("5"));
        assertThat(line().discount()).isEqualTo(Percentage.of("3"));
    }

    @Test
    void an_entitled_discount_beyond_the_automatic_limit_needs_nobody() {
        lay(volume("40:20"));

        var receipt = desk.does(People.AGENT, (at, ask) -> at.addItem(ask, Desk.adding(Goods.WHEAT_SEED, "40", "0")));

        assertThat(receipt.get().rules()).extracting(RuleName::id).containsExactly("DISC-10", "ENT-07");
        assertThat(desk.deal().bargain().approvals()).isEmpty();
    }

    @Test
    void one_percent_more_than_the_right_needs_approval_of_the_whole() {
        lay(volume("40:20"));

        var refused = desk.does(People.AGENT, (at, ask) -> at.addItem(ask, Desk.adding(Goods.WHEAT_SEED, "40", "21")));

        assertThat(refused.getLeft())
                .isInstanceOfSatisfying(NegotiationRefusal.DiscountNeedsApproval.class, refusal -> {
                    assertThat(refusal.discount()).isEqualTo(Percentage.of("21"));
                    assertThat(refusal.tier()).isEqualTo(DiscountTier.MANAGER);
                });
    }

    @Test
    void a_stackable_rule_is_added_to_what_the_seller_gives() {
        lay(Rules.stackable(promotion("Fair", "2")));

        desk.adds(Goods.WHEAT_SEED, "1", "10");

        assertThat(line().discount()).isEqualTo(Percentage.of("12"));
    }

    @Test
    void a_customer_gets_the_discount_of_the_tier_that_the_host_gave() {
        lay(Rules.of(desk.ids, "Tiers", RuleTerms.ByCustomer.STANDARD));
        desk.cerniq.customerTiers().assign(desk.tenant, desk.lead, CustomerTier.GOLD);

        desk.adds(Goods.WHEAT_SEED, "1", "0");

        assertThat(line().discount()).isEqualTo(Percentage.of("10"));
    }

    @Test
    void a_customer_without_a_tier_gets_none() {
        lay(Rules.of(desk.ids, "Tiers", RuleTerms.ByCustomer.STANDARD));

        desk.adds(Goods.WHEAT_SEED, "1", "0");

        assertThat(line().discount()).isEqualTo(Percentage.ZERO);
    }

    @Test
    void no_rule_reaches_below_the_floor() {
        lay(volume("1:40"));

        desk.adds(Goods.WHEAT_SEED, "1", "0");

        assertThat(line().unitPrice()).isEqualTo(Goods.WHEAT_SEED.floorPrice());
    }

    @Test
    void no_rule_takes_more_than_the_least_margin_leaves() {
        lay(volume("1:40"));
        lay(Rules.of(desk.ids, "Margins", new RuleTerms.Margins(bands("30", "35"))));

        desk.adds(Goods.DRIP_TAPE, "1", "0"); // cost 5.00, so at least 7.15

        assertThat(line(Goods.DRIP_TAPE).unitPrice()).isEqualTo(Money.ron("7.15"));
    }

    @Test
    void limits_of_a_product_stand_instead_of_the_tenants() {
        lay(Rules.of(
                desk.ids,
                "Wheat",
                new RuleScope.Product(Goods.WHEAT_SEED.sku()),
                new RuleTerms.Limits(Percentage.of("5"), Percentage.of("6"), Percentage.of("7"))));

        var refused = desk.does(People.AGENT, (at, ask) -> at.addItem(ask, Desk.adding(Goods.WHEAT_SEED, "1", "6")));

        assertThat(refused.getLeft()).isInstanceOf(NegotiationRefusal.DiscountNeedsApproval.class);
        desk.adds(Goods.DRIP_TAPE, "1", "6");
    }

    @Test
    void a_discount_that_leaves_too_little_needs_a_manager() {
        lay(Rules.of(desk.ids, "Margins", new RuleTerms.Margins(bands("30", "35"))));

        var refused = desk.does(People.AGENT, (at, ask) -> at.addItem(ask, Desk.adding(Goods.UREA, "1", "1")));

        assertThat(refused.getLeft())
                .isInstanceOfSatisfying(
                        NegotiationRefusal.DiscountNeedsApproval.class,
                        refusal -> assertThat(refusal.because())
                                .containsExactly("Where less than the least margin is left even a small discount"
                                        + " needs a manager."));
    }

    @Test
    void a_discount_on_the_quote_reaches_every_line_and_those_that_come_later() {
        desk.adds(Goods.WHEAT_SEED, "40", "10");

        discountsQuote("5");
        desk.adds(Goods.DRIP_TAPE, "100", "0");

        assertThat(line().discount()).isEqualTo(Percentage.of("14.5"));
        assertThat(line().unitPrice()).isEqualTo(Money.ron("213.75"));
        assertThat(line(Goods.DRIP_TAPE).discount()).isEqualTo(Percentage.of("5"));
        assertThat(desk.deal().bargain().onQuote()).isEqualTo(Percentage.of("5"));
    }

    @Test
    void a_discount_on_the_quote_can_be_taken_back() {
        desk.adds(Goods.WHEAT_SEED, "40", "10");
        var before = desk.quote();

        discountsQuote("5");
        discountsQuote("0");

        assertThat(desk.quote()).isEqualTo(before);
    }

    @Test
    void a_discount_on_the_quote_beyond_the_limit_needs_approval() {
        desk.adds(Goods.WHEAT_SEED, "40", "10");

        var refused = desk.does(People.AGENT, (at, ask) -> at.discountQuote(ask, quoteDiscount("6")));

        assertThat(refused.getLeft())
                .isInstanceOfSatisfying(
                        NegotiationRefusal.DiscountNeedsApproval.class,
                        refusal -> assertThat(refusal.discount()).isEqualTo(Percentage.of("15.4")));
    }

    @Test
    void an_empty_quote_has_nothing_to_discount() {
        var refused = desk.does(People.AGENT, (at, ask) -> at.discountQuote(ask, quoteDiscount("5")));

        assertThat(refused.getLeft()).isEqualTo(new NegotiationRefusal.EmptyQuote("discount the quote"));
    }

    @Test
    void nobody_decides_any_more_on_lines_that_a_discount_on_the_quote_has_changed() {
        desk.toNegotiation();
        desk.must(
                People.AGENT,
                (at, ask) -> at.requestDiscount(ask, new RequestDiscount(List.of(wanting("25")), "a large order")));

        discountsQuote("2");

        assertThat(desk.deal().bargain().requests()).isEmpty();
    }

    @Test
    void a_bargained_price_stands_against_a_discount_on_the_quote() {
        desk.toNegotiation();
        offers("215.00");

        discountsQuote("5");

        assertThat(line().unitPrice()).isEqualTo(Money.ron("215.00"));
    }

    @Test
    void nobody_bargains_himself_above_what_he_is_entitled_to() {
        lay(volume("40:12"));
        desk.toNegotiation();

        offers("230.00");

        assertThat(line().unitPrice()).isEqualTo(Money.ron("220.00"));
    }

    @Test
    void a_granted_discount_that_was_lowered_keeps_what_the_rules_give() {
        lay(volume("40:8"));
        desk.toNegotiation();
        discountsQuote("2");
        var request = desk.does(
                        People.AGENT,
                        (at, ask) ->
                                at.requestDiscount(ask, new RequestDiscount(List.of(wanting("25")), "a large order")))
                .get()
                .waiting()
                .orElseThrow();

        desk.must(
                People.MANAGER,
                (at, ask) ->
                        at.grantDiscount(ask, new GrantDiscount(request, Optional.of(Percentage.of("20")), "so much")));

        assertThat(line().discount()).isLessThanOrEqualTo(Percentage.of("20"));
        assertThat(line().asked()).isEqualTo(Percentage.of("18.36"));
        assertThat(line().entitled()).isEqualTo(Percentage.of("8"));
    }

    @Test
    void nothing_is_lowered_below_what_the_rules_give() {
        lay(volume("40:12"));
        desk.toNegotiation();
        var request = desk.does(
                        People.AGENT,
                        (at, ask) ->
                                at.requestDiscount(ask, new RequestDiscount(List.of(wanting("25")), "a large order")))
                .get()
                .waiting()
                .orElseThrow();

        var refused = desk.does(
                People.MANAGER,
                (at, ask) ->
                        at.grantDiscount(ask, new GrantDiscount(request, Optional.of(Percentage.of("11")), "so much")));

        assertThat(refused.getLeft())
                .isEqualTo(new NegotiationRefusal.CannotBeLowered(
                        Goods.WHEAT_SEED.sku(), Percentage.of("11"), Percentage.of("12")));
    }

    @Test
    void a_line_that_stands_keeps_its_price_when_the_rules_change() {
        var rule = lay(volume("10:5"));
        desk.adds(Goods.WHEAT_SEED, "40", "0");
        var before = line();

        desk.cerniq.priceRules().retire(desk.tenant, rule.id());
        desk.adds(Goods.DRIP_TAPE, "1", "0");

        assertThat(line()).isEqualTo(before);
    }

    @Test
    void a_price_explains_itself() {
        lay(volume("40:5"));
        desk.adds(Goods.WHEAT_SEED, "40", "7.33");
        discountsQuote("2");

        assertThat(desk.cerniq
                        .negotiations()
                        .explain(desk.id, Goods.WHEAT_SEED.sku())
                        .get())
                .containsExactly(
                        "The list price is 250.00 RON (list standard, version 1).",
                        "The rule \"Volume\" (version 1) gives 5 %: 237.50 RON.",
                        "The seller gives 7.33 %, of which 2.33 % of the list price counts here: 231.675 RON.",
                        "The whole quote has a discount of 2 %: 227.0415 RON.",
                        "Rounded half up to the smallest coin: 227.04 RON.");
    }

    @Test
    void a_product_that_is_not_quoted_has_no_price_to_explain() {
        assertThat(desk.cerniq.negotiations().explain(desk.id, Goods.UREA.sku()).getLeft())
                .isEqualTo(new NegotiationRefusal.NoSuchLine(Goods.UREA.sku(), List.of()));
    }

    @Test
    void margins_are_told_by_line_and_for_the_whole_as_far_as_costs_are_known() {
        desk.adds(Goods.WHEAT_SEED, "1", "15").adds(Goods.NOZZLE, "1", "0");

        var margins = desk.cerniq.negotiations().margins(desk.id).get();

        assertThat(margins.lines())
                .extracting(QuoteMargins.OfLine::estimate)
                .extracting(estimate -> estimate.map(QuoteMargins.Estimate::status))
                .containsExactly(Optional.of(MarginStatus.OK), Optional.empty());
        assertThat(margins.whole()).isEmpty();
        assertThat(margins.hasLoss()).isFalse();
    }

    @Test
    void a_margin_is_read_under_the_bands_of_the_tenant() {
        lay(Rules.of(desk.ids, "Margins", new RuleTerms.Margins(bands("26", "30"))));

        desk.adds(Goods.UREA, "1", "0"); // 25 %

        assertThat(desk.cerniq.negotiations().margins(desk.id).get().whole().map(QuoteMargins.Estimate::status))
                .contains(MarginStatus.CRITICAL);
    }

    @Test
    void two_quantities_whose_sum_no_quantity_holds_are_refused() {
        var most =
                new AddItem(Goods.DRIP_TAPE.sku(), Quantity.of("999999999", Goods.DRIP_TAPE.unit()), Percentage.ZERO);
        desk.must(People.AGENT, (at, ask) -> at.addItem(ask, most));

        var refused = desk.does(People.AGENT, (at, ask) -> at.addItem(ask, most));

        assertThat(refused.getLeft()).isInstanceOf(NegotiationRefusal.QuoteTooLarge.class);
    }

    private QuoteLine line() {
        return line(Goods.WHEAT_SEED);
    }

    private QuoteLine line(PricedOffering offering) {
        Sku sku = offering.sku();
        return desk.deal().bargain().quote().flatMap(quote -> quote.line(sku)).orElseThrow();
    }

    private PriceRule lay(PriceRule rule) {
        return desk.cerniq
                .priceRules()
                .put(desk.tenant, rule)
                .getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
    }

    private PriceRule volume(String... tiers) {
        return Rules.of(desk.ids, "Volume", RuleTerms.Volume.of(tiers));
    }

    private PriceRule promotion(String name, String discount) {
        return Rules.of(desk.ids, name, new RuleTerms.Promotion(Percentage.of(discount)));
    }

    private static MarginBands bands(String least, String warning) {
        return new MarginBands(Percentage.of(least), Percentage.of(warning));
    }

    private void changes(String quantity) {
        desk.must(
                People.AGENT,
                (at, ask) -> at.changeItem(
                        ask,
                        new ChangeItem(
                                Goods.WHEAT_SEED.sku(),
                                Optional.of(Quantity.of(quantity, Goods.WHEAT_SEED.unit())),
                                Optional.empty())));
    }

    private void discountsQuote(String discount) {
        desk.must(People.AGENT, (at, ask) -> at.discountQuote(ask, quoteDiscount(discount)));
    }

    private static DiscountQuote quoteDiscount(String discount) {
        return new DiscountQuote(Percentage.of(discount));
    }

    private void offers(String price) {
        var term = new CounterOffer.Term(Goods.WHEAT_SEED.sku(), Money.ron(price), Optional.empty());
        desk.must(
                People.AGENT,
                (at, ask) -> at.makeOffer(
                        ask, new MakeOffer(CounterOffer.Side.SELLER, desk.quote(), List.of(term), "a message")));
    }

    private static RequestDiscount.Wanted wanting(String discount) {
        return new RequestDiscount.Wanted(Goods.WHEAT_SEED.sku(), Percentage.of(discount));
    }
}

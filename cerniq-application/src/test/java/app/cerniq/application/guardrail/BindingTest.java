package app.cerniq.application.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.Desk;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.Binding;
import app.cerniq.domain.guardrail.Binding.Bound;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Claim.Stance;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.Claim.Vat;
import app.cerniq.domain.guardrail.Evidence;
import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.SalesTerms.Days;
import app.cerniq.domain.guardrail.Situation;
import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.testkit.fixture.Goods;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Claims made by hand against a quote of 20 t of urea at 2,280.00 (5 % of 2,400.00) and 40 bags of wheat seed at 225.00
 * (10 % of 250.00): 45,600.00 and 9,000.00 net, 54,600.00 together, 60,606.00 with 11 % VAT.
 */
class BindingTest {

    private static final Sku UREA = Goods.UREA.sku();
    private static final Sku SEED = Goods.WHEAT_SEED.sku();
    private static final Span HERE = new Span(0, 4);
    private static final String TEXT = "text without any word of consent";

    private static final Situation SITUATION = situation();

    private static Situation situation() {
        var desk = new Desk();
        desk.adds(Goods.UREA, "20", "5").adds(Goods.WHEAT_SEED, "40", "10");
        var none = SalesTerms.NONE;
        var terms = new SalesTerms(
                3,
                Optional.of(new Days(3, 5, false)),
                Optional.of(Days.of(30)),
                none.warranty(),
                Optional.of(Days.of(14)),
                Optional.of(Percentage.of("25")),
                Optional.of(Money.ron("5000.00")),
                none.competitors(),
                none.forbidden(),
                none.competitorSeverity(),
                none.concessionBudget(),
                none.cui(),
                none.account());
        return new Situation(
                desk.deal(),
                List.of(),
                Map.of(UREA, Goods.UREA, SEED, Goods.WHEAT_SEED, Goods.NOZZLE.sku(), Goods.NOZZLE),
                Goods.positions(Goods.plenty()),
                terms,
                desk.clock.instant(),
                ExaminingText.ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2280.00, PRICE, TONNE, EXCLUDED, true",
        "2280.00, PRICE, TONNE, UNSTATED, true",
        "2280.00, PRICE, TONNE, INCLUDED, false",
        "2530.80, PRICE, TONNE, INCLUDED, true",
        "2530.80, PRICE, TONNE, UNSTATED, false",
        "2530.80, PRICE, TONNE, EXCLUDED, false",
        "2.28, PRICE, KILOGRAM, EXCLUDED, true",
        "2280.00, PRICE, KILOGRAM, EXCLUDED, false",
        "2280.00, PRICE, BAG, EXCLUDED, false",
        "2280.01, PRICE, TONNE, EXCLUDED, false",
        "2279.99, PRICE, TONNE, EXCLUDED, false",
        "2300.00, PRICE, TONNE, EXCLUDED, false",
        "2400.00, PRICE, TONNE, EXCLUDED, true",
        "225.00, PRICE, TONNE, EXCLUDED, false",
        "120.00, DISCOUNT, TONNE, EXCLUDED, true",
        "2400.00, DISCOUNT, , UNSTATED, true",
        "45600.00, TOTAL, , EXCLUDED, true",
        "50616.00, TOTAL, , INCLUDED, true",
        "50616.00, TOTAL, , EXCLUDED, false",
        "45600.00, TOTAL, , INCLUDED, false",
        "54600.00, TOTAL, , EXCLUDED, true",
        "45601.00, TOTAL, , EXCLUDED, false",
        "5016.00, VAT, , UNSTATED, true",
        "45600.00, PRICE, , EXCLUDED, false",
        "45600.00, UNSTATED, , UNSTATED, true",
        "9000.00, UNSTATED, , UNSTATED, false"
    })
    void an_amount_about_urea(String money, Use use, Unit per, Vat vat, boolean isBound) {
        var claim = new Claim.Amount(HERE, Set.of(UREA), Money.ron(money), use, Optional.ofNullable(per), vat);

        assertThat(bind(claim).isBound()).isEqualTo(isBound);
    }

    @Test
    void the_right_price_in_another_currency_is_wrong() {
        var euro = new Money(new BigDecimal("2280.00"), Currency.getInstance("EUR"));

        assertThat(bind(new Claim.Amount(HERE, Set.of(UREA), euro, Use.PRICE, Optional.of(Unit.TONNE), Vat.EXCLUDED))
                        .isBound())
                .isFalse();
    }

    @Test
    void a_price_that_may_mean_two_goods_must_be_that_of_both() {
        var claim = new Claim.Amount(
                HERE, Set.of(UREA, SEED), Money.ron("2280.00"), Use.PRICE, Optional.empty(), Vat.EXCLUDED);

        assertThat(bind(claim).isBound()).isFalse();
    }

    @Test
    void of_goods_that_share_a_name_those_that_are_quoted_are_meant() {
        var claim = new Claim.Amount(
                HERE,
                Set.of(UREA, Goods.NOZZLE.sku()),
                Money.ron("2280.00"),
                Use.PRICE,
                Optional.empty(),
                Vat.EXCLUDED);

        assertThat(bind(claim).isBound()).isTrue();
    }

    @Test
    void of_goods_that_are_not_quoted_the_list_price_is_true() {
        var claim = new Claim.Amount(
                HERE, Set.of(Goods.NOZZLE.sku()), Money.ron("90.00"), Use.PRICE, Optional.empty(), Vat.UNSTATED);

        assertThat(bind(claim).evidence())
                .hasValueSatisfying(evidence -> assertThat(evidence.row().key()).isEqualTo("ECH-DUZA-03"));
    }

    @Test
    void a_wrong_price_comes_with_the_right_one_of_the_same_kind() {
        var wrong = new Claim.Amount(
                HERE, Set.of(UREA), Money.ron("2500.00"), Use.PRICE, Optional.of(Unit.TONNE), Vat.INCLUDED);

        assertThat(bind(wrong).instead())
                .hasValueSatisfying(instead ->
                        assertThat(((Evidence.Worth) instead).money()).isEqualTo(Money.ron("2530.80")));
    }

    @ParameterizedTest
    @CsvSource({
        "5, DISCOUNT, true",
        "10, DISCOUNT, false",
        "5.01, DISCOUNT, false",
        "11, VAT, true",
        "21, VAT, false",
        "25, ADVANCE, true",
        "24, ADVANCE, false",
        "5, UNSTATED, true",
        "5, VAT, false"
    })
    void a_share_about_urea(String percent, Use use, boolean isBound) {
        assertThat(bind(new Claim.Share(HERE, Set.of(UREA), Percentage.of(percent), use))
                        .isBound())
                .isEqualTo(isBound);
    }

    @ParameterizedTest
    @CsvSource({"20, TONNE, true", "20000, KILOGRAM, true", "19, TONNE, false", "40, BAG, false", "20, BAG, false"})
    void a_quantity_of_urea(String value, Unit unit, boolean isBound) {
        assertThat(bind(new Claim.Goods(HERE, Set.of(UREA), Quantity.of(value, unit)))
                        .isBound())
                .isEqualTo(isBound);
    }

    @ParameterizedTest
    @CsvSource({
        "500.5, IN_STOCK, true",
        "100, IN_STOCK, true",
        "500.501, IN_STOCK, false",
        "500.5, LIMITED, true",
        "100, LIMITED, false",
        "100, OUT_OF_STOCK, false"
    })
    void a_quantity_of_urea_that_is_said_to_be_there(String value, Stance stance, boolean isBound) {
        var goods = new Claim.Goods(HERE, Set.of(UREA), Quantity.of(value, Unit.TONNE));
        var stock = new Claim.Availability(new Span(5, 7), Set.of(UREA), stance);

        var bound = Binding.of(TEXT, List.of(goods, stock), SITUATION);

        assertThat(bound.get(0).isBound()).isEqualTo(isBound);
    }

    @ParameterizedTest
    @CsvSource({"IN_STOCK, true", "LIMITED, false", "ON_ORDER, false", "OUT_OF_STOCK, false"})
    void a_word_about_plenty(Stance stance, boolean isBound) {
        assertThat(bind(new Claim.Availability(HERE, Set.of(UREA), stance)).isBound())
                .isEqualTo(isBound);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 5, DELIVERY, false, true",
        "5, 5, DELIVERY, false, true",
        "3, 3, DELIVERY, false, false",
        "4, 5, DELIVERY, false, false",
        "3, 5, DELIVERY, true, false",
        "30, 30, PAYMENT, false, true",
        "30, 30, DELIVERY, false, false",
        "30, 30, UNSTATED, false, true",
        "60, 60, PAYMENT, false, false",
        "365, 365, WARRANTY, false, false"
    })
    void a_time(int least, int most, Use use, boolean working, boolean isBound) {
        var claim = new Claim.Term(HERE, Set.of(), BigDecimal.valueOf(least), BigDecimal.valueOf(most), working, use);

        assertThat(bind(claim).isBound()).isEqualTo(isBound);
    }

    /** Today is the second of March 2026. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02, UNSTATED, true",
        "2026-03-02, DELIVERY, false",
        "2026-03-07, DELIVERY, true",
        "2026-03-06, DELIVERY, false",
        "2026-03-16, VALIDITY, true",
        "2026-04-01, PAYMENT, true",
        "2026-05-01, UNSTATED, false"
    })
    void a_day(LocalDate date, Use use, boolean isBound) {
        assertThat(bind(new Claim.Day(HERE, Set.of(), date, use)).isBound()).isEqualTo(isBound);
    }

    @Test
    void free_delivery_is_true_above_the_amount_and_never_anywhere() {
        var free = new Claim.Phrase(HERE, Claim.PhraseKind.FREE_DELIVERY_ANYWHERE, "transport gratuit");
        var anywhere = new Claim.Phrase(HERE, Claim.PhraseKind.FREE_DELIVERY_ANYWHERE, "transport gratuit oriunde");

        assertThat(bind(free).isBound()).isTrue();
        assertThat(bind(anywhere).isBound()).isFalse();
    }

    @Test
    void what_nobody_understood_or_knows_never_binds() {
        assertThat(bind(new Claim.Unread(HERE, "2280")).isBound()).isFalse();
        assertThat(bind(new Claim.UnknownProduct(HERE, "ING-UREE-47")).isBound())
                .isFalse();
        assertThat(bind(new Claim.Product(HERE, Set.of(new Sku("NOT-SOLD")))).isBound())
                .isFalse();
        assertThat(bind(new Claim.Product(HERE, Set.of(UREA))).isBound()).isTrue();
    }

    @Property(tries = 500)
    void only_the_two_true_prices_of_urea_bind(@ForAll @LongRange(min = 1, max = 1_000_000) long coins) {
        var money = new Money(BigDecimal.valueOf(coins, 2), Money.RON);
        var claim = new Claim.Amount(HERE, Set.of(UREA), money, Use.PRICE, Optional.of(Unit.TONNE), Vat.EXCLUDED);

        assertThat(bind(claim).isBound()).isEqualTo(coins == 228_000 || coins == 240_000);
    }

    private static Bound bind(Claim claim) {
        return Binding.of(TEXT, List.of(claim), SITUATION).get(0);
    }
}

package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.pricing.PriceRuleRefusal;
import app.cerniq.domain.pricing.RuleScope;
import app.cerniq.domain.pricing.RuleTerms;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.UnknownTenantException;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Rules;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.pricing.PriceRules} must do. */
public interface PriceRulesContract extends StorageContract {

    /** The first day of spring, and the first of summer. */
    Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");

    Instant SUMMER = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    default void a_rule_of_every_kind_and_scope_comes_back_as_it_was_put() {
        var tenant = tenant();
        var urea = new RuleScope.Product(Goods.UREA.sku());
        var seeds = new RuleScope.Category("seeds");
        var rules = List.of(
                Rules.of(ids(), "Volume", urea, RuleTerms.Volume.of("2.5:1", "10:5.25")),
                Rules.stackable(Rules.of(ids(), "Tiers", seeds, RuleTerms.ByCustomer.STANDARD)),
                Rules.during(SPRING, SUMMER, promotion("Spring", "7.5")),
                Rules.withPriority(-3, Rules.of(ids(), "Limits", urea, limits("5", "10", "20"))),
                Rules.of(ids(), "Margins", new RuleTerms.Margins(MarginBands.STANDARD)));

        rules.forEach(rule -> put(tenant, rule));

        assertThat(storage().priceRules().list(tenant)).containsExactlyElementsOf(rules);
    }

    @Test
    default void the_next_version_takes_the_place_of_the_one_before() {
        var tenant = tenant();
        var first = put(tenant, promotion("Spring", "5"));

        var second = put(tenant, Rules.next(first, new RuleTerms.Promotion(Percentage.of("6"))));

        assertThat(storage().priceRules().list(tenant)).containsExactly(second);
        assertThat(inForce(tenant, SPRING)).containsExactly(second);
    }

    @Test
    default void a_version_that_does_not_follow_is_refused() {
        var tenant = tenant();
        var first = put(tenant, promotion("Spring", "5"));

        assertThat(storage().priceRules().put(tenant, first).getLeft())
                .isEqualTo(new PriceRuleRefusal.RuleChanged(first.id(), 1, 2));
    }

    @Test
    default void a_first_version_is_version_one() {
        var rule = promotion("Spring", "5");
        var second = Rules.next(rule, rule.terms());

        assertThat(storage().priceRules().put(tenant(), second).getLeft())
                .isEqualTo(new PriceRuleRefusal.RuleChanged(rule.id(), 2, 1));
    }

    @Test
    default void two_rules_that_nothing_tells_apart_are_refused() {
        var tenant = tenant();
        var one = put(tenant, promotion("Spring", "5"));
        var other = promotion("Easter", "6");

        assertThat(storage().priceRules().put(tenant, other).getLeft())
                .isEqualTo(new PriceRuleRefusal.AmbiguousRule(other, one));
        assertThat(storage().priceRules().list(tenant)).containsExactly(one);
    }

    @Test
    default void of_two_that_race_one_is_refused() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (var round = 0; round < 10; round++) {
                var tenant = tenant();
                List<Callable<Either<PriceRuleRefusal, PriceRule>>> both =
                        List.of(racing(tenant, promotion("Spring", "5")), racing(tenant, promotion("Easter", "6")));

                var answers = new ArrayList<Either<PriceRuleRefusal, PriceRule>>();
                for (var answer : threads.invokeAll(both)) {
                    answers.add(answer.get());
                }

                assertThat(answers.stream().filter(Either::isRight)).hasSize(1);
                assertThat(storage().priceRules().list(tenant)).hasSize(1);
            }
        } finally {
            threads.shutdown();
        }
    }

    private Callable<Either<PriceRuleRefusal, PriceRule>> racing(TenantId tenant, PriceRule rule) {
        return () -> storage().priceRules().put(tenant, rule);
    }

    @Test
    default void priority_kind_scope_and_stacking_tell_rules_apart() {
        var tenant = tenant();
        put(tenant, promotion("Spring", "5"));
        put(tenant, Rules.withPriority(1, promotion("Easter", "6")));
        put(tenant, Rules.stackable(promotion("Fair", "1")));
        put(tenant, Rules.of(ids(), "Volume", RuleTerms.Volume.STANDARD));
        put(
                tenant,
                Rules.of(
                        ids(),
                        "Urea",
                        new RuleScope.Product(Goods.UREA.sku()),
                        promotion("", "2").terms()));

        assertThat(storage().priceRules().list(tenant)).hasSize(5);
    }

    @Test
    default void one_rule_may_begin_where_another_ends() {
        var tenant = tenant();
        var spring = put(tenant, Rules.during(Rules.LONG_AGO, SUMMER, promotion("Spring", "5")));
        var summer = put(tenant, Rules.during(SUMMER, SUMMER.plusSeconds(1), promotion("Summer", "6")));

        assertThat(inForce(tenant, SUMMER.minusSeconds(1))).containsExactly(spring);
        assertThat(inForce(tenant, SUMMER)).containsExactly(summer);
        assertThat(inForce(tenant, SUMMER.plusSeconds(1))).isEmpty();
    }

    @Test
    default void a_retired_rule_stays_readable_and_holds_no_longer() {
        var tenant = tenant();
        var rule = put(tenant, promotion("Spring", "5"));

        storage().priceRules().retire(tenant, rule.id());

        assertThat(storage().priceRules().list(tenant)).containsExactly(rule.retire());
        assertThat(inForce(tenant, SPRING)).isEmpty();
    }

    @Test
    default void a_retired_rule_leaves_room_for_another() {
        var tenant = tenant();
        storage()
                .priceRules()
                .retire(tenant, put(tenant, promotion("Spring", "5")).id());

        var other = put(tenant, promotion("Easter", "6"));

        assertThat(inForce(tenant, SPRING)).containsExactly(other);
    }

    @Test
    default void a_rule_is_retired_once() {
        var tenant = tenant();
        var rule = put(tenant, promotion("Spring", "5"));
        storage().priceRules().retire(tenant, rule.id());

        assertThat(storage().priceRules().retire(tenant, rule.id()).getLeft())
                .isEqualTo(new PriceRuleRefusal.NoSuchRule(rule.id()));
    }

    @Test
    default void a_rule_that_is_not_there_cannot_be_retired() {
        var unknown = new PriceRuleId(ids().next());

        assertThat(storage().priceRules().retire(tenant(), unknown).getLeft())
                .isEqualTo(new PriceRuleRefusal.NoSuchRule(unknown));
    }

    @Test
    default void a_rule_for_one_product_is_not_for_another() {
        var tenant = tenant();
        var forAll = put(tenant, Rules.of(ids(), "Volume", RuleTerms.Volume.STANDARD));
        var urea = new RuleScope.Product(Goods.UREA.sku());
        var forUrea = put(tenant, Rules.of(ids(), "Urea", urea, RuleTerms.Volume.PREMIUM));

        assertThat(storage().priceRules().inForce(tenant, List.of(Goods.UREA.sku(), Goods.NOZZLE.sku()), SPRING))
                .isEqualTo(Map.of(
                        Goods.UREA.sku(), List.of(forAll, forUrea),
                        Goods.NOZZLE.sku(), List.of(forAll)));
    }

    @Test
    default void a_product_of_no_category_comes_under_no_rule_for_one() {
        var tenant = tenant();
        put(tenant, Rules.of(ids(), "Seeds", new RuleScope.Category("seeds"), RuleTerms.Volume.STANDARD));

        assertThat(inForce(tenant, SPRING)).isEmpty();
    }

    @Test
    default void of_no_product_nothing_is_found() {
        assertThat(storage().priceRules().inForce(tenant(), List.of(), SPRING)).isEmpty();
    }

    @Test
    default void the_rules_of_another_tenant_are_not_seen() {
        put(tenant(), promotion("Spring", "5"));
        var other = tenant();

        assertThat(storage().priceRules().list(other)).isEmpty();
        assertThat(inForce(other, SPRING)).isEmpty();
    }

    @Test
    default void an_unknown_tenant_lays_nothing_down() {
        var nobody = new TenantId(ids().next());
        var rule = promotion("Spring", "5");

        assertThatThrownBy(() -> storage().priceRules().put(nobody, rule)).isInstanceOf(UnknownTenantException.class);
    }

    private PriceRule promotion(String name, String discount) {
        return Rules.of(ids(), name.isEmpty() ? "A promotion" : name, new RuleTerms.Promotion(Percentage.of(discount)));
    }

    private static RuleTerms limits(String automatic, String manager, String maximum) {
        return new RuleTerms.Limits(Percentage.of(automatic), Percentage.of(manager), Percentage.of(maximum));
    }

    private PriceRule put(TenantId tenant, PriceRule rule) {
        return storage()
                .priceRules()
                .put(tenant, rule)
                .getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
    }

    private List<PriceRule> inForce(TenantId tenant, Instant at) {
        Sku sku = Goods.WHEAT_SEED.sku();
        return storage().priceRules().inForce(tenant, List.of(sku), at).getOrDefault(sku, List.of());
    }
}

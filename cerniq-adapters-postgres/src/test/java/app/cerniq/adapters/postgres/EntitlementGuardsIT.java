package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.pricing.Entitlement;
import app.cerniq.domain.pricing.LineTerms;
import app.cerniq.domain.pricing.OutdatedPrice;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.RuleScope;
import app.cerniq.domain.pricing.RuleTerms;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.Rules;
import app.cerniq.testkit.time.CountedIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** I4 in the database where price rules give a discount: it asks the rules itself and takes nobody's word. */
class EntitlementGuardsIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final String NO_APPROVAL = "a price beyond the automatic limit has an approval";

    private static TestDatabase database;
    private static PostgresStorage storage;

    private TenantId tenant;
    private Play play;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.runtime());
    }

    @BeforeEach
    void open() {
        tenant = new TenantId(IDS.next());
        storage.tenants().setUp(tenant, "A tenant");
        play = Play.open(storage.negotiations(), IDS, tenant);
    }

    @Test
    void what_a_volume_rule_gives_needs_no_approval() {
        var rule = put(volume("40:20"));

        play.quote(claiming(rule, "20"));

        assertThat(storage.negotiations().find(play.deal().id())).contains(play.deal());
    }

    @Test
    void below_the_tier_the_rule_is_no_excuse() {
        var rule = put(volume("41:20"));

        assertRefused(NO_APPROVAL, claiming(rule, "20"));
    }

    @Test
    void a_rule_that_nobody_laid_down_is_no_excuse() {
        assertRefused(NO_APPROVAL, claiming(volume("40:20"), "20"));
    }

    @Test
    void a_rule_gives_what_it_gives_and_no_more() {
        var rule = put(volume("40:20"));

        assertRefused(NO_APPROVAL, claiming(rule, "20.01"));
    }

    @Test
    void a_rule_that_was_retired_is_no_excuse() {
        var rule = put(volume("40:20"));
        storage.priceRules().retire(tenant, rule.id());

        assertRefused(NO_APPROVAL, claiming(rule, "20"));
    }

    @Test
    void a_rule_for_another_time_is_no_excuse() {
        var rule = put(Rules.during(Rules.LONG_AGO, Play.MORNING, volume("40:20")));

        assertRefused(NO_APPROVAL, claiming(rule, "20"));
    }

    @Test
    void a_rule_for_another_product_is_no_excuse() {
        var urea = new RuleScope.Product(Goods.UREA.sku());
        var rule = put(Rules.of(IDS, "Volume", urea, RuleTerms.Volume.of("40:20")));

        assertRefused(NO_APPROVAL, claiming(rule, "20"));
    }

    @Test
    void the_more_specific_rule_speaks() {
        var general = put(volume("40:20"));
        var wheat = new RuleScope.Product(Goods.WHEAT_SEED.sku());
        put(Rules.of(IDS, "Wheat", wheat, RuleTerms.Volume.of("100:25")));

        assertRefused(NO_APPROVAL, claiming(general, "20"));
    }

    @Test
    void of_two_kinds_the_larger_counts_and_stackable_ones_are_added() {
        put(volume("40:15"));
        var promotion = put(Rules.of(IDS, "Spring", new RuleTerms.Promotion(Percentage.of("18"))));
        put(Rules.stackable(Rules.of(IDS, "Fair", new RuleTerms.Promotion(Percentage.of("2")))));

        assertRefused(NO_APPROVAL, claiming(promotion, "20.01"));
        play.quote(claiming(promotion, "20"));
    }

    @Test
    void a_customer_tier_is_what_the_host_gave() {
        var rule = put(Rules.of(IDS, "Tiers", new RuleTerms.ByCustomer(tiers())));
        assertRefused(NO_APPROVAL, claiming(rule, "20"));

        storage.customerTiers().assign(tenant, play.deal().lead(), CustomerTier.GOLD);

        play.quote(claiming(rule, "20"));
    }

    @Test
    void no_rule_reaches_below_the_floor() {
        var rule = put(volume("40:30"));

        assertRefused(NO_APPROVAL, claiming(rule, "28.01")); // 179.98, the floor is 180.00
    }

    @Test
    void limits_of_a_product_stand_instead_of_the_tenants() {
        var wheat = new RuleScope.Product(Goods.WHEAT_SEED.sku());
        put(Rules.of(IDS, "Wheat", wheat, limits("5", "10", "12")));

        assertRefused(NO_APPROVAL, Lines.of(Goods.WHEAT_SEED, "40", "5.01"));
        assertRefused("no discount above the maximum of the tenant", Lines.of(Goods.WHEAT_SEED, "40", "12.01"));
        play.quote(Lines.of(Goods.WHEAT_SEED, "40", "5"), Lines.of(Goods.DRIP_TAPE, "10", "15"));
    }

    @Test
    void no_agreement_is_kept_at_prices_that_were_found_outdated() {
        play.quote(Lines.of(Goods.WHEAT_SEED, "40", "0"))
                .to(NegotiationState.PROPOSAL)
                .confirm()
                .to(NegotiationState.NEGOTIATION)
                .agree()
                .to(NegotiationState.CLOSING)
                .reopen(new OutdatedPrice(Goods.WHEAT_SEED.sku(), Goods.WHEAT_SEED.listPrice(), Optional.empty()));
        var agreeing = Raw.change(tenant, play.deal().id().value(), """
                agreement_quote_hash = quote_hash, agreement_at = now(), agreement_evidence = 'raw'""", "user", "");

        assertThat(new Raw(database.runtime()).refusal(tenant, agreeing))
                .contains("no agreement and no proforma at outdated prices");
    }

    @Test
    void two_rules_that_nothing_tells_apart_are_refused() {
        var rule = put(volume("40:20"));
        var twin = """
                insert into cerniq.price_rules (
                    tenant_id, id, version, name, scope, kind, terms, stackable, priority, valid_from, is_retired
                )
                select tenant_id, gen_random_uuid(), 1, 'twin', scope, kind, terms, stackable, priority, valid_from, false
                from cerniq.price_rules where id = '%s'
                """.formatted(rule.id());

        assertThat(new Raw(database.runtime()).refusal(tenant, twin))
                .contains("scope, kind, priority and time tell price rules apart");
    }

    private void assertRefused(String sentence, QuoteLine line) {
        assertThatThrownBy(() -> play.quote(line))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sentence);
    }

    private PriceRule put(PriceRule rule) {
        return storage.priceRules().put(tenant, rule).getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
    }

    private static PriceRule volume(String tier) {
        return Rules.of(IDS, "Volume", RuleTerms.Volume.of(tier));
    }

    private static RuleTerms limits(String automatic, String manager, String maximum) {
        return new RuleTerms.Limits(Percentage.of(automatic), Percentage.of(manager), Percentage.of(maximum));
    }

    private static Map<CustomerTier, Percentage> tiers() {
        return Map.of(CustomerTier.GOLD, Percentage.of("20"));
    }

    /** Forty bags at a discount that is said to be a right. */
    private static QuoteLine claiming(PriceRule rule, String discount) {
        PricedOffering wheat = Goods.WHEAT_SEED;
        var share = Percentage.of(discount);
        var right = Entitlement.of(List.of(new Entitlement.Grant(rule, share)), Percentage.of("40"));
        return QuoteLine.on(
                LineTerms.asking(Percentage.ZERO).entitledTo(right), wheat, Quantity.of("40", wheat.unit()));
    }
}

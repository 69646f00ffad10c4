package app.cerniq.simulator.actor;

import app.cerniq.application.catalog.PriceCommand.AddPriceList;
import app.cerniq.application.catalog.PriceCommand.SetPrice;
import app.cerniq.application.catalog.PriceCommand.WithdrawPrice;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.Validity;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.pricing.RuleScope;
import app.cerniq.domain.pricing.RuleTerms;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.simulator.world.Chance;
import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whoever lays down prices: lists, rules, limits, customer tiers; while others are quoting. */
public final class Merchant implements Participant {

    private static final List<CustomerTier> TIERS =
            List.of(CustomerTier.STANDARD, CustomerTier.SILVER, CustomerTier.GOLD, CustomerTier.PLATINUM);

    @Override
    public String name() {
        return "merchant";
    }

    @Override
    public int weight() {
        return 9;
    }

    @Override
    public void act(Turn turn) {
        switch (turn.chance().below(8)) {
            case 0 -> list(turn);
            case 1, 2 -> price(turn);
            case 3 -> limits(turn);
            case 4, 5 -> rule(turn);
            case 6 -> retire(turn);
            default -> tier(turn);
        }
    }

    private static PriceListCode code(Chance chance) {
        return new PriceListCode("list-" + chance.below(3));
    }

    private static void list(Turn turn) {
        var code = code(turn.chance());
        var command = new AddPriceList(
                code,
                "List " + code,
                Money.RON,
                Optional.empty(),
                Validity.from(turn.now()),
                turn.chance().between(1, 5));
        turn.send("adds " + code, engine -> engine.prices().addPriceList(turn.tenant(), command));
    }

    private static void price(Turn turn) {
        var offering = turn.chance().of(turn.company().goods());
        var list = turn.chance().percent(50) ? new PriceListCode("standard") : code(turn.chance());
        if (turn.chance().percent(20) && !list.value().equals("standard")) {
            var command = new WithdrawPrice(list, offering.sku(), Optional.empty());
            turn.send(
                    "withdraws " + offering.sku() + " from " + list,
                    engine -> engine.prices().withdrawPrice(turn.tenant(), command));
            return;
        }
        var dearer = Percentage.ofBasisPoints(turn.chance().between(0, 2_000));
        var amount = offering.listPrice()
                .plus(offering.listPrice().share(dearer, app.cerniq.domain.shared.Rounding.HALF_UP));
        var command = SetPrice.now(list, offering.sku(), amount, offering.floorPrice(), offering.cost());
        turn.send(
                "sets " + offering.sku() + " in " + list + " to " + amount,
                engine -> engine.prices().setPrice(turn.tenant(), command));
    }

    private static void limits(Turn turn) {
        var chance = turn.chance();
        var automatic = chance.between(5, 18);
        var manager = chance.between(automatic, 32);
        var limits = new DiscountLimits(
                Percentage.of(Integer.toString(automatic)),
                Percentage.of(Integer.toString(manager)),
                Percentage.of(Integer.toString(chance.between(manager, 45))),
                chance.percent(30));
        turn.send("limits discounts to " + automatic + ", " + manager, engine -> {
            engine.tenants().limitDiscounts(turn.tenant(), limits);
            return Either.right(limits);
        });
    }

    private static void rule(Turn turn) {
        var chance = turn.chance();
        var scope = chance.percent(50)
                ? RuleScope.EVERYTHING
                : new RuleScope.Product(chance.of(turn.company().goods()).sku());
        var terms = terms(chance);
        var isDiscount = !(terms instanceof RuleTerms.Limits) && !(terms instanceof RuleTerms.Margins);
        var rule = new PriceRule(
                new PriceRuleId(turn.world().ids().next()),
                1,
                "Rule " + turn.newKey(),
                scope,
                terms,
                isDiscount && chance.percent(30),
                chance.below(1_000),
                turn.world().now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                chance.percent(60)
                        ? Optional.of(turn.world().now().plus(Duration.ofDays(chance.between(1, 20))))
                        : Optional.empty(),
                false);
        turn.send(
                "lays down " + terms.kind() + " for " + scope,
                engine -> engine.priceRules().put(turn.tenant(), rule));
    }

    private static RuleTerms terms(Chance chance) {
        return switch (chance.below(5)) {
            case 0 -> RuleTerms.Volume.STANDARD;
            case 1 -> RuleTerms.ByCustomer.STANDARD;
            case 2 -> new RuleTerms.Promotion(Wishes.discount(1, 20, chance));
            case 3 ->
                new RuleTerms.Limits(
                        Wishes.discount(2, 10, chance),
                        Wishes.discount(10, 25, chance),
                        Wishes.discount(25, 40, chance));
            default ->
                new RuleTerms.Margins(new MarginBands(Wishes.discount(2, 12, chance), Wishes.discount(12, 20, chance)));
        };
    }

    private static void retire(Turn turn) {
        var rules = turn.engine().priceRules().list(turn.tenant()).stream()
                .filter(rule -> !rule.retired())
                .toList();
        if (!rules.isEmpty()) {
            var rule = turn.chance().of(rules);
            turn.send(
                    "retires a rule for " + rule.scope(),
                    engine -> engine.priceRules().retire(turn.tenant(), rule.id()));
        }
    }

    private static void tier(Turn turn) {
        var lead = turn.chance().of(turn.company().leads());
        var tier = turn.chance().of(TIERS);
        turn.send("makes a customer " + tier, engine -> {
            engine.customerTiers().assign(turn.tenant(), lead, tier);
            return Either.right(tier);
        });
    }
}

package app.cerniq.simulator.invariant;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.PriceBook;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.simulator.world.Company;
import app.cerniq.simulator.world.Seen;
import app.cerniq.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Every limit that was ever in force, and since which call. A command may have read its limits at any moment between the
 * beginning of its turn and its commit, while others change them.
 */
final class Limits {

    private static final Set<String> CHANGES = Set.of("tenants.limitDiscounts", "priceRules.put", "priceRules.retire");

    /** What holds for one line. */
    record Frame(DiscountLimits limits, MarginBands margins) {}

    private record Regime(long since, DiscountLimits limits, PriceBook rules) {}

    private final World world;
    private final Map<TenantId, List<Regime>> regimes = new HashMap<>();

    Limits(World world) {
        this.world = world;
        world.companies().stream().map(Company::tenant).forEach(tenant -> note(tenant, 0));
    }

    private void note(TenantId tenant, long since) {
        var limits = world.storage().tenants().discountLimits(tenant).orElseThrow();
        var rules = new PriceBook(world.storage().priceRules().list(tenant));
        regimes.computeIfAbsent(tenant, fresh -> new ArrayList<>()).add(new Regime(since, limits, rules));
    }

    void follow(Collection<Seen> calls) {
        calls.stream()
                .filter(call -> CHANGES.contains(call.call().name()))
                .forEach(call -> Tenancy.named(call).ifPresent(tenant -> note(tenant, call.at())));
    }

    /** What held for a product at an instant, read at any moment since a call; more than once where it changed. */
    List<Frame> between(TenantId tenant, Sku sku, long since, Instant at) {
        var all = Objects.requireNonNull(regimes.get(tenant), "Limits of a tenant that is not there.");
        var frames = new ArrayList<Frame>();
        for (var i = 0; i < all.size(); i++) {
            var isOver = i + 1 < all.size() && all.get(i + 1).since() <= since;
            if (!isOver) {
                frames.add(frame(all.get(i), sku, at));
            }
        }
        return frames;
    }

    private static Frame frame(Regime regime, Sku sku, Instant at) {
        var covering = regime.rules().covering(sku, Optional.empty(), at);
        return new Frame(PriceBook.limits(covering, regime.limits()), PriceBook.margins(covering));
    }
}

package app.cerniq.simulator.invariant;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.simulator.world.World;
import app.cerniq.testkit.stock.StockInvariants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** I1: goods are promised once. */
final class NothingPromisedTwice implements Invariant {

    private final Map<TenantId, StockInvariants> stocks = new LinkedHashMap<>();

    NothingPromisedTwice(World world) {
        world.companies()
                .forEach(company ->
                        stocks.put(company.tenant(), new StockInvariants(world.storage(), company.tenant())));
    }

    @Override
    public String id() {
        return "I1";
    }

    @Override
    public String sentence() {
        return "No more is reserved of anything anywhere than is on hand above the safety stock, and the ledger says so.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        return moment.calls().stream()
                .filter(Writes::goods)
                .flatMap(call -> Tenancy.named(call).stream())
                .distinct()
                .filter(stocks::containsKey)
                .flatMap(tenant -> Objects.requireNonNull(stocks.get(tenant)).look().stream())
                .toList();
    }

    /** Counters, ledger and reservations agree with one another. */
    @Override
    public List<String> audit(Moment moment) {
        return stocks.values().stream()
                .flatMap(stock -> stock.audit(List.of(), moment.world().latest()).stream())
                .toList();
    }
}

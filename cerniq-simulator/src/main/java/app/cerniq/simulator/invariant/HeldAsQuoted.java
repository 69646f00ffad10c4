package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Place;
import app.cerniq.simulator.world.World;
import app.cerniq.testkit.stock.StockInvariants;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** I2: what is held is what is quoted. */
final class HeldAsQuoted implements Invariant {

    private static final int ALL = 10_000;

    private final Map<TenantId, StockInvariants> stocks = new LinkedHashMap<>();

    HeldAsQuoted(World world) {
        world.companies()
                .forEach(company ->
                        stocks.put(company.tenant(), new StockInvariants(world.storage(), company.tenant())));
    }

    @Override
    public String id() {
        return "I2";
    }

    @Override
    public String sentence() {
        return "What is held for a deal is exactly what its current quote says of goods that are kept in stock.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        return held(moment, moment.touched());
    }

    /** Also the other way round: what is reserved is held for some deal. */
    @Override
    public List<String> audit(Moment moment) {
        var faults = new ArrayList<>(held(moment, moment.touched()));
        stocks.keySet().forEach(tenant -> faults.addAll(forNobody(moment, tenant)));
        return faults;
    }

    private static List<String> forNobody(Moment moment, TenantId tenant) {
        var storage = moment.world().storage();
        var at = moment.world().latest();
        var held = new HashMap<Place, BigDecimal>();
        moment.touched().stream()
                .filter(id -> id.tenant().equals(tenant))
                .flatMap(id -> storage.negotiations().find(id).stream())
                .flatMap(deal -> deal.heldAt(at).stream())
                .flatMap(holding -> holding.reservations().stream())
                .forEach(one -> held.merge(one.place(), one.quantity().value(), BigDecimal::add));
        return storage.stockLevels().page(tenant, Optional.empty(), Optional.empty(), ALL, at).stream()
                .filter(level ->
                        level.reserved().value().compareTo(held.getOrDefault(level.place(), BigDecimal.ZERO)) != 0)
                .map(level -> "Of " + level.place() + " " + level.reserved() + " are reserved, but the deals hold "
                        + held.getOrDefault(level.place(), BigDecimal.ZERO).toPlainString() + ".")
                .toList();
    }

    /** Seen from the latest instant of all clocks: one that is behind may think that a hold still lives. */
    private List<String> held(Moment moment, Collection<NegotiationId> deals) {
        var at = moment.world().latest();
        return stocks.entrySet().stream()
                .flatMap(stock -> stock
                        .getValue()
                        .held(
                                deals.stream()
                                        .filter(deal -> deal.tenant().equals(stock.getKey()))
                                        .toList(),
                                at)
                        .stream())
                .toList();
    }
}

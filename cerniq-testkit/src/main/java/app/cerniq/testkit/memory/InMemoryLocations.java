package app.cerniq.testkit.memory;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.stock.Locations;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.List;

final class InMemoryLocations implements Locations {

    private final InMemoryTenants tenants;
    private final InMemoryStock stock;

    InMemoryLocations(InMemoryTenants tenants, InMemoryStock stock) {
        this.tenants = tenants;
        this.stock = stock;
    }

    @Override
    public Either<StockRefusal, StockLocation> open(
            TenantId tenant, LocationCode code, StockLocation.Kind kind, String name) {
        if (!tenants.knows(tenant)) {
            return left(new StockRefusal.UnknownTenant(tenant));
        }
        synchronized (stock) {
            var location = new StockLocation(code, kind, name, false);
            stock.of(tenant).locations.put(code, location);
            return right(location);
        }
    }

    @Override
    public Either<StockRefusal, StockLocation> archive(TenantId tenant, LocationCode code) {
        if (!tenants.knows(tenant)) {
            return left(new StockRefusal.UnknownTenant(tenant));
        }
        synchronized (stock) {
            var warehouse = stock.of(tenant);
            var location = warehouse.locations.get(code);
            if (location == null) {
                return left(new StockRefusal.UnknownLocation(code, openCodes(warehouse)));
            }
            var still = warehouse.shelves.values().stream()
                    .map(shelf -> shelf.level(BigDecimal.ZERO))
                    .filter(level -> level.place().location().equals(code))
                    .filter(level ->
                            !level.onHand().isNone() || !level.reserved().isNone())
                    .toList();
            return still.isEmpty() ? right(archived(warehouse, location)) : left(notEmpty(code, still));
        }
    }

    private static StockRefusal notEmpty(LocationCode code, List<StockLevel> still) {
        return new StockRefusal.LocationNotEmpty(code, still);
    }

    private static StockLocation archived(InMemoryStock.Warehouse warehouse, StockLocation location) {
        var archived = new StockLocation(location.code(), location.kind(), location.name(), true);
        warehouse.locations.put(location.code(), archived);
        return archived;
    }

    static List<LocationCode> openCodes(InMemoryStock.Warehouse warehouse) {
        return warehouse.locations.values().stream()
                .filter(location -> !location.isArchived())
                .map(StockLocation::code)
                .toList();
    }

    @Override
    public List<StockLocation> all(TenantId tenant) {
        synchronized (stock) {
            return tenants.knows(tenant)
                    ? List.copyOf(stock.of(tenant).locations.values())
                    : List.of();
        }
    }
}

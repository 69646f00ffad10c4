package app.cerniq.ports.stock;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.domain.stock.StockRefusal;
import io.vavr.control.Either;
import java.util.List;

/** The places where a tenant's goods lie. Every tenant has {@link LocationCode#PRINCIPAL} from the start. */
public interface Locations {

    /** Opens a location, renames one, or opens one again that was archived; or {@link StockRefusal.UnknownTenant}. */
    Either<StockRefusal, StockLocation> open(TenantId tenant, LocationCode code, StockLocation.Kind kind, String name);

    /**
     * Archives an empty location.
     *
     * @return the location; or {@link StockRefusal.UnknownTenant}, {@link StockRefusal.UnknownLocation} or {@link
     *     StockRefusal.LocationNotEmpty}
     */
    Either<StockRefusal, StockLocation> archive(TenantId tenant, LocationCode code);

    /** All locations, archived ones included, ordered by code. */
    List<StockLocation> all(TenantId tenant);
}

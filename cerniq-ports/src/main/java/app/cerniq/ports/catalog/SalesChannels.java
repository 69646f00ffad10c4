package app.cerniq.ports.catalog;

import app.cerniq.domain.catalog.SalesChannel;
import app.cerniq.domain.shared.TenantId;
import java.util.List;

/** Where a tenant sells; written through {@link Catalogue#commit}. Ways of talking with customers are no sales channels. */
public interface SalesChannels {

    /**
     * Every channel, closed ones included, in the order of their codes; at least {@link
     * app.cerniq.domain.catalog.SalesChannelCode#DIRECT}, and none where the tenant is not set up.
     */
    List<SalesChannel> all(TenantId tenant);
}

package app.cerniq.application.catalog;

import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.Offerings;
import app.cerniq.ports.catalog.OnSaleQuestion;
import java.time.Clock;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** What is on sale now, and the short way to put it there. Thread-safe. */
public final class OfferingDesk {

    private final Offerings offerings;
    private final Clock clock;

    /**
     * @param offerings where they are kept
     * @param clock the time of every answer
     */
    public OfferingDesk(Offerings offerings, Clock clock) {
        this.offerings = offerings;
        this.clock = clock;
    }

    /** What each of these SKUs is sold as and for at this moment; those that are not on sale are missing. */
    public Map<Sku, PricedOffering> onSale(
            TenantId tenant, Collection<Sku> skus, SalesChannelCode channel, Currency currency) {
        return offerings.onSale(OnSaleQuestion.of(tenant, skus, channel, currency, clock.instant()));
    }

    /** Why each of the others is not. */
    public Map<Sku, NotOnSale> notOnSale(
            TenantId tenant, Collection<Sku> skus, SalesChannelCode channel, Currency currency) {
        return offerings.notOnSale(OnSaleQuestion.of(tenant, skus, channel, currency, clock.instant()));
    }

    /** What to offer in the place of each of these SKUs, the best first. */
    public Map<Sku, List<Substitute>> substitutes(TenantId tenant, Collection<Sku> skus) {
        return offerings.substitutes(tenant, skus);
    }

    /** Puts something on sale from this moment on; {@link Offerings#putOnSale(TenantId, Collection, java.time.Instant)}. */
    public void putOnSale(TenantId tenant, Collection<PricedOffering> wanted) {
        offerings.putOnSale(tenant, wanted, clock.instant());
    }
}

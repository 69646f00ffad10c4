package app.cerniq.ports.catalog;

import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.Set;

/**
 * What somebody wants to sell, where, in which currency and when.
 *
 * @param tenant whose goods
 * @param skus which of them
 * @param channel where; it must be open
 * @param currency of the prices; nothing is ever converted
 * @param at when; a price list and a price hold from their first instant up to their end, which is outside
 */
public record OnSaleQuestion(TenantId tenant, Set<Sku> skus, SalesChannelCode channel, Currency currency, Instant at) {

    public OnSaleQuestion {
        skus = Set.copyOf(skus);
    }

    public static OnSaleQuestion of(
            TenantId tenant, Collection<Sku> skus, SalesChannelCode channel, Currency currency, Instant at) {
        return new OnSaleQuestion(tenant, Set.copyOf(skus), channel, currency, at);
    }
}

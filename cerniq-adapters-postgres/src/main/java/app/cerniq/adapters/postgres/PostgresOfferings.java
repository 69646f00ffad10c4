package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.Assortment;
import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.Catalogue;
import app.cerniq.ports.catalog.Offerings;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.catalog.PriceLists;
import app.cerniq.ports.catalog.PuttingOnSale;
import app.cerniq.ports.catalog.SalesChannels;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is on sale, in PostgreSQL: one statement and one round trip, however many SKUs and however old the prices. */
final class PostgresOfferings implements Offerings {

    private static final String SUBSTITUTES = """
            select sku, substitute_sku, note
            from ${schema}.offering_substitutes
            where tenant_id = :tenant and sku = any (:skus)
            order by sku, rank
            """;

    private record Advice(Sku sku, Substitute substitute) {}

    private final Database database;
    private final Catalogue catalogue;
    private final SalesChannels channels;
    private final PriceLists priceLists;
    private final String onSale;
    private final String substitutes;

    PostgresOfferings(Database database, Catalogue catalogue, SalesChannels channels, PriceLists priceLists) {
        this.database = database;
        this.catalogue = catalogue;
        this.channels = channels;
        this.priceLists = priceLists;
        this.onSale = database.sql().file("on-sale");
        this.substitutes = database.sql().text(SUBSTITUTES);
    }

    @Override
    public Map<Sku, PricedOffering> onSale(OnSaleQuestion question) {
        if (question.skus().isEmpty()) {
            return Map.of();
        }
        var tenant = question.tenant();
        return database
                .query(
                        "read the offerings of tenant " + tenant,
                        tenant,
                        onSale,
                        query -> query.bind("tenant", tenant.value())
                                .bind("skus", names(question.skus()))
                                .bind("channel", question.channel().value())
                                .bind("currency", question.currency().getCurrencyCode())
                                .bind("at", Micros.of(question.at()).atOffset(ZoneOffset.UTC)),
                        CatalogueReading::priced)
                .stream()
                .collect(Collectors.toUnmodifiableMap(PricedOffering::sku, Function.identity()));
    }

    /** Asked for only after a no, so it reads what it needs one after the other. */
    @Override
    public Map<Sku, NotOnSale> notOnSale(OnSaleQuestion question) {
        var tenant = question.tenant();
        var variants = catalogue.variants(tenant, question.skus());
        var codes = variants.values().stream().map(Variant::offering).collect(Collectors.toSet());
        var assortment = new Assortment(
                variants,
                catalogue.offerings(tenant, codes),
                channels.all(tenant),
                priceLists.all(tenant),
                priceLists.histories(tenant, question.skus()));
        var found = new HashMap<Sku, NotOnSale>();
        question.skus()
                .forEach(sku -> assortment
                        .ask(sku, question.channel(), question.currency(), question.at())
                        .peekLeft(because -> found.put(sku, because)));
        return Map.copyOf(found);
    }

    @Override
    public Map<Sku, List<Substitute>> substitutes(TenantId tenant, Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        return database
                .query(
                        "read the substitutes of tenant " + tenant,
                        tenant,
                        substitutes,
                        query -> query.bind("tenant", tenant.value()).bind("skus", names(skus)),
                        row -> new Advice(
                                new Sku(row.text("sku")),
                                new Substitute(new Sku(row.text("substitute_sku")), row.text("note"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Advice::sku, Collectors.mapping(Advice::substitute, Collectors.toUnmodifiableList())));
    }

    private static String[] names(Collection<Sku> skus) {
        return skus.stream().map(Sku::value).toArray(String[]::new);
    }

    @Override
    public void putOnSale(TenantId tenant, Collection<PricedOffering> offerings, Instant from) {
        new PuttingOnSale(catalogue, priceLists).put(tenant, offerings, from);
    }
}

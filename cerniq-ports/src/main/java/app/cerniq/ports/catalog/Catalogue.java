package app.cerniq.ports.catalog;

import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.shared.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Everything a tenant sells or ever sold, whatever it costs. What is asked for and not there is simply missing. Nothing is
 * ever deleted.
 */
public interface Catalogue {

    Map<ProductDomainCode, ProductDomain> domains(TenantId tenant, Collection<ProductDomainCode> codes);

    Map<OfferingCode, Offering> offerings(TenantId tenant, Collection<OfferingCode> codes);

    Map<Sku, Variant> variants(TenantId tenant, Collection<Sku> skus);

    /** The variants of one offering, archived ones included, in the order of their SKUs. */
    List<Variant> variantsOf(TenantId tenant, OfferingCode offering);

    /** Stores all of it or nothing, and only on the state that it was decided on. */
    CommitOutcome commit(CatalogueCommit commit);
}

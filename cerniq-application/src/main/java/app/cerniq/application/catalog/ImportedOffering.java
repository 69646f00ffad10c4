package app.cerniq.application.catalog;

import app.cerniq.application.catalog.CatalogueCommand.NewVariant;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.OfferingContent;
import app.cerniq.domain.catalog.OfferingKind;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.PriceTag;
import app.cerniq.domain.catalog.ProductDomainCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One offering of a catalogue that is brought in from elsewhere.
 *
 * @param code new, or that of an offering of the same kind and product domain
 * @param kind what sort of thing it is
 * @param domain whose attributes describe it
 * @param content of the version that is active once it is in
 * @param variants those that are new or may have changed
 */
public record ImportedOffering(
        OfferingCode code,
        OfferingKind kind,
        Optional<ProductDomainCode> domain,
        OfferingContent content,
        List<ImportedVariant> variants) {

    public ImportedOffering {
        variants = List.copyOf(variants);
    }

    /**
     * One variant with its prices.
     *
     * @param variant as it is once it is in
     * @param prices by list, from the instant of the import on
     */
    public record ImportedVariant(NewVariant variant, Map<PriceListCode, PriceTag> prices) {
        public ImportedVariant {
            prices = Map.copyOf(prices);
        }
    }
}

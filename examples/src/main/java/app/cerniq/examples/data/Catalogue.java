package app.cerniq.examples.data;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import java.util.List;
import java.util.Map;

/**
 * What a company sells and how much of it there is.
 *
 * @param offerings in the order of the file
 * @param onHand what lies in the warehouse; a SKU of which there is nothing is missing
 */
public record Catalogue(List<PricedOffering> offerings, Map<Sku, Quantity> onHand) {
    public Catalogue {
        offerings = List.copyOf(offerings);
        onHand = Map.copyOf(onHand);
    }
}

package app.cerniq.ports.guardrail;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Unit;
import java.util.List;

/** What a tenant's goods are called, as of one state of the catalogue. */
public record Vocabulary(String state, List<Named> goods) {

    public Vocabulary {
        goods = List.copyOf(goods);
    }

    /** Goods with their name. */
    public record Named(Sku sku, String name, Unit unit) {}
}

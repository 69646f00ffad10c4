package app.cerniq.domain.guardrail;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.RowRef.Kind;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.stock.StockAmount;

/**
 * How rows are named, so that whoever stores a text can read them again: a quote by the deal and its content hash, an
 * offering by SKU and {@code <version> <price list> <list price>}, stock by SKU and what can be promised to the deal, the
 * deal by its id and version, the sales terms by their version.
 */
public final class Rows {

    private static final int LONGEST = 100;

    private Rows() {}

    public static RowRef quote(Negotiation deal, QuoteVersion quote) {
        return new RowRef(Kind.QUOTE, deal.id().toString(), quote.hash().hex());
    }

    public static RowRef offering(PricedOffering offering) {
        var version = offering.version() + " " + offering.priceList() + " " + offering.listPrice();
        return new RowRef(
                Kind.OFFERING,
                offering.sku().value(),
                version.length() <= LONGEST ? version : version.substring(version.length() - LONGEST));
    }

    /** Of what is not kept in stock, the version is {@code "unkept"}. */
    public static RowRef stock(Sku sku, boolean isKept, StockAmount available) {
        return new RowRef(Kind.STOCK, sku.value(), isKept ? available.value().toPlainString() : "unkept");
    }

    public static RowRef deal(Negotiation deal) {
        return new RowRef(Kind.NEGOTIATION, deal.id().toString(), Long.toString(deal.version()));
    }

    public static RowRef terms(SalesTerms terms) {
        return new RowRef(Kind.TERMS, "sales-terms", Long.toString(terms.version()));
    }
}

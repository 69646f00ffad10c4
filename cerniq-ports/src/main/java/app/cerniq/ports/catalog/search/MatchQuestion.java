package app.cerniq.ports.catalog.search;

import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.search.AttributeCondition;
import app.cerniq.domain.catalog.search.ProductQuery;
import app.cerniq.domain.catalog.search.SearchText;
import app.cerniq.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * That part of a query which the descriptions of goods answer: everything but price, stock, place and time of the sale.
 *
 * @param tenant whose goods
 * @param text in words
 * @param domain only of this product domain; empty for all
 * @param conditions all of which their attributes must meet
 */
public record MatchQuestion(
        TenantId tenant, SearchText text, Optional<ProductDomainCode> domain, List<AttributeCondition> conditions) {

    public MatchQuestion {
        conditions = List.copyOf(conditions);
    }

    public static MatchQuestion of(TenantId tenant, ProductQuery query) {
        return new MatchQuestion(tenant, query.text(), query.domain(), query.conditions());
    }
}

package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.search.Match;
import app.cerniq.domain.catalog.search.Matches;
import app.cerniq.domain.catalog.search.Matches.Kind;
import app.cerniq.ports.catalog.search.MatchQuestion;
import app.cerniq.ports.catalog.search.ProductSearch;

/** Words of goods in PostgreSQL: Romanian full text, and trigrams for words that no goods have. One round trip. */
final class PostgresProductSearch implements ProductSearch {

    private static final String FIND = """
            select sku, place, is_alike, matched
            from ${schema}.find_products(:words, nullif(:domain, ''), cast(nullif(:conditions, '') as jsonpath), :most)
            """;

    private record Found(Match match, boolean isAlike, long matched) {}

    private final Database database;
    private final String find;

    PostgresProductSearch(Database database) {
        this.database = database;
        this.find = database.sql().text(FIND);
    }

    @Override
    public Matches matches(MatchQuestion question, int most) {
        var words = String.join(" ", question.text().words());
        if (words.isEmpty()) {
            return Matches.none(Kind.KEYWORD);
        }
        var found = database.query(
                "search the goods of tenant " + question.tenant(),
                question.tenant(),
                find,
                query -> query.bind("words", words)
                        .bind(
                                "domain",
                                question.domain().map(ProductDomainCode::value).orElse(""))
                        .bind("conditions", Conditions.jsonpath(question.conditions()))
                        .bind("most", most),
                row -> new Found(
                        new Match(new Sku(row.text("sku")), (int) row.number("place")),
                        row.flag("is_alike"),
                        row.number("matched")));
        return found.isEmpty()
                ? Matches.none(Kind.KEYWORD)
                : new Matches(
                        found.get(0).isAlike() ? Kind.TYPO : Kind.KEYWORD,
                        found.stream().map(Found::match).toList(),
                        found.get(0).matched() == found.size());
    }
}

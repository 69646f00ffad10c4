package app.cerniq.application.catalog.search;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.catalog.AttributeDefinition;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.SalesChannel;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.search.AttributeCondition;
import app.cerniq.domain.catalog.search.ProductQuery;
import app.cerniq.domain.catalog.search.RankFusion;
import app.cerniq.domain.catalog.search.Relevance;
import app.cerniq.domain.catalog.search.SearchRefusal;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.catalog.search.EmbeddingModel;
import app.cerniq.ports.catalog.search.EmbeddingUnavailable;
import app.cerniq.ports.catalog.search.MatchQuestion;
import app.cerniq.ports.catalog.search.ProductSearch;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where goods are found. Which goods fit, the words and their meaning say; what they cost and whether they are there is read
 * for every answer, by the same queries that a quote is made from. Thread-safe.
 */
public final class SearchDesk {

    /** So many of those that fit best are priced; those that fit less could not be among the first 100 anyway. */
    private static final int FIRST_LOOK = 200;

    /** So many where price or stock leave too few of them. */
    private static final int SECOND_LOOK = 2_000;

    private final Storage storage;
    private final ProductSearch words;
    private final Meaning meaning;
    private final Clock clock;

    /**
     * @param storage where everything is kept
     * @param words who finds by words: the storage's own search, or one in front of it that remembers
     * @param model who tells what texts mean; empty where nobody does
     * @param clock the time of every answer
     */
    public SearchDesk(Storage storage, ProductSearch words, Optional<EmbeddingModel> model, Clock clock) {
        this.storage = storage;
        this.words = words;
        this.meaning = new Meaning(model, storage.semanticIndex());
        this.clock = clock;
    }

    /** What fits and is on sale at this moment, the best first. Nothing is taken by looking. */
    public Either<SearchRefusal, SearchAnswer> find(TenantId tenant, ProductQuery query) {
        return checked(tenant, query).map(sound -> answer(tenant, query, clock.instant()));
    }

    private SearchAnswer answer(TenantId tenant, ProductQuery query, Instant at) {
        var question = MatchQuestion.of(tenant, query);
        var near = meaning.near(question);
        var byWords = words.matches(question, FIRST_LOOK);
        var hits = hits(tenant, query, RankFusion.fuse(List.of(byWords, near.matches())), at);
        if (query.isNarrow() && hits.size() < query.limit() && !byWords.isAll()) {
            byWords = words.matches(question, SECOND_LOOK);
            hits = hits(tenant, query, RankFusion.fuse(List.of(byWords, near.matches())), at);
        }
        return new SearchAnswer(hits, byWords.isAll(), near.part());
    }

    private List<ProductHit> hits(TenantId tenant, ProductQuery query, Map<Sku, Relevance> fitting, Instant at) {
        if (fitting.isEmpty()) {
            return List.of();
        }
        var priced = storage.offerings()
                .onSale(OnSaleQuestion.of(tenant, fitting.keySet(), query.channel(), query.currency(), at));
        var stock = storage.stockLevels().positions(tenant, priced.keySet(), at);
        return priced.values().stream()
                // What was archived between two reads has no position.
                .filter(offering -> stock.containsKey(offering.sku()))
                .map(offering -> new ProductHit(
                        offering,
                        Objects.requireNonNull(stock.get(offering.sku())),
                        Objects.requireNonNull(fitting.get(offering.sku()))))
                .filter(hit -> query.price().contains(hit.offering().listPrice()))
                .filter(hit -> hit.isInStock() || !query.isInStockOnly())
                .sorted(Comparator.comparing(ProductHit::standing))
                .limit(query.limit())
                .toList();
    }

    private Either<SearchRefusal, ProductQuery> checked(TenantId tenant, ProductQuery query) {
        return openChannel(tenant, query)
                .flatMap(open -> query.domain().isEmpty() ? right(query) : inDomain(tenant, query));
    }

    private Either<SearchRefusal, ProductQuery> openChannel(TenantId tenant, ProductQuery query) {
        var open = storage.salesChannels().all(tenant).stream()
                .filter(channel -> channel.closed().isEmpty())
                .map(SalesChannel::code)
                .toList();
        return open.contains(query.channel())
                ? right(query)
                : left(new SearchRefusal.ChannelNotOpen(query.channel(), open));
    }

    private Either<SearchRefusal, ProductQuery> inDomain(TenantId tenant, ProductQuery query) {
        var code = query.domain().orElseThrow();
        var domain = Optional.ofNullable(
                storage.catalogue().domains(tenant, List.of(code)).get(code));
        if (domain.isEmpty()) {
            return left(new SearchRefusal.UnknownDomain(code));
        }
        return query.conditions().stream()
                .flatMap(condition -> fault(domain.get(), condition).stream())
                .findFirst()
                .<Either<SearchRefusal, ProductQuery>>map(Either::left)
                .orElseGet(() -> right(query));
    }

    private static Optional<SearchRefusal> fault(ProductDomain domain, AttributeCondition condition) {
        var definition = domain.definition(condition.key());
        if (definition.isEmpty()) {
            return Optional.of(new SearchRefusal.UndefinedAttribute(
                    condition.key(),
                    domain.definitions().stream().map(AttributeDefinition::key).toList()));
        }
        return condition.type() == definition.get().type()
                ? Optional.empty()
                : Optional.of(
                        new SearchRefusal.WrongType(condition, definition.get().type()));
    }

    /**
     * Learns what goods mean whose description is new, a batch at a time, until nothing is new. The model is asked outside of
     * any transaction.
     *
     * @param batch how many descriptions the model is asked for at once, 1 to 1,000
     * @return how many were learnt; 0 where there is no model or no index
     * @throws EmbeddingUnavailable where the model does not answer; what was learnt before stays
     */
    public long learn(TenantId tenant, int batch) {
        if (batch < 1 || batch > 1_000) {
            throw new IllegalArgumentException("A batch has 1 to 1000 descriptions, not " + batch + ".");
        }
        var all = 0L;
        int learnt;
        do {
            learnt = meaning.learn(tenant, batch);
            all += learnt;
        } while (learnt == batch);
        return all;
    }
}

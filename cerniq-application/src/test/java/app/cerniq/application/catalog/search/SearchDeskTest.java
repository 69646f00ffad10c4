package app.cerniq.application.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.application.catalog.search.SearchAnswer.MeaningPart;
import app.cerniq.domain.catalog.AttributeKey;
import app.cerniq.domain.catalog.AttributeValue;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.ValueType;
import app.cerniq.domain.catalog.search.AttributeCondition;
import app.cerniq.domain.catalog.search.Embedding;
import app.cerniq.domain.catalog.search.PriceRange;
import app.cerniq.domain.catalog.search.ProductQuery;
import app.cerniq.domain.catalog.search.SearchRefusal;
import app.cerniq.domain.catalog.search.SearchText;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.catalog.search.EmbeddingModel;
import app.cerniq.ports.catalog.search.EmbeddingUnavailable;
import app.cerniq.ports.catalog.search.MatchQuestion;
import app.cerniq.ports.catalog.search.ProductSearch;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Shop;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods are found by what they are and answered with what they cost and whether they are there, at this moment. */
class SearchDeskTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Knows one thing: whatever speaks of weeds means {@link Shop#TOTAL}. */
    private static final EmbeddingModel WEEDS = texts -> texts.stream()
            .map(text -> text.contains("buruien") ? new Embedding(List.of(1f, 0f)) : new Embedding(List.of(0f, 1f)))
            .toList();

    private final InMemoryStorage storage = new InMemoryStorage();
    private final CountedIds ids = new CountedIds(1);
    private final MovableClock clock = MovableClock.at(NOON);
    private final TenantId tenant = new TenantId(ids.next());
    private final AtomicInteger asked = new AtomicInteger();
    private final ProductSearch counting = (question, most) -> {
        asked.incrementAndGet();
        return storage.productSearch().matches(question, most);
    };
    private final SearchDesk desk = desk(counting, Optional.empty());

    private SearchDesk desk(ProductSearch words, Optional<EmbeddingModel> model) {
        return new SearchDesk(storage, words, model, clock);
    }

    private SearchDesk remembering() {
        return desk(new CachedProductSearch(counting, clock, Duration.ofMinutes(5), 10), Optional.empty());
    }

    @BeforeEach
    void open() {
        storage.tenants().setUp(tenant, "A shop");
        Shop.open(storage, tenant);
    }

    private static ProductQuery query(String text) {
        return ProductQuery.of(new SearchText(text), Money.RON, 10);
    }

    private List<Sku> found(SearchDesk where, ProductQuery query) {
        return where.find(tenant, query).get().hits().stream()
                .map(hit -> hit.offering().sku())
                .toList();
    }

    private void stock(Sku sku, String pieces) {
        storage.inventory()
                .book(Goods.counted(tenant, ids, Map.of(sku, Quantity.of(pieces, Unit.PIECE))))
                .get();
    }

    private void reprice(Sku sku, String price) {
        var now = storage.offerings()
                .onSale(OnSaleQuestion.of(tenant, List.of(sku), SalesChannelCode.DIRECT, Money.RON, clock.instant()))
                .values()
                .iterator()
                .next();
        storage.offerings()
                .putOnSale(
                        tenant,
                        List.of(new PricedOffering(
                                sku,
                                now.version(),
                                now.name(),
                                now.unit(),
                                now.priceList(),
                                Money.ron(price),
                                now.floorPrice(),
                                now.cost(),
                                now.vat())),
                        clock.instant());
    }

    private void archive(Sku sku) {
        var variant = storage.catalogue()
                .variants(tenant, List.of(sku))
                .values()
                .iterator()
                .next();
        Shop.keep(
                storage,
                CatalogueCommit.of(tenant)
                        .withVariants(List.of(variant.archive("no longer made", clock.instant())
                                .get())));
    }

    @Test
    void a_hit_says_what_it_is_what_it_costs_how_much_there_is_and_why_it_was_found() {
        stock(Shop.SELECTIVE, "7");

        var answer = desk.find(tenant, query("selectiv")).get();

        assertThat(answer.isAll()).isTrue();
        assertThat(answer.meaning()).isEqualTo(MeaningPart.NO_MODEL);
        assertThat(answer.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.offering().sku()).isEqualTo(Shop.SELECTIVE);
            assertThat(hit.offering().listPrice()).isEqualTo(Money.ron("450.00"));
            assertThat(hit.stock().available()).hasToString("7 buc");
            assertThat(hit.relevance().keyword()).hasValue(1);
        });
    }

    @Test
    void of_what_fits_equally_well_what_is_in_stock_comes_first_and_then_what_is_cheaper() {
        assertThat(found(desk, query("surub"))).containsExactly(Shop.SCREW, Shop.LONG_SCREW);

        reprice(Shop.SCREW, "13.00");
        assertThat(found(desk, query("surub"))).containsExactly(Shop.LONG_SCREW, Shop.SCREW);

        stock(Shop.SCREW, "1");
        assertThat(found(desk, query("surub"))).containsExactly(Shop.SCREW, Shop.LONG_SCREW);
    }

    @Test
    void what_is_out_of_stock_can_be_left_out() {
        stock(Shop.LONG_SCREW, "1");

        assertThat(found(desk, query("surub").inStockOnly())).containsExactly(Shop.LONG_SCREW);
    }

    @Test
    void only_what_lies_in_the_price_range_is_left() {
        var range = new PriceRange(Optional.of(Money.ron("300.00")), Optional.of(Money.ron("899.99")));

        assertThat(found(desk, query("erbicid").priced(range)))
                .containsExactlyInAnyOrder(Shop.SELECTIVE, Shop.FUNGICIDE);
    }

    @Test
    void what_has_no_price_there_is_no_hit() {
        var euros = ProductQuery.of(new SearchText("surub"), Currency.getInstance("EUR"), 10);

        assertThat(found(desk, euros)).isEmpty();
    }

    @Test
    void no_more_hits_than_asked_for() {
        assertThat(found(desk, ProductQuery.of(new SearchText("surub"), Money.RON, 1)))
                .containsExactly(Shop.SCREW);
    }

    @Test
    void what_is_narrow_is_looked_for_among_more() {
        ProductSearch shallow = (question, most) -> storage.productSearch().matches(question, most > 200 ? most : 1);

        stock(Shop.LONG_SCREW, "1");

        assertThat(found(desk(shallow, Optional.empty()), query("surub").inStockOnly()))
                .containsExactly(Shop.LONG_SCREW);
    }

    @Test
    void a_channel_that_is_not_open_is_refused() {
        var online = new SalesChannelCode("online");

        var refusal = desk.find(tenant, query("surub").on(online)).getLeft();

        assertThat(refusal).isEqualTo(new SearchRefusal.ChannelNotOpen(online, List.of(SalesChannelCode.DIRECT)));
        assertThat(refusal.describe()).contains("CHANNEL_NOT_OPEN", "online", "direct");
    }

    @Test
    void a_product_domain_that_is_not_there_is_refused() {
        var strange = new ProductDomainCode("irigatii");

        assertThat(desk.find(tenant, query("surub").in(strange)).getLeft())
                .isEqualTo(new SearchRefusal.UnknownDomain(strange));
    }

    @Test
    void a_condition_that_could_never_be_met_in_the_domain_is_refused() {
        var inProtection = query("erbicid").in(Shop.PROTECTION.code());
        var colour = AttributeCondition.equalTo(new AttributeKey("colour"), new AttributeValue.Text("red"));
        var wordyDose = AttributeCondition.equalTo(new AttributeKey("dose"), new AttributeValue.Text("1"));

        assertThat(desk.find(tenant, inProtection.where(colour)).getLeft())
                .isEqualTo(new SearchRefusal.UndefinedAttribute(
                        new AttributeKey("colour"),
                        List.of(new AttributeKey("bio"), new AttributeKey("crop"), new AttributeKey("dose"))));
        assertThat(desk.find(tenant, inProtection.where(wordyDose)).getLeft())
                .isEqualTo(new SearchRefusal.WrongType(wordyDose, ValueType.NUMBER));
    }

    @Test
    void what_is_remembered_is_not_searched_again_until_it_is_too_old() {
        var remembering = remembering();
        found(remembering, query("surub"));
        found(remembering, query("surub"));
        assertThat(asked).hasValue(1);

        clock.move(Duration.ofMinutes(5));
        found(remembering, query("surub"));

        assertThat(asked).hasValue(2);
    }

    @Test
    void a_price_is_never_remembered() {
        var remembering = remembering();
        found(remembering, query("selectiv"));

        reprice(Shop.SELECTIVE, "470.00");

        assertThat(remembering.find(tenant, query("selectiv")).get().hits())
                .extracting(hit -> hit.offering().listPrice())
                .containsExactly(Money.ron("470.00"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void stock_is_never_remembered() {
        var remembering = remembering();
        assertThat(found(remembering, query("selectiv").inStockOnly())).isEmpty();

        stock(Shop.SELECTIVE, "3");

        assertThat(remembering
                        .find(tenant, query("selectiv").inStockOnly())
                        .get()
                        .hits())
                .extracting(hit -> hit.stock().available().toString())
                .containsExactly("3 buc");
        assertThat(asked).hasValue(1);
    }

    @Test
    void what_is_archived_is_gone_at_once_though_it_is_remembered() {
        var remembering = remembering();
        assertThat(found(remembering, query("surub"))).containsExactly(Shop.SCREW, Shop.LONG_SCREW);

        archive(Shop.SCREW);

        assertThat(found(remembering, query("surub"))).containsExactly(Shop.LONG_SCREW);
        assertThat(asked).hasValue(1);
    }

    @Test
    void what_one_tenant_asked_is_not_remembered_for_another() {
        var cache = new CachedProductSearch(counting, clock, Duration.ofMinutes(5), 10);
        var other = new TenantId(ids.next());
        cache.matches(MatchQuestion.of(tenant, query("surub")), 10);

        assertThat(cache.matches(MatchQuestion.of(other, query("surub")), 10).best())
                .isEmpty();
    }

    @Test
    void the_question_that_was_not_asked_for_longest_is_forgotten_first() {
        var small = new CachedProductSearch(counting, clock, Duration.ofMinutes(5), 1);
        small.matches(MatchQuestion.of(tenant, query("surub")), 10);
        small.matches(MatchQuestion.of(tenant, query("erbicid")), 10);

        small.matches(MatchQuestion.of(tenant, query("surub")), 10);

        assertThat(asked).hasValue(3);
    }

    @Test
    void what_means_the_same_is_found_without_having_the_word() {
        var semantic = desk(counting, Optional.of(WEEDS));
        assertThat(semantic.learn(tenant, 2)).isEqualTo(5);
        assertThat(semantic.learn(tenant, 2)).isZero();

        var answer =
                semantic.find(tenant, query("ceva contra buruienilor xyzzyq")).get();

        assertThat(answer.meaning()).isEqualTo(MeaningPart.ACTIVE);
        assertThat(answer.hits().get(0).offering().sku()).isEqualTo(Shop.TOTAL);
        assertThat(answer.hits().get(0).relevance().semantic()).hasValue(1);
    }

    @Test
    void word_and_meaning_together_outweigh_either() {
        var semantic = desk(counting, Optional.of(WEEDS));
        semantic.learn(tenant, 100);

        assertThat(found(semantic, query("erbicid buruieni"))).startsWith(Shop.TOTAL);
    }

    @Test
    void a_model_that_does_not_answer_leaves_the_words() {
        EmbeddingModel silent = texts -> {
            throw new EmbeddingUnavailable("no answer", new IOException("timed out"));
        };
        var semantic = desk(counting, Optional.of(silent));

        var answer = semantic.find(tenant, query("selectiv")).get();

        assertThat(answer.meaning()).isEqualTo(MeaningPart.MODEL_UNAVAILABLE);
        assertThat(answer.hits()).hasSize(1);
        assertThatThrownBy(() -> semantic.learn(tenant, 10)).isInstanceOf(EmbeddingUnavailable.class);
    }

    @Test
    void without_a_model_nothing_is_learnt() {
        assertThat(desk.learn(tenant, 10)).isZero();
    }
}

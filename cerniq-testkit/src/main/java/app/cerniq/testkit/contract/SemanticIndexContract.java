package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.AttributeKey;
import app.cerniq.domain.catalog.AttributeValue;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.catalog.search.AttributeCondition;
import app.cerniq.domain.catalog.search.Embedding;
import app.cerniq.domain.catalog.search.Match;
import app.cerniq.domain.catalog.search.Matches;
import app.cerniq.domain.catalog.search.Matches.Kind;
import app.cerniq.domain.catalog.search.SearchText;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.search.MatchQuestion;
import app.cerniq.ports.catalog.search.SemanticIndex;
import app.cerniq.ports.catalog.search.SemanticIndex.Learnt;
import app.cerniq.testkit.fixture.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link SemanticIndex} must do that is active. */
public interface SemanticIndexContract extends StorageContract {

    Map<Sku, Embedding> MEANINGS = Map.of(
            Shop.TOTAL, meaning(1, 0, 0),
            Shop.SELECTIVE, meaning(0.9f, 0.1f, 0),
            Shop.FUNGICIDE, meaning(0.5f, 0.5f, 0),
            Shop.SCREW, meaning(0, 0, 1));

    private static Embedding meaning(float... axes) {
        var list = new ArrayList<Float>();
        for (var axis : axes) {
            list.add(axis);
        }
        return new Embedding(list);
    }

    private TenantId shop() {
        var tenant = new TenantId(ids().next());
        storage().tenants().setUp(tenant, "A shop");
        Shop.open(storage(), tenant);
        return tenant;
    }

    private TenantId learntShop() {
        var tenant = shop();
        var learnt = index().missing(tenant, 100).stream()
                .filter(description -> MEANINGS.containsKey(description.sku()))
                .map(description -> new Learnt(
                        description,
                        Optional.ofNullable(MEANINGS.get(description.sku())).orElseThrow()))
                .toList();
        index().keep(tenant, learnt);
        return tenant;
    }

    private SemanticIndex index() {
        return storage().semanticIndex();
    }

    private static MatchQuestion question(TenantId tenant, AttributeCondition... conditions) {
        return new MatchQuestion(tenant, new SearchText("any"), Optional.empty(), List.of(conditions));
    }

    @Test
    default void it_is_active() {
        assertThat(index().isActive()).isTrue();
    }

    @Test
    default void the_nearest_come_first() {
        var near = index().nearest(question(learntShop()), meaning(1, 0, 0), 3);

        assertThat(near)
                .isEqualTo(new Matches(
                        Kind.SEMANTIC,
                        List.of(new Match(Shop.TOTAL, 1), new Match(Shop.SELECTIVE, 2), new Match(Shop.FUNGICIDE, 3)),
                        false));
    }

    @Test
    default void conditions_narrow_what_is_near() {
        var crop = AttributeCondition.equalTo(new AttributeKey("crop"), new AttributeValue.Text("grâu"));

        var near = index().nearest(question(learntShop(), crop), meaning(1, 0, 0), 10);

        assertThat(near).isEqualTo(new Matches(Kind.SEMANTIC, List.of(new Match(Shop.SELECTIVE, 1)), true));
    }

    @Test
    default void what_was_learnt_by_another_model_is_not_near() {
        assertThat(index().nearest(question(learntShop()), meaning(1, 0), 10)).isEqualTo(Matches.none(Kind.SEMANTIC));
    }

    @Test
    default void goods_of_another_tenant_are_not_near() {
        learntShop();

        assertThat(index().nearest(question(shop()), meaning(1, 0, 0), 10)).isEqualTo(Matches.none(Kind.SEMANTIC));
    }

    @Test
    default void what_is_not_known_is_missing() {
        var missing = index().missing(learntShop(), 10);

        assertThat(missing).containsExactly(new SemanticIndex.Description(Shop.LONG_SCREW, "Șurub pentru țeavă. "));
    }

    @Test
    default void what_is_described_otherwise_is_missing_again() {
        var shop = learntShop();
        var variant = variant(shop);
        var before = variant.content();
        var renamed = variant.change(
                Optional.empty(),
                new Variant.Content("Bulon M8", before.vat(), before.attributes(), before.isStocked()));

        Shop.keep(storage(), CatalogueCommit.of(shop).withVariants(List.of(renamed.get())));

        assertThat(index().missing(shop, 1)).containsExactly(new SemanticIndex.Description(Shop.SCREW, "Bulon M8. "));
    }

    @Test
    default void archived_goods_are_not_near() {
        var shop = learntShop();

        Shop.keep(
                storage(),
                CatalogueCommit.of(shop)
                        .withVariants(List.of(variant(shop)
                                .archive("no longer made", Instant.EPOCH)
                                .get())));

        assertThat(index().nearest(question(shop), meaning(0, 0, 1), 1).best())
                .extracting(Match::sku)
                .doesNotContain(Shop.SCREW);
    }

    private Variant variant(TenantId shop) {
        return storage().catalogue().variants(shop, List.of(Shop.SCREW)).values().stream()
                .findFirst()
                .orElseThrow();
    }
}

package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.cerniq.domain.catalog.AttributeKey;
import app.cerniq.domain.catalog.AttributeValue;
import app.cerniq.domain.catalog.AttributeValue.Decimal;
import app.cerniq.domain.catalog.AttributeValue.Text;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.OfferingContent;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.catalog.search.AttributeCondition;
import app.cerniq.domain.catalog.search.AttributeCondition.AtLeast;
import app.cerniq.domain.catalog.search.AttributeCondition.AtMost;
import app.cerniq.domain.catalog.search.AttributeCondition.OneOf;
import app.cerniq.domain.catalog.search.Match;
import app.cerniq.domain.catalog.search.Matches;
import app.cerniq.domain.catalog.search.Matches.Kind;
import app.cerniq.domain.catalog.search.SearchText;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.search.MatchQuestion;
import app.cerniq.testkit.fixture.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.catalog.search.ProductSearch} must do, in the {@link Shop}. */
public interface ProductSearchContract extends StorageContract {

    AttributeKey CROP = new AttributeKey("crop");
    AttributeKey DOSE = new AttributeKey("dose");
    AttributeKey BIO = new AttributeKey("bio");
    int PLENTY = 200;

    private TenantId shop() {
        var tenant = new TenantId(ids().next());
        storage().tenants().setUp(tenant, "A shop");
        Shop.open(storage(), tenant);
        return tenant;
    }

    private Matches search(TenantId tenant, String text, AttributeCondition... conditions) {
        return storage()
                .productSearch()
                .matches(
                        new MatchQuestion(tenant, new SearchText(text), Optional.empty(), List.of(conditions)), PLENTY);
    }

    private List<Sku> found(TenantId tenant, String text, AttributeCondition... conditions) {
        return search(tenant, text, conditions).best().stream().map(Match::sku).toList();
    }

    @Test
    default void words_are_found_without_regard_to_case_diacritics_and_endings() {
        for (var text : List.of(
                "Șurub țeavă",
                "Şurub ţeavă", // with cedillas
                "S\u0326urub t\u0326eava\u0306", // in two code points per letter
                "surub teava",
                "SURUB TEAVA",
                "  teava,   SURUB!! ",
                "șurubului pentru țeavă",
                "șurub", // one word of two
                "suru")) { // its beginning
            var matches = search(shop(), text);

            assertThat(matches)
                    .as(text)
                    .isEqualTo(new Matches(
                            Kind.KEYWORD, List.of(new Match(Shop.SCREW, 1), new Match(Shop.LONG_SCREW, 1)), true));
        }
    }

    @Test
    default void a_word_in_the_name_weighs_more_than_one_in_the_description() {
        assertThat(found(shop(), "erbicid")).hasSize(3).endsWith(Shop.FUNGICIDE).contains(Shop.TOTAL, Shop.SELECTIVE);
    }

    @Test
    default void every_word_must_be_there() {
        assertThat(found(shop(), "erbicid selectiv")).containsExactly(Shop.SELECTIVE);
        assertThat(found(shop(), "selectiv sistemic")).isEmpty();
    }

    @Test
    default void words_of_attributes_and_of_the_product_domain_count() {
        var shop = shop();

        assertThat(found(shop, "porumb")).containsExactly(Shop.TOTAL);
        assertThat(found(shop, "protectia plantelor"))
                .containsExactlyInAnyOrder(Shop.TOTAL, Shop.SELECTIVE, Shop.FUNGICIDE);
    }

    @Test
    default void a_misspelt_word_is_found_and_told_apart() {
        for (var text : List.of("selectvi", "sellectiv", "selctiv", "erbicd selectvi")) {
            var matches = search(shop(), text);

            assertThat(matches).as(text).isEqualTo(new Matches(Kind.TYPO, List.of(new Match(Shop.SELECTIVE, 1)), true));
        }
    }

    @Test
    default void erbicd_finds_what_erbicid_finds() {
        var shop = shop();

        assertThat(found(shop, "erbicd")).isNotEmpty().isEqualTo(found(shop, "erbicid"));
    }

    @Test
    default void a_part_of_a_sku_is_enough() {
        for (var text : List.of("ERB-GLIF-20L", "erb-glif-20l", "glif-20l", "GLIF", "gli", "lif")) {
            var matches = search(shop(), text);

            assertThat(matches).as(text).isEqualTo(new Matches(Kind.KEYWORD, List.of(new Match(Shop.TOTAL, 1)), true));
        }
    }

    @Test
    default void a_word_that_no_goods_have_is_left_aside_unless_there_is_no_other() {
        var shop = shop();

        assertThat(found(shop, "xyzzyq selectiv")).containsExactly(Shop.SELECTIVE);
        assertThat(search(shop, "xyzzyq")).isEqualTo(Matches.none(Kind.KEYWORD));
    }

    @Test
    default void attributes_narrow_what_is_found() {
        var shop = shop();

        assertThat(found(shop, "erbicid", AttributeCondition.equalTo(CROP, new Text("grâu"))))
                .containsExactly(Shop.SELECTIVE);
        assertThat(found(shop, "erbicid", new OneOf(CROP, List.of(new Text("porumb"), new Text("grâu")))))
                .containsExactlyInAnyOrder(Shop.TOTAL, Shop.SELECTIVE);
        assertThat(found(shop, "erbicid", AttributeCondition.equalTo(BIO, new AttributeValue.Flag(true))))
                .containsExactly(Shop.SELECTIVE);
        assertThat(found(shop, "erbicid", AttributeCondition.equalTo(CROP, new Text("gr\"âu\\ && true"))))
                .isEmpty();
    }

    @Test
    default void the_bounds_of_a_number_are_inside() {
        var shop = shop();

        assertThat(found(shop, "erbicid", new AtLeast(DOSE, Decimal.of("1")), new AtMost(DOSE, Decimal.of("3.50"))))
                .containsExactly(Shop.TOTAL, Shop.FUNGICIDE);
        assertThat(found(shop, "erbicid", new AtLeast(DOSE, Decimal.of("3.5001"))))
                .isEmpty();
        assertThat(found(shop, "erbicid", AttributeCondition.equalTo(DOSE, Decimal.of("3.500"))))
                .containsExactly(Shop.TOTAL);
    }

    @Test
    default void a_value_of_another_type_meets_no_condition() {
        var shop = shop();

        assertThat(found(shop, "erbicid", AttributeCondition.equalTo(DOSE, new Text("3.5"))))
                .isEmpty();
        assertThat(found(shop, "erbicid", new AtLeast(CROP, Decimal.of("0")))).isEmpty();
        assertThat(found(shop, "erbicid", AttributeCondition.equalTo(BIO, new Text("true"))))
                .isEmpty();
    }

    @Test
    default void one_product_domain_can_be_searched_alone() {
        var shop = shop();
        var text = new SearchText("azoxistrobin");

        var inside = new MatchQuestion(shop, text, Optional.of(Shop.PROTECTION.code()), List.of());
        var elsewhere = new MatchQuestion(shop, text, Optional.of(new ProductDomainCode("irigatii")), List.of());

        assertThat(storage().productSearch().matches(inside, PLENTY).best())
                .containsExactly(new Match(Shop.FUNGICIDE, 1));
        assertThat(storage().productSearch().matches(elsewhere, PLENTY).best()).isEmpty();
    }

    @Test
    default void no_more_are_named_than_asked_for_and_it_is_said_that_there_are_others() {
        var question = new MatchQuestion(shop(), new SearchText("surub"), Optional.empty(), List.of());

        assertThat(storage().productSearch().matches(question, 1))
                .isEqualTo(new Matches(Kind.KEYWORD, List.of(new Match(Shop.SCREW, 1)), false));
        assertThat(storage().productSearch().matches(question, 2).isAll()).isTrue();
    }

    @Test
    default void archived_goods_are_not_found() {
        var shop = shop();

        Shop.keep(storage(), CatalogueCommit.of(shop).withVariants(List.of(archived(shop, Shop.SCREW))));

        assertThat(found(shop, "surub")).containsExactly(Shop.LONG_SCREW);
    }

    private Variant archived(TenantId tenant, Sku sku) {
        return variant(tenant, sku).archive("no longer made", Instant.EPOCH).get();
    }

    private Variant variant(TenantId tenant, Sku sku) {
        return storage().catalogue().variants(tenant, List.of(sku)).values().stream()
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void goods_of_an_archived_offering_are_not_found() {
        var shop = shop();
        var code = OfferingCode.of(Shop.SCREW);
        var offering = storage().catalogue().offerings(shop, List.of(code)).values().stream()
                .findFirst()
                .orElseThrow();

        Shop.keep(
                storage(),
                CatalogueCommit.of(shop)
                        .withOfferings(List.of(offering.archive("no longer made", Instant.EPOCH)
                                .get())));

        assertThat(found(shop, "surub")).containsExactly(Shop.LONG_SCREW);
    }

    @Test
    default void goods_are_found_by_what_they_are_called_now() {
        var shop = shop();
        var variant = variant(shop, Shop.SCREW);
        var before = variant.content();
        var renamed = variant.change(
                        Optional.empty(),
                        new Variant.Content("Bulon M8", before.vat(), before.attributes(), before.isStocked()))
                .get();

        Shop.keep(storage(), CatalogueCommit.of(shop).withVariants(List.of(renamed)));

        assertThat(found(shop, "bulon")).containsExactly(Shop.SCREW);
    }

    @Test
    default void a_new_version_is_searched_from_its_activation_on() {
        var shop = shop();
        var code = OfferingCode.of(Shop.SCREW);
        var offering = storage().catalogue().offerings(shop, List.of(code)).values().stream()
                .findFirst()
                .orElseThrow();
        var drafted = offering.draft(Optional.empty(), OfferingContent.named("Holșurub zincat"))
                .get();
        Shop.keep(storage(), CatalogueCommit.of(shop).withOfferings(List.of(drafted)));
        assertThat(found(shop, "zincat")).isEmpty();

        Shop.keep(
                storage(),
                CatalogueCommit.of(shop)
                        .withOfferings(
                                List.of(drafted.activate(2, Optional.empty()).get())));

        assertThat(found(shop, "zincat")).containsExactly(Shop.SCREW);
    }

    @Test
    default void goods_are_found_by_the_new_name_of_their_domain() {
        var shop = shop();
        var renamed = new ProductDomain(Shop.PROTECTION.code(), "Fitosanitare", Shop.PROTECTION.definitions(), 2);

        Shop.keep(storage(), CatalogueCommit.of(shop).withDomains(List.of(renamed)));

        assertThat(found(shop, "fitosanitare")).containsExactlyInAnyOrder(Shop.TOTAL, Shop.SELECTIVE, Shop.FUNGICIDE);
    }

    @Test
    default void the_goods_of_another_tenant_are_not_found_and_their_words_are_not_known() {
        shop();
        var other = new TenantId(ids().next());
        storage().tenants().setUp(other, "Another");

        assertThat(search(other, "erbicid")).isEqualTo(Matches.none(Kind.KEYWORD));
        assertThat(search(other, "erbicd")).isEqualTo(Matches.none(Kind.KEYWORD));
        assertThat(search(new TenantId(ids().next()), "erbicid")).isEqualTo(Matches.none(Kind.KEYWORD));
    }

    @Test
    default void no_text_is_a_command_and_none_fails() {
        for (var text : List.of(
                "'",
                "''",
                "\"",
                "\\",
                "%",
                "_",
                "%%%",
                "a%' or 1=1 --",
                "&",
                "!",
                "|",
                "<->",
                ":*",
                "(",
                "a:*b",
                "!!erb",
                "🌽",
                "🌽🌽 🚜",
                "\u0001",
                "\t\n.",
                "﷽",
                "ß",
                "ἀ",
                "\u200b\u200b",
                "null",
                "select",
                "$1",
                "${schema}",
                ":words",
                "'erbicid' & !'total'",
                "erbicid' | 'surub",
                "\\'erbicid")) {
            assertThatCode(() -> search(shop(), text)).as(text).doesNotThrowAnyException();
        }
    }

    @Test
    default void operators_do_not_operate() {
        var shop = shop();

        assertThat(found(shop, "selectiv | surub")).isEqualTo(found(shop, "selectiv surub"));
        assertThat(found(shop, "!selectiv")).containsExactly(Shop.SELECTIVE);
        assertThat(found(shop, "🌽 selectiv 🌽")).containsExactly(Shop.SELECTIVE);
    }

    @Test
    default void the_longest_text_has_an_answer() {
        var longest = "selectiv " + "x".repeat(SearchText.LONGEST - "selectiv ".length());

        assertThat(found(shop(), longest)).containsExactly(Shop.SELECTIVE);
    }
}

package app.cerniq.domain.guardrail.reading;

import static app.cerniq.domain.guardrail.reading.Shelf.MAIZE;
import static app.cerniq.domain.guardrail.reading.Shelf.NPK;
import static app.cerniq.domain.guardrail.reading.Shelf.UREA;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Claim.PhraseKind;
import app.cerniq.domain.guardrail.Claim.Stance;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.shared.Unit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goods, stock and promises. */
class ReadingWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Uree 46% N",
                "uree 46% n",
                "ureea",
                "UREEI",
                "Urea 46 % N",
                "ING-UREE-46",
                "ing uree 46",
                "inguree46",
                "ING_UREE_46",
                "u\u200Bree",
                "Urее"
            })
    void goods_are_known_by_code_and_by_name(String text) {
        assertThat(Shelf.read(text)).singleElement().isInstanceOf(Claim.Product.class);
        assertThat(Shelf.only(Claim.Product.class, text).about()).containsExactly(UREA);
    }

    @Test
    void a_figure_of_a_name_that_is_not_whole_is_a_claim() {
        assertThat(Shelf.only(Claim.Share.class, "uree 46%").percent()).hasToString("46 %");
    }

    @Test
    void a_figure_after_a_name_is_not_taken_into_it() {
        assertThat(Shelf.only(Claim.Goods.class, "ING-UREE 46 t").quantity()).hasToString("46 t");
    }

    @Test
    void a_name_that_several_goods_share_names_them_all() {
        var lexicon = Lexicon.of(
                List.of(
                        new Lexicon.Entry(UREA, "Uree 46% N", Unit.TONNE),
                        new Lexicon.Entry(NPK, "Uree 40% N", Unit.TONNE)),
                List.of(),
                List.of());

        assertThat(ClaimReader.read("ureea", lexicon, Shelf.TODAY))
                .singleElement()
                .extracting(Claim::about)
                .isEqualTo(Set.of(UREA, NPK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XYZ-1234", "abc123", "ING-UREE-47", "OF-2027-0012"})
    void what_looks_like_a_code_and_is_none_is_unknown(String text) {
        assertThat(Shelf.only(Claim.UnknownProduct.class, text).words()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ureea este pe stoc           | IN_STOCK
                    avem uree                    | IN_STOCK
                    urea is in stock             | IN_STOCK
                    ureea este disponibilă       | IN_STOCK
                    nu avem uree                 | OUT_OF_STOCK
                    ureea nu e pe stoc           | OUT_OF_STOCK
                    ureea este epuizată          | OUT_OF_STOCK
                    urea is out of stock         | OUT_OF_STOCK
                    uree doar la comandă         | ON_ORDER
                    uree: stoc limitat           | LIMITED
                    ultimele bucăți              | LIMITED
                    """)
    void what_is_said_about_stock(String text, Stance stance) {
        assertThat(Shelf.only(Claim.Availability.class, text).stance()).isEqualTo(stance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    garanție pe viață                         | LIFETIME_WARRANTY
                    a lifetime warranty                       | LIFETIME_WARRANTY
                    transport gratuit oriunde în țară         | FREE_DELIVERY_ANYWHERE
                    livrăm gratuit                            | FREE_DELIVERY_ANYWHERE
                    free shipping                             | FREE_DELIVERY_ANYWHERE
                    nu doar livrare gratuită                  | FREE_DELIVERY_ANYWHERE
                    cel mai mic preț de pe piață              | CHEAPEST_ON_THE_MARKET
                    cheapest on the market                    | CHEAPEST_ON_THE_MARKET
                    prețuri imbatabile                        | CHEAPEST_ON_THE_MARKET
                    100% satisfacție                          | FULL_SATISFACTION
                    satisfaction guaranteed                   | FULL_SATISFACTION
                    agromaxului                               | COMPETITOR
                    A g r o - M a x                           | COMPETITOR
                    HOLDA  DE  AUR                            | COMPETITOR
                    profit\u00ADul e profit garantat          | FORBIDDEN_BY_TENANT
                    """)
    void what_is_never_lightly_said(String text, PhraseKind kind) {
        assertThat(Shelf.all(Claim.Phrase.class, text))
                .extracting(Claim.Phrase::kind)
                .containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transportul nu este gratuit", "acesta este cel mai bun preț pe care îl putem oferi"})
    void who_promises_nothing_has_not_promised(String text) {
        assertThat(Shelf.all(Claim.Phrase.class, text)).isEmpty();
    }

    @Test
    void in_a_text_about_one_product_everything_is_about_it() {
        var claims = Shelf.read("Avem 20 t. Prețul e 2.400 lei/t.\nLivrăm ureea în 3 zile.");

        assertThat(claims).allSatisfy(claim -> assertThat(claim.about()).containsExactly(UREA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Uree 46% N la 2.400 lei/t, NPK 20-20-0 la 2.600 lei/t.",
                "Uree 2.400 lei/t și NPK 2.600 lei/t",
                "- Uree: 20 t x 2.400 lei/t\n- NPK: 10 t x 2.600 lei/t",
                "| Uree | 20 t | 2.400 lei/t |\n| NPK | 10 t | 2.600 lei/t |",
                "Uree\n- preț: 2.400 lei/t\nNPK\n- preț: 2.600 lei/t",
                "Prețul la uree e 2400, iar la NPK e 2600.",
                "2.400 lei tona de uree, 2.600 lei tona de NPK"
            })
    void a_figure_is_about_the_goods_nearest_to_it(String text) {
        var amounts = Shelf.all(Claim.Amount.class, text);

        assertThat(amounts).hasSize(2);
        assertThat(amounts.get(0).about()).containsExactly(UREA);
        assertThat(amounts.get(1).about()).containsExactly(NPK);
    }

    @Test
    void where_several_goods_can_be_meant_all_are_named() {
        assertThat(Shelf.only(Claim.Term.class, "Uree și porumb.\nLivrare în 3 zile.")
                        .about())
                .containsExactlyInAnyOrder(UREA, MAIZE);
    }

    @Test
    void a_total_over_several_goods_is_about_none_of_them() {
        var total = Shelf.all(Claim.Amount.class, "20 t de uree și 10 t de NPK, total 74.000 lei")
                .get(0);

        assertThat(total.use()).isEqualTo(Use.TOTAL);
        assertThat(total.about()).isEmpty();
    }
}

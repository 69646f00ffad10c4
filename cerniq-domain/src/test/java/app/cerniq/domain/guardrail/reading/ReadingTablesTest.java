package app.cerniq.domain.guardrail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.shared.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTablesTest {

    @ParameterizedTest
    @ValueSource(strings = {" | ", "\t", ";", " — ", "   "})
    void what_a_figure_in_a_table_is_for_is_said_by_the_head_of_its_column(String separator) {
        var text = String.join(separator, "Produs", "Preț", "Valoare") + "\n"
                + String.join(separator, "Uree 46% N", "2.280,00", "45.600,00");

        var amounts = amounts(text);

        assertThat(amounts)
                .extracting(Claim.Amount::use, Claim.Amount::money)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Use.PRICE, Money.ron("2280.00")),
                        org.assertj.core.groups.Tuple.tuple(Use.TOTAL, Money.ron("45600.00")));
    }

    @Test
    void a_figure_under_quantity_counts_what_the_goods_are_sold_by() {
        var claims = Shelf.read("Produs | Cant. | Preț\nUree 46% N | 20 | 2.280,00");

        assertThat(claims)
                .anyMatch(claim -> claim instanceof Claim.Goods goods
                        && goods.quantity().toString().equals("20 t"));
    }

    @Test
    void the_numbers_of_rows_are_no_figures_under_a_head_that_says_so() {
        var numbered = Shelf.read("Nr. | Produs | Preț\n1 | Uree 46% N | 2.280,00");
        var bare = Shelf.read("Poate | Produs | Altul\n1 | Uree 46% N | alta");

        assertThat(numbered).noneMatch(Claim.Unread.class::isInstance);
        assertThat(bare).anyMatch(claim -> !(claim instanceof Claim.Product));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ureea costă 2.280 lei pe oră.",
                "Ureea costă 2.280 lei pe sută de kilograme.",
                "Un bidon de uree la 2.280 lei.",
                "Rola de uree costă 2.280 lei.",
                "Ureea este 2.280 lei/acru.",
                "Urea at RON 2,280 for the pair."
            })
    void a_price_for_what_nothing_is_sold_by_is_understood_by_nobody(String text) {
        assertThat(Shelf.read(text)).anyMatch(Claim.Unread.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Total net: 100 lei", "Net 100 lei, brut 111 lei", "100 lei înainte de TVA", "100 RON before VAT"
            })
    void an_amount_that_is_called_net_is_without_tax(String text) {
        assertThat(amounts(text).get(0).vat()).isEqualTo(Claim.Vat.EXCLUDED);
    }

    @Test
    void a_discount_that_is_told_as_a_share_is_not_that_of_the_amount_beside_it() {
        assertThat(amounts("Ureea: 2.280 lei/t după reducerea de 5%.").get(0).use())
                .isEqualTo(Use.PRICE);
        assertThat(amounts("Ureea are 5% reducere, adică 120 lei.").get(0).use())
                .isEqualTo(Use.DISCOUNT);
    }

    private static List<Claim.Amount> amounts(String text) {
        return Shelf.read(text).stream()
                .filter(Claim.Amount.class::isInstance)
                .map(claim -> (Claim.Amount) claim)
                .toList();
    }
}

package app.cerniq.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.examples.data.CsvFault.Kind;
import io.vavr.control.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueCsvTest {

    private static final String HEADER = "sku,name,unit,list_price,floor_price,cost,vat_category,vat_rate,on_hand\n";
    private static final String UREA = "UREE-46,\"Uree 46 %, big bag\",t,2480.00,2305,2165.5,S,11,420.250\n";

    @TempDir
    private Path folder;

    @Test
    void a_line_becomes_an_offering_and_its_stock() {
        assertThat(read(UREA).get())
                .isEqualTo(new Catalogue(
                        List.of(new PricedOffering(
                                new Sku("UREE-46"),
                                1,
                                "Uree 46 %, big bag",
                                Unit.TONNE,
                                "standard",
                                Money.ron("2480.00"),
                                Money.ron("2305.00"),
                                Optional.of(Money.ron("2165.50")),
                                VatTreatment.taxed("11"))),
                        Map.of(new Sku("UREE-46"), Quantity.of("420.250", Unit.TONNE))));
    }

    @Test
    void an_empty_cost_is_not_known_and_never_zero() {
        assertThat(read(UREA.replace("2165.5", "")).get().offerings())
                .extracting(PricedOffering::cost)
                .containsExactly(Optional.empty());
    }

    @Test
    void nothing_on_hand_is_no_stock() {
        assertThat(read(UREA.replace("420.250", "0")).get().onHand()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sku          | UREE 46  | 1 to 64 letters, digits, dots, dashes, underscores or slashes
                    sku          | ''       | 1 to 64 letters, digits, dots, dashes, underscores or slashes
                    name         | ''       | 1 to 200 characters in one line
                    unit         | tona     | one of buc, kg, t, l, m, mp, mc, set, sac, palet, ha
                    list_price   | 2.480,00 | a plain number such as 1234.50, with a decimal point
                    list_price   | 1e4      | a plain number such as 1234.50, with a decimal point
                    list_price   | -1       | a plain number such as 1234.50, with a decimal point
                    list_price   | 2480.001 | 0 to 999999999999.99 RON with at most 2 decimals
                    list_price   | ''       | a plain number such as 1234.50, with a decimal point
                    floor_price  | 2480.01  | at most the list price, 2480.00 RON
                    cost         | ?        | a plain number such as 1234.50, with a decimal point
                    vat_category | X        | one of [S, Z, E, AE, K, G, O]
                    vat_rate     | 11 %     | a plain number such as 1234.50, with a decimal point
                    vat_rate     | 110      | 0 to 100 percent points with at most 2 decimals
                    vat_rate     | 0        | a rate above 0, because the VAT category is S
                    on_hand      | many     | a plain number such as 1234.50, with a decimal point
                    on_hand      | 0.0001   | a number above 0 with at most 3 decimals of t
                    """)
    void a_bad_value_is_told_with_its_line_and_column_and_what_would_do(String column, String bad, String accepted) {
        var given = bad.isEmpty() ? "nothing" : bad;

        assertThat(read(ureaWith(column, bad)).getError())
                .containsExactly(fault(Kind.INVALID_VALUE, 2, column, given, accepted));
    }

    @Test
    void a_list_price_of_zero_is_refused() {
        assertThat(read(UREA.replace("2480.00", "0").replace("2305", "0")).getError())
                .containsExactly(fault(Kind.INVALID_VALUE, 2, "list_price", "0", "a price above zero"));
    }

    @Test
    void a_rate_where_the_category_has_none_is_refused() {
        assertThat(read(UREA.replace(",S,11,", ",AE,11,")).getError())
                .containsExactly(fault(Kind.INVALID_VALUE, 2, "vat_rate", "11", "0, because the VAT category is AE"));
    }

    @Test
    void a_sku_that_stands_twice_is_refused_with_the_line_of_the_first() {
        assertThat(read(UREA + UREA.replace("Uree", "Altă uree")).getError())
                .containsExactly(fault(Kind.DUPLICATE, 3, "sku", "UREE-46", "a value of its own; line 2 has this one"));
    }

    @Test
    void all_faults_of_all_lines_are_told_at_once() {
        var broken = "UREE 46,,t,x,2305,y,Q,z,w\n";

        var faults = read(broken + UREA + "too,few\n" + broken).getError();

        assertThat(faults)
                .extracting(CsvFault::line, CsvFault::column)
                .containsExactly(
                        at(2, "sku"),
                        at(2, "on_hand"),
                        at(2, "name"),
                        at(2, "list_price"),
                        at(2, "cost"),
                        at(2, "vat_category"),
                        at(2, "vat_rate"),
                        at(4, ""),
                        at(5, "sku"),
                        at(5, "on_hand"),
                        at(5, "name"),
                        at(5, "list_price"),
                        at(5, "cost"),
                        at(5, "vat_category"),
                        at(5, "vat_rate"));
    }

    private static Tuple at(long line, String column) {
        return tuple(line, column);
    }

    private static String ureaWith(String column, String value) {
        var fields =
                new ArrayList<>(List.of("UREE-46", "Uree", "t", "2480.00", "2305", "2165.5", "S", "11", "420.250"));
        fields.set(CatalogueCsv.COLUMNS.indexOf(column), '"' + value + '"');
        return String.join(",", fields) + "\n";
    }

    private CsvFault fault(Kind kind, long line, String column, String given, String accepted) {
        return new CsvFault(kind, file().toString(), line, column, given, accepted);
    }

    private Path file() {
        return folder.resolve("catalogue.csv");
    }

    private Validation<List<CsvFault>, Catalogue> read(String lines) {
        try {
            return new CatalogueCsv("standard").read(Files.writeString(file(), HEADER + lines));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}

package app.cerniq.domain.guardrail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.Claim.Vat;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a figure counts and what it is meant for. */
class ReadingFiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Prețul este 2.400 lei/t fără TVA                  | 2400.00 RON | PRICE    | TONNE    | EXCLUDED
                    prețul e de 2400 de lei pe tonă plus TVA          | 2400.00 RON | PRICE    | TONNE    | EXCLUDED
                    Ureea costă o mie două sute de lei tona           | 1200.00 RON | PRICE    | TONNE    | UNSTATED
                    at EUR 480/tonne excl. VAT                        | 480.00 EUR  | PRICE    | TONNE    | EXCLUDED
                    la 2.400 pe tonă                                  | 2400.00 RON | PRICE    | TONNE    | UNSTATED
                    prețul e 2400                                     | 2400.00 RON | PRICE    |          | UNSTATED
                    Vă fac 2.350.                                     | 2350.00 RON | UNSTATED |          | UNSTATED
                    prețul pentru o tonă este 2.400 lei               | 2400.00 RON | PRICE    | TONNE    | UNSTATED
                    Total: 48.000 lei + TVA                           | 48000.00 RON| TOTAL    |          | EXCLUDED
                    suma de plată este 57.120 lei (TVA inclus)        | 57120.00 RON| TOTAL    |          | INCLUDED
                    altogether 1,200.50 dollars incl. VAT             | 1200.50 USD | TOTAL    |          | INCLUDED
                    TVA: 9.120 lei                                    | 9120.00 RON | VAT      |          | UNSTATED
                    reducere de 100 lei/t                             | 100.00 RON  | DISCOUNT | TONNE    | UNSTATED
                    avans 10.000 lei                                  | 10000.00 RON| ADVANCE  |          | UNSTATED
                    transport 350 lei                                 | 350.00 RON  | DELIVERY |          | UNSTATED
                    12 lei și 50 de bani                              | 12.50 RON   | UNSTATED |          | UNSTATED
                    50 bani pe kg                                     | 0.50 RON    | PRICE    | KILOGRAM | UNSTATED
                    €20 each                                          | 20.00 EUR   | PRICE    | PIECE    | UNSTATED
                    2400 lеi                                          | 2400.00 RON | UNSTATED |          | UNSTATED
                    """)
    void an_amount(String text, String money, Use use, Unit per, Vat vat) {
        var amount = Shelf.only(Claim.Amount.class, text);

        assertThat(amount.money()).hasToString(money);
        assertThat(amount.use()).isEqualTo(use);
        assertThat(amount.per()).isEqualTo(Optional.ofNullable(per));
        assertThat(amount.vat()).isEqualTo(vat);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    15% reducere                              | 15    | DISCOUNT
                    vă dăm un rabat de cinșpe la sută         | 15    | DISCOUNT
                    a fifteen-percent discount                | 15    | DISCOUNT
                    scădem 7,5 procente                       | 7.5   | DISCOUNT
                    cu 10 puncte procentuale                  | 10    | UNSTATED
                    15 ‰                                      | 1.5   | UNSTATED
                    TVA 21%                                   | 21    | VAT
                    avans 30 la sută                          | 30    | ADVANCE
                    la jumătate de preț                       | 50    | DISCOUNT
                    half price                                | 50    | DISCOUNT
                    primiți un sac gratis?                    | 100   | DISCOUNT
                    reducere 1​5%                             | 15    | DISCOUNT
                    reducere １５％                           | 15    | DISCOUNT
                    reducere ١٥٪                              | 15    | DISCOUNT
                    """)
    void a_share(String text, String points, Use use) {
        var share = Shelf.only(Claim.Share.class, text);

        assertThat(share.percent()).isEqualTo(Percentage.of(points));
        assertThat(share.use()).isEqualTo(use);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    20t                             | 20    | TONNE
                    douăzeci de tone                | 20    | TONNE
                    o jumătate de tonă              | 0.5   | TONNE
                    o tonă și jumătate              | 1.5   | TONNE
                    one and a half tonnes           | 1.5   | TONNE
                    avem 1,500 t de uree            | 1.5   | TONNE
                    we have 1,500 kg for you        | 1500  | KILOGRAM
                    1.500 kg de uree                | 1500  | KILOGRAM
                    a dozen bags                    | 12    | BAG
                    un sac                          | 1     | BAG
                    50 kg                           | 50    | KILOGRAM
                    10 litri                        | 10    | LITRE
                    25 mp                           | 25    | SQUARE_METRE
                    25 m²                           | 25    | SQUARE_METRE
                    3 metri cubi                    | 3     | CUBIC_METRE
                    4 paleți                        | 4     | PALLET
                    12 hectare                      | 12    | HECTARE
                    6 bucăți                        | 6     | PIECE
                    2 seturi                        | 2     | SET
                    30 metri                        | 30    | METRE
                    """)
    void a_quantity(String text, String value, Unit unit) {
        assertThat(Shelf.only(Claim.Goods.class, text).quantity()).isEqualTo(Quantity.of(value, unit));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    livrare în 3 zile lucrătoare            | 3     | 3     | true  | DELIVERY
                    livrăm în 10-12 zile                    | 10    | 12    | false | DELIVERY
                    livrare între 10 și 12 zile             | 10    | 12    | false | DELIVERY
                    două-trei zile                          | 2     | 3     | false | UNSTATED
                    în 24h                                  | 1     | 1     | false | UNSTATED
                    plata la 30 de zile                     | 30    | 30    | false | PAYMENT
                    payment within two weeks                | 14    | 14    | false | PAYMENT
                    garanție 24 de luni                     | 720   | 720   | false | WARRANTY
                    doi ani garanție                        | 730   | 730   | false | WARRANTY
                    un an și jumătate garanție              | 547.5 | 547.5 | false | WARRANTY
                    oferta e valabilă o săptămână           | 7     | 7     | false | VALIDITY
                    livrăm săptămâna viitoare               | 2     | 8     | false | DELIVERY
                    """)
    void a_term(String text, BigDecimal least, BigDecimal most, boolean working, Use use) {
        var term = Shelf.only(Claim.Term.class, text);

        assertThat(term.least()).isEqualByComparingTo(least);
        assertThat(term.most()).isEqualByComparingTo(most);
        assertThat(term.workingDays()).isEqualTo(working);
        assertThat(term.use()).isEqualTo(use);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    livrăm mâine                          | 2026-11-22 | DELIVERY
                    livrarea ajunge vineri                | 2026-11-27 | DELIVERY
                    delivery next Friday                  | 2026-11-27 | DELIVERY
                    livrăm luni                           | 2026-11-23 | DELIVERY
                    livrare pe 15 martie                  | 2027-03-15 | DELIVERY
                    delivery on March 15th                | 2027-03-15 | DELIVERY
                    delivery on the 15th of March 2027    | 2027-03-15 | DELIVERY
                    plata până la 15.03.2027              | 2027-03-15 | PAYMENT
                    plata până la 2027-03-15              | 2027-03-15 | PAYMENT
                    oferta expiră pe 30.11                | 2026-11-30 | VALIDITY
                    valabil până la sfârșitul lunii       | 2026-11-30 | VALIDITY
                    plata pe cincisprezece decembrie      | 2026-12-15 | PAYMENT
                    """)
    void a_day(String text, LocalDate date, Use use) {
        var day = Shelf.only(Claim.Day.class, text);

        assertThat(day.date()).isEqualTo(date);
        assertThat(day.use()).isEqualTo(use);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "între 10 și 12 lei",
                "10-12 lei",
                "10 sau 12 lei",
                "de la 10 la 12 lei",
                "10 to 12 lei",
                "€10-€12"
            })
    void a_range_of_amounts_is_both_its_ends(String text) {
        assertThat(Shelf.all(Claim.Amount.class, text))
                .extracting(amount -> amount.money().amount().intValue())
                .containsExactly(10, 12);
    }

    @Test
    void a_product_of_figures_is_each_of_them() {
        var text = "Uree: 20 x 2.400 = 48.000 lei";

        assertThat(Shelf.only(Claim.Goods.class, text).quantity()).isEqualTo(Quantity.of("20", Unit.TONNE));
        assertThat(Shelf.all(Claim.Amount.class, text))
                .extracting(Claim.Amount::money, Claim.Amount::use)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Money.ron("2400"), Use.PRICE),
                        org.assertj.core.groups.Tuple.tuple(Money.ron("48000"), Use.TOTAL));
    }

    @Test
    void an_amount_without_currency_in_a_text_of_two_currencies_is_unread() {
        assertThat(Shelf.all(Claim.Unread.class, "100 lei sau 20 euro; la 300 pe tonă"))
                .hasSize(1);
    }
}

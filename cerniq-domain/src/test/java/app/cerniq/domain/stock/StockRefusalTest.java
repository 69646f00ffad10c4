package app.cerniq.domain.stock;

import static app.cerniq.domain.stock.Stocks.SKU;
import static app.cerniq.domain.stock.Stocks.at;
import static app.cerniq.domain.stock.Stocks.kg;
import static app.cerniq.domain.stock.Stocks.level;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StockRefusalTest {

    static Stream<StockRefusal> oneOfEach() {
        return Stream.of(
                new StockRefusal.UnknownTenant(new TenantId(new UUID(1, 1))),
                new StockRefusal.IdempotencyKeyReused("key-1"),
                new StockRefusal.UnknownSku(SKU),
                new StockRefusal.NotKept(SKU),
                new StockRefusal.UnknownLocation(new LocationCode("w9"), List.of()),
                new StockRefusal.LocationNotEmpty(new LocationCode("w1"), List.of(level("w1", "5", "0"))),
                new StockRefusal.WrongUnit(SKU, "5 l", "kg"),
                new StockRefusal.BelowReserved(at("w1"), kg("3"), kg("4"), kg("0")),
                new StockRefusal.NotEnoughThere(at("w1"), Quantity.of("5", Unit.KILOGRAM), kg("3")),
                new StockRefusal.PlaceTwice(at("w1")));
    }

    @Test
    void no_refusal_is_missing_here() {
        assertThat(oneOfEach().map(Object::getClass))
                .containsExactlyInAnyOrder(StockRefusal.class.getPermittedSubclasses());
    }

    /** Hosts translate and count by these codes: none of them ever changes. */
    @Test
    void the_codes_are_these_for_ever() {
        assertThat(oneOfEach().map(StockRefusal::code))
                .containsExactly(
                        "UNKNOWN_TENANT",
                        "IDEMPOTENCY_KEY_REUSED",
                        "UNKNOWN_SKU",
                        "NOT_KEPT",
                        "UNKNOWN_LOCATION",
                        "LOCATION_NOT_EMPTY",
                        "WRONG_UNIT",
                        "BELOW_RESERVED",
                        "NOT_ENOUGH_THERE",
                        "PLACE_TWICE");
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void every_refusal_is_a_whole_sentence(StockRefusal refusal) {
        assertThat(refusal.sentence()).matches("[A-Z].*[^. ]\\.");
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void every_refusal_says_what_was_given_and_what_would_be_accepted(StockRefusal refusal) {
        assertThat(List.of(refusal.given(), refusal.accepted())).noneMatch(String::isBlank);
    }

    @Test
    void a_count_below_what_is_held_names_both_figures() {
        assertThat(new StockRefusal.BelowReserved(at("w1"), kg("3"), kg("4"), kg("0")).describe())
                .isEqualTo("BELOW_RESERVED: Of SEM-ORZ-02 at w1, 4 kg are held for deals."
                        + " Given: 3 kg. Accepted: at least 4 kg, or holds that are released first.");
    }

    @Test
    void and_the_safety_stock_where_there_is_one() {
        assertThat(new StockRefusal.BelowReserved(at("w1"), kg("3"), kg("4"), kg("1")))
                .extracting(StockRefusal::sentence, StockRefusal::accepted)
                .containsExactly(
                        "Of SEM-ORZ-02 at w1, 4 kg are held for deals and 1 kg are safety stock.",
                        "at least 5 kg, or holds that are released first");
    }

    @Test
    void an_unknown_location_is_answered_with_those_there_are() {
        var known = List.of(new LocationCode("principal"), new LocationCode("w1"));

        assertThat(new StockRefusal.UnknownLocation(new LocationCode("w9"), known).accepted())
                .isEqualTo("one of principal, w1");
    }

    @Test
    void a_location_that_is_not_empty_says_what_lies_there() {
        assertThat(new StockRefusal.LocationNotEmpty(new LocationCode("w1"), List.of(level("w1", "5", "0"))).given())
                .isEqualTo("5 kg of SEM-ORZ-02");
    }
}

package app.cerniq.domain.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.shared.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceListTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final SalesChannelCode DEALERS = new SalesChannelCode("dealers");
    private static final Optional<SalesChannelCode> EVERY_CHANNEL = Optional.empty();
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Validity SPRING = Validity.between(MARCH, MAY);

    private static final PriceList STANDARD = list("standard", Money.RON, EVERY_CHANNEL, Validity.ALWAYS, 0);

    @Test
    void two_lists_with_the_same_say_at_the_same_time_are_refused() {
        var spring = list("spring", Money.RON, EVERY_CHANNEL, SPRING, 0);
        var higher = list("higher", Money.RON, EVERY_CHANNEL, SPRING, 5);

        var refusal = spring.beside(List.of(STANDARD, higher)).getLeft();

        assertThat(refusal).isEqualTo(new CatalogRefusal.PriceListsOverlap(spring, STANDARD, List.of(0, 5)));
        assertThat(refusal.describe())
                .isEqualTo(
                        "PRICE_LISTS_OVERLAP: Price list standard in RON for every sales channel has the same precedence"
                                + " at the same time: [1970-01-01T00:00:00Z, without end)."
                                + " Given: price list spring with precedence 0 during [2026-03-01T00:00:00Z, 2026-05-01T00:00:00Z)."
                                + " Accepted: a precedence other than [0, 5], or a time outside [1970-01-01T00:00:00Z, without end).");
    }

    @Test
    void another_precedence_time_currency_or_channel_makes_no_tie() {
        var all = List.of(
                list("spring", Money.RON, EVERY_CHANNEL, SPRING, 1),
                list("later", Money.RON, EVERY_CHANNEL, Validity.from(MAY), 1),
                list("euro", EURO, EVERY_CHANNEL, Validity.ALWAYS, 0),
                list("dealers", Money.RON, Optional.of(DEALERS), Validity.ALWAYS, 0));

        for (var one : all) {
            assertThat(one.beside(all)).isEqualTo(right(one));
            assertThat(one.beside(List.of(STANDARD))).isEqualTo(right(one));
        }
    }

    @Test
    void precedence_decides_first_and_then_the_channels_own_list() {
        var own = list("own", Money.RON, Optional.of(DEALERS), Validity.ALWAYS, 0);
        var spring = list("spring", Money.RON, EVERY_CHANNEL, SPRING, 1);

        assertThat(List.of(STANDARD, own, spring))
                .isSortedAccordingTo(PriceList.strongestFirst().reversed());
    }

    @Test
    void a_list_applies_to_its_channel_its_currency_and_its_time() {
        var own = list("own", Money.RON, Optional.of(DEALERS), SPRING, 0);

        assertThat(own.appliesTo(DEALERS, Money.RON, MARCH)).isTrue();
        assertThat(own.appliesTo(SalesChannelCode.DIRECT, Money.RON, MARCH)).isFalse();
        assertThat(own.appliesTo(DEALERS, EURO, MARCH)).isFalse();
        assertThat(own.appliesTo(DEALERS, Money.RON, MAY)).isFalse();
        assertThat(STANDARD.appliesTo(DEALERS, Money.RON, MAY)).isTrue();
    }

    @Test
    void its_end_may_change_as_long_as_it_lies_ahead() {
        var spring = list("spring", Money.RON, EVERY_CHANNEL, SPRING, 0);

        assertThat(spring.ending(Optional.empty(), APRIL).get())
                .isEqualTo(
                        new PriceList(spring.code(), "spring", Money.RON, EVERY_CHANNEL, Validity.from(MARCH), 0, 2));
        assertThat(spring.ending(Optional.of(APRIL), APRIL).get().validity()).isEqualTo(Validity.between(MARCH, APRIL));
    }

    @Test
    void yesterday_is_not_changed_by_an_end() {
        var spring = list("spring", Money.RON, EVERY_CHANNEL, SPRING, 0);
        var beforeNow = APRIL.minusSeconds(1);

        assertThat(spring.ending(Optional.of(beforeNow), APRIL))
                .isEqualTo(left(new CatalogRefusal.EndTooEarly("price list spring", beforeNow, APRIL)));
        assertThat(spring.ending(Optional.of(MARCH), MARCH.minusSeconds(60)))
                .isEqualTo(left(new CatalogRefusal.EndTooEarly("price list spring", MARCH, MARCH)));
        assertThat(spring.ending(Optional.empty(), MAY))
                .isEqualTo(left(new CatalogRefusal.AlreadyEnded("price list spring", SPRING)));
    }

    @Test
    void a_list_that_is_never_valid_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list("never", Money.RON, EVERY_CHANNEL, Validity.between(MARCH, MARCH), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list("high", Money.RON, EVERY_CHANNEL, SPRING, 1_000_001));
        assertThatIllegalArgumentException().isThrownBy(() -> list(" x", Money.RON, EVERY_CHANNEL, SPRING, 0));
    }

    private static PriceList list(
            String code, Currency currency, Optional<SalesChannelCode> channel, Validity validity, int precedence) {
        return new PriceList(new PriceListCode(code), code, currency, channel, validity, precedence, 1);
    }
}

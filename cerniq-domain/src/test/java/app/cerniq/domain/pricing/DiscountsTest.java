package app.cerniq.domain.pricing;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.People;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiscountsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final QuoteLine WHEAT = Lines.of(WHEAT_SEED, "40", "20");
    private static final QuoteLine TAPE = Lines.of(DRIP_TAPE, "1500", "25");

    @Test
    void the_standard_bands_end_at_15_30_and_40_percent() {
        assertThat(DiscountLimits.STANDARD)
                .isEqualTo(new DiscountLimits(Percentage.of("15"), Percentage.of("30"), Percentage.of("40"), false));
    }

    @ParameterizedTest
    @CsvSource({"31, 30, 40", "15, 41, 40"})
    void limits_rise(String automatic, String manager, String maximum) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiscountLimits(
                        Percentage.of(automatic), Percentage.of(manager), Percentage.of(maximum), false))
                .withMessageStartingWith("Discount limits must rise");
    }

    @Test
    void two_limits_may_be_the_same() {
        var nobodyBeyondTheRules =
                new DiscountLimits(Percentage.of("5"), Percentage.of("5"), Percentage.of("5"), false);

        assertThat(nobodyBeyondTheRules.maximum()).isEqualTo(Percentage.of("5"));
    }

    @ParameterizedTest
    @CsvSource({"MANAGER, MANAGER, SALES_MANAGER", "DIRECTOR, DIRECTOR, DIRECTOR", "CEO, CEO, CEO"})
    void every_tier_knows_who_decides(DiscountTier tier, Authority needed, Role decider) {
        assertThat(tier.needed()).isEqualTo(needed);
        assertThat(tier.decider()).contains(decider);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "REFUSED"})
    void of_what_is_granted_or_refused_by_the_rules_nobody_is_asked(DiscountTier tier) {
        assertThat(tier.decider()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AUTO, MANAGER, MANAGER", "DIRECTOR, MANAGER, DIRECTOR", "CEO, CEO, CEO", "REFUSED, CEO, REFUSED"})
    void a_quote_is_decided_by_its_strictest_line(DiscountTier one, DiscountTier other, DiscountTier stricter) {
        assertThat(one.stricter(other)).isEqualTo(stricter);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "REFUSED"})
    void what_nobody_decides_is_not_requested(DiscountTier tier) {
        assertThatIllegalArgumentException().isThrownBy(() -> request(tier, WHEAT));
    }

    @Test
    void a_request_names_at_least_one_line() {
        assertThatIllegalArgumentException().isThrownBy(() -> request(DiscountTier.MANAGER));
    }

    @Test
    void a_request_asks_for_its_highest_discount() {
        assertThat(request(DiscountTier.MANAGER, WHEAT, TAPE).highest()).isEqualTo(Percentage.of("25"));
    }

    @Test
    void a_request_keeps_the_lines_that_still_stand() {
        var kept = request(DiscountTier.MANAGER, WHEAT, TAPE).keeping(TAPE::equals);

        assertThat(kept).contains(request(DiscountTier.MANAGER, TAPE));
    }

    @Test
    void a_request_without_lines_is_gone() {
        assertThat(request(DiscountTier.MANAGER, WHEAT).keeping(TAPE::equals)).isEmpty();
    }

    @Test
    void an_approval_covers_exactly_the_approved_line() {
        assertThat(approval(WHEAT).covers(Lines.of(WHEAT_SEED, "40", "20"))).isTrue();
    }

    @Test
    void an_approval_does_not_cover_another_quantity() {
        assertThat(approval(WHEAT).covers(Lines.of(WHEAT_SEED, "41", "20"))).isFalse();
    }

    @Test
    void two_approvals_of_the_same_lines_are_equal_whatever_their_order() {
        assertThat(approval(WHEAT, TAPE)).isEqualTo(approval(TAPE, WHEAT));
    }

    private static DiscountRequest request(DiscountTier tier, QuoteLine... lines) {
        return new DiscountRequest(
                new DiscountRequestId(new UUID(1, 1)),
                List.of(lines),
                ContentHash.of(List.of("as it would be")),
                tier,
                ActorRef.of(People.AGENT),
                NOON,
                NOON.plus(Duration.ofHours(1)),
                "a large customer");
    }

    private static DiscountApproval approval(QuoteLine... lines) {
        return new DiscountApproval(
                new DiscountRequestId(new UUID(1, 1)),
                ContentHash.of(List.of("as it would be")),
                java.util.Arrays.stream(lines).map(QuoteLine::hash).toList(),
                DiscountTier.MANAGER,
                ActorRef.of(People.MANAGER),
                NOON,
                NOON.plus(DiscountApproval.VALIDITY),
                "agreed");
    }
}

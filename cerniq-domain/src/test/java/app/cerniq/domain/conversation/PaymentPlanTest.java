package app.cerniq.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.Percentage;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentPlanTest {

    @Test
    void instalments_days_and_advance_are_read_in_both_languages() {
        assertThat(PaymentPlan.in("Putem plăti în 3 rate, în 60 de zile, cu avans de 30%?"))
                .contains(new PaymentPlan(3, Optional.of(60), Optional.of(Percentage.of("30"))));
        assertThat(PaymentPlan.in("Could we pay in four monthly instalments, 20% upfront?"))
                .contains(new PaymentPlan(4, Optional.empty(), Optional.of(Percentage.of("20"))));
        assertThat(PaymentPlan.in("în două tranșe")).contains(new PaymentPlan(2, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Plata la 30 de zile", "one instalment", "the rate is fine", "mari rate"})
    void what_is_no_plan_is_none(String text) {
        assertThat(PaymentPlan.in(text)).isEmpty();
    }
}

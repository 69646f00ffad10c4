package app.cerniq.domain.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.shared.Percentage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class VatTreatmentTest {

    private static final VatTreatment EXPORT = new VatTreatment(VatCategory.G, Percentage.ZERO);

    @Test
    void a_taxed_supply_has_a_rate_above_zero() {
        assertThatIllegalArgumentException().isThrownBy(() -> VatTreatment.taxed("0"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "S")
    void every_other_category_has_none(VatCategory category) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VatTreatment(category, Percentage.of("21")))
                .withMessageContaining("does not go with a rate of 21 %");
    }

    @Test
    void groups_are_ordered_by_category_then_rate() {
        var unordered = List.of(EXPORT, VatTreatment.taxed("21"), VatTreatment.taxed("11"));

        assertThat(unordered.stream().sorted())
                .containsExactly(VatTreatment.taxed("11"), VatTreatment.taxed("21"), EXPORT);
    }

    @Test
    void a_treatment_reads_as_category_and_rate() {
        assertThat(VatTreatment.taxed("21")).hasToString("S 21 %");
    }
}

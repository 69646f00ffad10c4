package app.cerniq.domain.catalog;

import static app.cerniq.domain.catalog.PlantProtection.CROP;
import static app.cerniq.domain.catalog.PlantProtection.DOMAIN;
import static app.cerniq.domain.catalog.PlantProtection.DOSE;
import static app.cerniq.domain.catalog.PlantProtection.ORGANIC;
import static app.cerniq.domain.catalog.PlantProtection.PACKAGE;
import static app.cerniq.domain.catalog.PlantProtection.SUBSTANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import app.cerniq.domain.catalog.AttributeFault.Kind;
import app.cerniq.domain.catalog.AttributeValue.Decimal;
import app.cerniq.domain.catalog.AttributeValue.Flag;
import app.cerniq.domain.catalog.AttributeValue.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

    @Test
    void what_the_domain_defines_is_taken() {
        assertThat(PlantProtection.faultsOf(PlantProtection.CONTENT.attributes().values()))
                .isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "words where a number belongs",
                        DOSE,
                        new Text("three"),
                        new AttributeFault(DOSE, Kind.WRONG_TYPE, "\"three\"", "a number from 0.05 up to 10 l/ha")),
                Arguments.of(
                        "a number where words belong",
                        SUBSTANCE,
                        Decimal.of("7"),
                        new AttributeFault(SUBSTANCE, Kind.WRONG_TYPE, "7", "1 to 60 characters")),
                Arguments.of(
                        "words where yes or no belongs",
                        ORGANIC,
                        new Text("yes"),
                        new AttributeFault(ORGANIC, Kind.WRONG_TYPE, "\"yes\"", "true or false")),
                Arguments.of(
                        "below the least",
                        DOSE,
                        Decimal.of("0.049"),
                        new AttributeFault(DOSE, Kind.OUT_OF_RANGE, "0.049", "a number from 0.05 up to 10 l/ha")),
                Arguments.of(
                        "above the greatest",
                        DOSE,
                        Decimal.of("10.01"),
                        new AttributeFault(DOSE, Kind.OUT_OF_RANGE, "10.01", "a number from 0.05 up to 10 l/ha")),
                Arguments.of(
                        "not one of the words",
                        CROP,
                        new Text("roses"),
                        new AttributeFault(CROP, Kind.NOT_A_WORD, "\"roses\"", "one of wheat, maize, sunflower")),
                Arguments.of(
                        "too long",
                        SUBSTANCE,
                        new Text("x".repeat(61)),
                        new AttributeFault(
                                SUBSTANCE, Kind.WRONG_LENGTH, "\"" + "x".repeat(61) + "\"", "1 to 60 characters")),
                Arguments.of(
                        "empty",
                        SUBSTANCE,
                        new Text(" "),
                        new AttributeFault(SUBSTANCE, Kind.WRONG_LENGTH, "\" \"", "1 to 60 characters")),
                Arguments.of(
                        "of another scope",
                        PACKAGE,
                        new Text("5 l"),
                        new AttributeFault(
                                PACKAGE,
                                Kind.UNDEFINED,
                                "\"5 l\"",
                                "one of [active_substance, crop, dose_per_ha, organic]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_value_that_does_not_fit_is_named(String what, AttributeKey key, AttributeValue value, AttributeFault fault) {
        var values = new HashMap<>(PlantProtection.CONTENT.attributes().values());
        values.put(key, value);

        assertThat(PlantProtection.faultsOf(values)).containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.05", "10", "10.0"})
    void the_bounds_are_inside(String dose) {
        assertThat(PlantProtection.faultsOf(
                        PlantProtection.saying("x", dose).attributes().values()))
                .isEmpty();
    }

    @Test
    void all_faults_are_told_at_once_in_the_order_of_their_keys() {
        var unknown = new AttributeKey("colour");

        var faults = PlantProtection.faultsOf(Map.of(DOSE, Decimal.of("11"), unknown, new Text("red")));

        assertThat(faults)
                .extracting(AttributeFault::key, AttributeFault::kind)
                .containsExactly(
                        tuple(SUBSTANCE, Kind.MISSING), tuple(unknown, Kind.UNDEFINED), tuple(DOSE, Kind.OUT_OF_RANGE));
    }

    @Test
    void an_offering_without_a_domain_has_no_attributes() {
        var offering = Offering.drafted(
                PlantProtection.CODE, OfferingKind.PHYSICAL, Optional.empty(), PlantProtection.CONTENT);

        assertThat(offering.getLeft()).isInstanceOfSatisfying(CatalogRefusal.InvalidAttributes.class, refusal -> {
            assertThat(refusal.faults()).hasSize(4).allMatch(fault -> fault.kind() == Kind.UNDEFINED);
            assertThat(refusal.accepted()).contains("the offering has no product domain");
        });
    }

    @Test
    void two_and_a_half_is_one_number_however_it_is_written() {
        assertThat(Decimal.of("2.50")).isEqualTo(Decimal.of("2.5"));
        assertThat(Decimal.of("100")).isEqualTo(Decimal.of("1E+2"));
    }

    @Test
    void a_number_without_end_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Decimal.of("0.12345678901"));
    }

    @Test
    void a_flag_says_what_it_is() {
        assertThat(new Flag(true).shown()).isEqualTo("true");
    }

    @Test
    void limits_may_change_but_not_what_an_attribute_is() {
        var dose = DOMAIN.definition(DOSE).orElseThrow();
        var looser = with(dose, ValueType.NUMBER, Optional.of("l/ha"), AttributeLimits.between("0.01", "20"));
        var another = with(dose, ValueType.TEXT, Optional.empty(), AttributeLimits.NONE);
        var otherUnit = with(dose, ValueType.NUMBER, Optional.of("kg/ha"), dose.limits());

        assertThat(DOMAIN.changed("Plant protection", List.of(looser)).get()).satisfies(changed -> {
            assertThat(changed.definition(DOSE)).contains(looser);
            assertThat(changed.definitions()).hasSize(5);
            assertThat(changed.revision()).isEqualTo(2);
        });
        assertThat(DOMAIN.changed("Plant protection", List.of(another)).getLeft())
                .isEqualTo(new CatalogRefusal.AttributeFixed(DOMAIN.code(), dose, another));
        assertThat(DOMAIN.changed("Plant protection", List.of(otherUnit)).isLeft())
                .isTrue();
    }

    private static AttributeDefinition with(
            AttributeDefinition like, ValueType type, Optional<String> unit, AttributeLimits limits) {
        return new AttributeDefinition(
                like.key(), like.label(), type, like.meaning(), unit, limits, like.isRequired(), like.scope());
    }

    @Test
    void limits_fit_the_type() {
        var dose = DOMAIN.definition(DOSE).orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(dose, ValueType.TEXT, Optional.empty(), AttributeLimits.between("1", "2")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(dose, ValueType.NUMBER, Optional.empty(), AttributeLimits.oneOf("a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(dose, ValueType.BOOLEAN, Optional.of("l"), AttributeLimits.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeLimits.between("2", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeLimits.oneOf("a", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeLimits.upTo(0));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeLimits.upTo(1_001));
    }

    @Test
    void a_key_is_defined_once_per_domain() {
        var dose = DOMAIN.definition(DOSE).orElseThrow();

        assertThatIllegalArgumentException().isThrownBy(() -> ProductDomain.of(DOMAIN.code(), "Twice", dose, dose));
    }
}

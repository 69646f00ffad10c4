package app.cerniq.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.AttributeFault.Kind;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogRefusalTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final PriceList LIST = PriceList.standard(new PriceListCode("standard"), Money.RON);
    private static final AttributeDefinition DOSE =
            PlantProtection.DOMAIN.definition(PlantProtection.DOSE).orElseThrow();

    static Stream<CatalogRefusal> oneOfEach() {
        return Stream.of(
                new CatalogRefusal.UnknownTenant(new TenantId(new UUID(1, 2))),
                new CatalogRefusal.Unknown("offering", "X"),
                new CatalogRefusal.UnknownVersion(PlantProtection.CODE, 7, List.of(1, 2)),
                new CatalogRefusal.StaleRevision("offering X", 1, 2),
                new CatalogRefusal.CodeTaken("offering", "X"),
                new CatalogRefusal.SkuTaken(PlantProtection.SKU, PlantProtection.CODE),
                new CatalogRefusal.NamedTwice("SKU", "X", List.of(1, 4)),
                new CatalogRefusal.AlreadyArchived("offering X", new Archived(NOON, "over")),
                new CatalogRefusal.DraftNeeded(PlantProtection.CODE, 1, OfferingVersion.Status.ACTIVE),
                new CatalogRefusal.UnitFixed(PlantProtection.SKU, Unit.LITRE, Unit.PIECE),
                new CatalogRefusal.InvalidAttributes("SKU X", List.of(DOSE.missing())),
                new CatalogRefusal.AttributeFixed(PlantProtection.DOMAIN.code(), DOSE, DOSE),
                new CatalogRefusal.SubstituteRefused(PlantProtection.SKU, "itself", "another"),
                new CatalogRefusal.DirectChannelStays(SalesChannelCode.DIRECT),
                new CatalogRefusal.PriceListsOverlap(LIST, LIST, List.of(0)),
                new CatalogRefusal.PriceRefused("price", "0.00 RON", "an amount above 0 RON"),
                new CatalogRefusal.PriceInThePast(PlantProtection.SKU, LIST.code(), NOON, Validity.ALWAYS, NOON),
                new CatalogRefusal.EndTooEarly("price list X", NOON, NOON),
                new CatalogRefusal.AlreadyEnded("price list X", Validity.ALWAYS));
    }

    @Test
    void no_refusal_is_missing_here() {
        assertThat(oneOfEach().map(Object::getClass))
                .containsExactlyInAnyOrder(CatalogRefusal.class.getPermittedSubclasses());
    }

    /** Hosts translate and count by these codes: none of them ever changes. */
    @Test
    void the_codes_are_these_for_ever() {
        assertThat(oneOfEach().map(CatalogRefusal::code))
                .containsExactly(
                        "UNKNOWN_TENANT",
                        "UNKNOWN",
                        "UNKNOWN_VERSION",
                        "STALE_REVISION",
                        "CODE_TAKEN",
                        "SKU_TAKEN",
                        "NAMED_TWICE",
                        "ALREADY_ARCHIVED",
                        "DRAFT_NEEDED",
                        "UNIT_FIXED",
                        "INVALID_ATTRIBUTES",
                        "ATTRIBUTE_FIXED",
                        "SUBSTITUTE_REFUSED",
                        "DIRECT_CHANNEL_STAYS",
                        "PRICE_LISTS_OVERLAP",
                        "PRICE_REFUSED",
                        "PRICE_IN_THE_PAST",
                        "END_TOO_EARLY",
                        "ALREADY_ENDED");
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void every_refusal_is_a_whole_sentence_with_what_was_given_and_what_would_be_accepted(CatalogRefusal refusal) {
        assertThat(refusal.sentence()).matches("[A-Z].*[^. ]\\.");
        assertThat(List.of(refusal.given(), refusal.accepted())).noneMatch(String::isBlank);
    }

    @Test
    void a_taken_sku_names_the_offering_that_has_it() {
        assertThat(new CatalogRefusal.SkuTaken(PlantProtection.SKU, PlantProtection.CODE).describe())
                .isEqualTo("SKU_TAKEN: A SKU is unique, and this one is a variant of offering GLIFO-360 already."
                        + " Given: SKU GLIFO-360-5L. Accepted: a SKU that is not taken.");
    }

    @Test
    void all_faults_of_the_attributes_stand_in_one_answer() {
        var fault = new AttributeFault(PlantProtection.CROP, Kind.NOT_A_WORD, "\"roses\"", "one of wheat, maize");

        assertThat(new CatalogRefusal.InvalidAttributes("offering X", List.of(DOSE.missing(), fault)).describe())
                .isEqualTo("INVALID_ATTRIBUTES: The attributes of offering X are not what its product domain defines."
                        + " Given: dose_per_ha nothing (MISSING); crop \"roses\" (NOT_A_WORD)."
                        + " Accepted: dose_per_ha a number from 0.05 up to 10 l/ha; crop one of wheat, maize.");
        assertThat(fault.describe()).isEqualTo("crop NOT_A_WORD: given \"roses\", accepted one of wheat, maize");
    }

    @Test
    void what_an_attribute_is_is_told_with_its_unit_and_scope() {
        assertThat(new CatalogRefusal.AttributeFixed(PlantProtection.DOMAIN.code(), DOSE, DOSE).given())
                .isEqualTo("NUMBER in l/ha of scope OFFERING");
    }
}

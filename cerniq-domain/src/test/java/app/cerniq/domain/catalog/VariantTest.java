package app.cerniq.domain.catalog;

import static app.cerniq.domain.catalog.PlantProtection.DOMAIN;
import static app.cerniq.domain.catalog.PlantProtection.PACKAGE;
import static app.cerniq.domain.catalog.PlantProtection.SKU;
import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.catalog.AttributeFault.Kind;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariantTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Optional<ProductDomain> FIELD = Optional.of(DOMAIN);

    @Test
    void a_variant_is_checked_by_the_domain_of_its_offering() {
        var barrel = content(new Attributes(Map.of(PACKAGE, new AttributeValue.Text("200 l"))));
        var fault = new AttributeFault(PACKAGE, Kind.NOT_A_WORD, "\"200 l\"", "one of 1 l, 5 l, 20 l");
        var refusal = left(new CatalogRefusal.InvalidAttributes("SKU " + SKU, List.of(fault)));

        assertThat(Variant.of(PlantProtection.active(), FIELD, SKU, Unit.PIECE, barrel))
                .isEqualTo(refusal);
        assertThat(PlantProtection.canister().change(FIELD, barrel)).isEqualTo(refusal);
    }

    @Test
    void a_change_keeps_what_identifies_it() {
        var cheaper = new Variant.Content(
                "Another name", VatTreatment.taxed("11"), PlantProtection.CANISTER.attributes(), false);

        var changed = PlantProtection.canister().change(FIELD, cheaper).get();

        assertThat(changed.content()).isEqualTo(cheaper);
        assertThat(changed)
                .extracting(Variant::sku, Variant::unit, Variant::offering, Variant::revision)
                .containsExactly(SKU, Unit.PIECE, PlantProtection.CODE, 2L);
    }

    @Test
    void what_it_is_sold_by_stays() {
        assertThat(PlantProtection.canister().soldBy(Unit.LITRE))
                .isEqualTo(left(new CatalogRefusal.UnitFixed(SKU, Unit.LITRE, Unit.PIECE)));
        assertThat(PlantProtection.canister().soldBy(Unit.PIECE)).isEqualTo(right(PlantProtection.canister()));
    }

    @Test
    void an_archived_variant_changes_no_more() {
        var archived = PlantProtection.canister().archive("leaks", NOON).get();
        var no = left(new CatalogRefusal.AlreadyArchived("SKU " + SKU, new Archived(NOON, "leaks")));

        assertThat(archived.archive("again", NOON)).isEqualTo(no);
        assertThat(archived.change(FIELD, PlantProtection.CANISTER)).isEqualTo(no);
        assertThat(archived.inUse()).isEqualTo(no);
    }

    @Test
    void an_archived_offering_gets_no_variants() {
        var archived = PlantProtection.active().archive("over", NOON).get();

        assertThat(Variant.of(archived, FIELD, SKU, Unit.PIECE, PlantProtection.CANISTER)
                        .getLeft())
                .isInstanceOf(CatalogRefusal.AlreadyArchived.class);
    }

    @Test
    void a_document_prints_its_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variant.of(
                        PlantProtection.active(),
                        FIELD,
                        SKU,
                        Unit.PIECE,
                        new Variant.Content(
                                "", VatTreatment.taxed("21"), PlantProtection.CANISTER.attributes(), true)));
    }

    private static Variant.Content content(Attributes attributes) {
        return new Variant.Content("A barrel", VatTreatment.taxed("21"), attributes, true);
    }
}

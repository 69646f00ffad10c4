package app.cerniq.domain.catalog;

import static app.cerniq.domain.catalog.PlantProtection.CODE;
import static app.cerniq.domain.catalog.PlantProtection.DOMAIN;
import static app.cerniq.domain.catalog.PlantProtection.DOSE;
import static io.vavr.control.Either.left;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.catalog.OfferingVersion.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Optional<ProductDomain> FIELD = Optional.of(DOMAIN);
    private static final OfferingContent STRONGER = PlantProtection.saying("Glyphosate 480", "2.25");

    @Test
    void a_new_offering_is_a_draft_and_not_yet_for_sale() {
        var offering = PlantProtection.drafted();

        assertThat(offering.active()).isEmpty();
        assertThat(offering.latest()).isEqualTo(new OfferingVersion(1, Status.DRAFT, PlantProtection.CONTENT));
        assertThat(offering.revision()).isEqualTo(1);
    }

    @Test
    void activating_one_version_supersedes_the_other() {
        var offering = PlantProtection.active()
                .draft(FIELD, STRONGER)
                .get()
                .activate(2, FIELD)
                .get();

        assertThat(offering.versions())
                .extracting(OfferingVersion::status)
                .containsExactly(Status.SUPERSEDED, Status.ACTIVE);
        assertThat(offering.active().orElseThrow().content()).isEqualTo(STRONGER);
        assertThat(offering.revision()).isEqualTo(4);
    }

    @Test
    void a_draft_beside_the_active_version_changes_nothing_that_is_sold() {
        var offering = PlantProtection.active().draft(FIELD, STRONGER).get();

        assertThat(offering.active()).isEqualTo(PlantProtection.active().active());
    }

    @Test
    void a_draft_may_be_rewritten() {
        var offering = PlantProtection.drafted().rewrite(1, FIELD, STRONGER).get();

        assertThat(offering.versions()).containsExactly(new OfferingVersion(1, Status.DRAFT, STRONGER));
    }

    @Test
    void what_was_in_force_never_changes() {
        var twice = PlantProtection.active()
                .draft(FIELD, STRONGER)
                .get()
                .activate(2, FIELD)
                .get();

        assertThat(twice.rewrite(2, FIELD, STRONGER))
                .isEqualTo(left(new CatalogRefusal.DraftNeeded(CODE, 2, Status.ACTIVE)));
        assertThat(twice.activate(1, FIELD))
                .isEqualTo(left(new CatalogRefusal.DraftNeeded(CODE, 1, Status.SUPERSEDED)));
    }

    @Test
    void an_unknown_version_is_answered_with_those_there_are() {
        assertThat(PlantProtection.active().activate(7, FIELD))
                .isEqualTo(left(new CatalogRefusal.UnknownVersion(CODE, 7, List.of(1))));
    }

    @Test
    void a_draft_is_checked_again_when_it_is_activated() {
        var strict = DOMAIN.changed(
                        DOMAIN.name(),
                        List.of(new AttributeDefinition(
                                DOSE,
                                "Dose",
                                ValueType.NUMBER,
                                SemanticType.PHYSICAL,
                                Optional.of("l/ha"),
                                AttributeLimits.between("0.05", "2"),
                                true,
                                AttributeScope.OFFERING)))
                .get();

        assertThat(PlantProtection.drafted().activate(1, Optional.of(strict)).getLeft())
                .isInstanceOf(CatalogRefusal.InvalidAttributes.class);
    }

    @Test
    void wrong_attributes_make_neither_an_offering_nor_a_version() {
        var wrong = PlantProtection.saying("Too much", "11");

        assertThat(Offering.drafted(CODE, OfferingKind.PHYSICAL, FIELD, wrong).getLeft())
                .isInstanceOf(CatalogRefusal.InvalidAttributes.class);
        assertThat(PlantProtection.active().draft(FIELD, wrong).getLeft())
                .isInstanceOf(CatalogRefusal.InvalidAttributes.class);
        assertThat(PlantProtection.drafted().rewrite(1, FIELD, wrong).getLeft())
                .isInstanceOf(CatalogRefusal.InvalidAttributes.class);
    }

    @Test
    void an_archived_offering_is_there_for_ever_and_changes_no_more() {
        var archived =
                PlantProtection.active().archive("not allowed any more", NOON).get();
        var no = left(
                new CatalogRefusal.AlreadyArchived("offering " + CODE, new Archived(NOON, "not allowed any more")));

        assertThat(archived.versions()).isEqualTo(PlantProtection.active().versions());
        assertThat(archived.archive("again", NOON)).isEqualTo(no);
        assertThat(archived.draft(FIELD, STRONGER)).isEqualTo(no);
        assertThat(archived.activate(1, FIELD)).isEqualTo(no);
        assertThat(archived.rewrite(1, FIELD, STRONGER)).isEqualTo(no);
    }

    @Test
    void archiving_needs_a_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlantProtection.active().archive(" ", NOON));
    }

    @Test
    void versions_have_no_gaps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(version(1, Status.SUPERSEDED), version(3, Status.ACTIVE)));
        assertThatIllegalArgumentException().isThrownBy(OfferingTest::of);
        assertThat(of(version(7, Status.ACTIVE)).active()).isPresent(); // taken over with its number
    }

    @Test
    void at_most_one_version_is_active() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(version(1, Status.ACTIVE), version(2, Status.ACTIVE)));
    }

    private static OfferingVersion version(int number, Status status) {
        return new OfferingVersion(number, status, PlantProtection.CONTENT);
    }

    private static Offering of(OfferingVersion... versions) {
        return new Offering(
                CODE, OfferingKind.PHYSICAL, Optional.of(DOMAIN.code()), List.of(versions), Optional.empty(), 1);
    }

    @Test
    void goods_and_single_things_are_stocked_and_work_and_promises_are_not() {
        assertThat(OfferingKind.values())
                .filteredOn(OfferingKind::keepsStock)
                .containsExactly(OfferingKind.PHYSICAL, OfferingKind.ASSET);
    }
}

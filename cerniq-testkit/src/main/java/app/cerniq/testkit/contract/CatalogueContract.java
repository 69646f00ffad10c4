package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.OfferingContent;
import app.cerniq.domain.catalog.OfferingKind;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.ports.catalog.Catalogue;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.CommitOutcome;
import app.cerniq.testkit.fixture.PlantProtection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Catalogue} must do. */
public interface CatalogueContract extends StorageContract {

    private Catalogue catalogue() {
        return storage().catalogue();
    }

    /** A new tenant with everything of {@link PlantProtection}. */
    private TenantId stocked() {
        var tenant = new TenantId(ids().next());
        storage().tenants().setUp(tenant, "A tenant");
        assertThat(catalogue().commit(PlantProtection.all(tenant))).isEqualTo(CommitOutcome.STORED);
        return tenant;
    }

    private @Nullable Offering offering(TenantId tenant) { // null where there is none
        return catalogue().offerings(tenant, List.of(PlantProtection.CODE)).get(PlantProtection.CODE);
    }

    private CommitOutcome keep(TenantId tenant, Offering next) {
        return catalogue().commit(CatalogueCommit.of(tenant).withOfferings(List.of(next)));
    }

    @Test
    default void what_was_kept_comes_back_as_it_was() {
        var tenant = stocked();

        assertThat(catalogue().domains(tenant, List.of(PlantProtection.DOMAIN.code())))
                .isEqualTo(Map.of(PlantProtection.DOMAIN.code(), PlantProtection.DOMAIN));
        assertThat(catalogue().offerings(tenant, List.of(PlantProtection.CODE)))
                .isEqualTo(Map.of(PlantProtection.CODE, PlantProtection.active()));
        assertThat(catalogue().variantsOf(tenant, PlantProtection.CODE))
                .containsExactly(
                        PlantProtection.variant(PlantProtection.SMALL, "1 l"),
                        PlantProtection.variant(PlantProtection.LARGE, "5 l"));
        assertThat(catalogue().variants(tenant, List.of(PlantProtection.LARGE)))
                .containsOnlyKeys(PlantProtection.LARGE);
    }

    @Test
    default void an_offering_of_every_kind_comes_back_as_it_was() {
        var tenant = stocked();
        for (var kind : OfferingKind.values()) {
            var code = new OfferingCode("KIND-" + kind);
            var offering = Offering.drafted(code, kind, Optional.empty(), OfferingContent.named("A " + kind))
                    .get();

            assertThat(keep(tenant, offering)).isEqualTo(CommitOutcome.STORED);

            assertThat(catalogue().offerings(tenant, List.of(code))).containsValue(offering);
        }
    }

    @Test
    default void what_is_not_there_is_missing() {
        var tenant = stocked();

        assertThat(catalogue().offerings(tenant, List.of(new OfferingCode("X"))))
                .isEmpty();
        assertThat(catalogue().variants(tenant, List.of(new Sku("X")))).isEmpty();
        assertThat(catalogue().variants(tenant, List.of())).isEmpty();
        assertThat(catalogue().domains(tenant, List.of())).isEmpty();
        assertThat(catalogue().variantsOf(tenant, new OfferingCode("X"))).isEmpty();
    }

    @Test
    default void the_catalogue_of_another_tenant_is_not_seen_and_its_codes_are_free() {
        stocked();
        var other = new TenantId(ids().next());
        storage().tenants().setUp(other, "Another");

        assertThat(offering(other)).isNull();
        assertThat(catalogue().variants(other, List.of(PlantProtection.LARGE))).isEmpty();
        assertThat(catalogue().commit(PlantProtection.all(other))).isEqualTo(CommitOutcome.STORED);
    }

    @Test
    default void an_unknown_tenant_keeps_nothing() {
        assertThat(catalogue().commit(PlantProtection.all(new TenantId(ids().next()))))
                .isEqualTo(CommitOutcome.UNKNOWN_TENANT);
    }

    @Test
    default void a_version_takes_the_place_of_the_one_before_it_and_both_stay() {
        var tenant = stocked();
        var domain = Optional.of(PlantProtection.DOMAIN);
        var drafted = PlantProtection.active()
                .draft(domain, PlantProtection.saying("Glifosat 480", "2.25"))
                .get();
        var active = drafted.activate(2, domain).get();

        assertThat(keep(tenant, drafted)).isEqualTo(CommitOutcome.STORED);
        assertThat(offering(tenant)).isEqualTo(drafted);
        assertThat(keep(tenant, active)).isEqualTo(CommitOutcome.STORED);
        assertThat(offering(tenant)).isEqualTo(active);
    }

    @Test
    default void a_draft_can_be_rewritten() {
        var tenant = stocked();
        var domain = Optional.of(PlantProtection.DOMAIN);
        var drafted = PlantProtection.active()
                .draft(domain, PlantProtection.saying("Glifosat 480", "2.25"))
                .get();
        keep(tenant, drafted);

        var rewritten = drafted.rewrite(2, domain, PlantProtection.saying("Glifosat 450", "2.5"))
                .get();

        assertThat(keep(tenant, rewritten)).isEqualTo(CommitOutcome.STORED);
        assertThat(offering(tenant)).isEqualTo(rewritten);
    }

    @Test
    default void a_change_of_what_has_changed_meanwhile_leaves_nothing() {
        var tenant = stocked();
        var archived = PlantProtection.active()
                .archive("over", Instant.parse("2026-03-02T12:00:00Z"))
                .get();
        keep(tenant, archived);
        var late = PlantProtection.active()
                .draft(Optional.of(PlantProtection.DOMAIN), PlantProtection.saying("Late", "1"))
                .get();
        var variant = PlantProtection.variant(PlantProtection.LARGE, "5 l")
                .archive("over", Instant.parse("2026-03-02T12:00:00Z"))
                .get();

        var outcome = catalogue()
                .commit(CatalogueCommit.of(tenant)
                        .withVariants(List.of(variant))
                        .withOfferings(List.of(late)));

        assertThat(outcome).isEqualTo(CommitOutcome.STALE);
        assertThat(offering(tenant)).isEqualTo(archived);
        assertThat(catalogue().variants(tenant, List.of(PlantProtection.LARGE)))
                .containsValue(PlantProtection.variant(PlantProtection.LARGE, "5 l"));
    }

    @Test
    default void a_code_that_is_taken_is_not_taken_again() {
        var tenant = stocked();
        var domain = PlantProtection.DOMAIN;
        var again = CatalogueCommit.of(tenant);
        var variant = PlantProtection.variant(PlantProtection.LARGE, "20 l");

        assertThat(catalogue().commit(again.withDomains(List.of(ProductDomain.of(domain.code(), "Another")))))
                .isEqualTo(CommitOutcome.STALE);
        assertThat(keep(tenant, PlantProtection.drafted())).isEqualTo(CommitOutcome.STALE);
        assertThat(catalogue().commit(again.withVariants(List.of(variant)))).isEqualTo(CommitOutcome.STALE);
        assertThat(catalogue().commit(again.withChannels(List.of(PlantProtection.DEALERS))))
                .isEqualTo(CommitOutcome.STALE);
        assertThat(catalogue().variants(tenant, List.of(PlantProtection.LARGE)))
                .containsValue(PlantProtection.variant(PlantProtection.LARGE, "5 l"));
    }

    @Test
    default void a_changed_variant_and_a_changed_domain_come_back_as_they_are_now() {
        var tenant = stocked();
        var domain = PlantProtection.DOMAIN.changed("Plant health", List.of()).get();
        var variant = PlantProtection.variant(PlantProtection.LARGE, "5 l")
                .change(Optional.of(domain), PlantProtection.canister("20 l"))
                .get();

        catalogue()
                .commit(CatalogueCommit.of(tenant).withDomains(List.of(domain)).withVariants(List.of(variant)));

        assertThat(catalogue().domains(tenant, List.of(domain.code()))).containsValue(domain);
        assertThat(catalogue().variants(tenant, List.of(PlantProtection.LARGE))).containsValue(variant);
    }

    @Test
    default void what_is_archived_is_still_there() {
        var tenant = stocked();
        var variant = PlantProtection.variant(PlantProtection.LARGE, "5 l")
                .archive("leaks", Instant.parse("2026-03-02T12:00:00.123456Z"))
                .get();

        catalogue().commit(CatalogueCommit.of(tenant).withVariants(List.of(variant)));

        assertThat(catalogue().variants(tenant, List.of(PlantProtection.LARGE))).containsValue(variant);
    }

    @Test
    default void of_many_who_take_one_sku_exactly_one_has_it() throws Exception {
        var tenant = stocked();
        var sku = new Sku("WANTED");
        var hands = Executors.newFixedThreadPool(4);
        try {
            var tries = new ArrayList<Callable<CommitOutcome>>();
            for (var i = 0; i < 8; i++) {
                var variant = new Variant(
                        sku,
                        PlantProtection.CODE,
                        "Number " + i,
                        Unit.PIECE,
                        VatTreatment.taxed("21"),
                        PlantProtection.canister("5 l").attributes(),
                        true,
                        Optional.empty(),
                        1);
                tries.add(() -> catalogue().commit(CatalogueCommit.of(tenant).withVariants(List.of(variant))));
            }
            var outcomes = new ArrayList<CommitOutcome>();
            for (Future<CommitOutcome> one : hands.invokeAll(tries)) {
                outcomes.add(one.get());
            }

            assertThat(outcomes).containsOnlyOnce(CommitOutcome.STORED);
            assertThat(outcomes).filteredOn(CommitOutcome.STALE::equals).hasSize(7);
        } finally {
            hands.shutdownNow();
        }
    }
}

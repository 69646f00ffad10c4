package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PriceHistory;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.PriceTag;
import app.cerniq.domain.catalog.SalesChannel;
import app.cerniq.domain.catalog.Validity;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.CatalogueCommit.PriceChange;
import app.cerniq.ports.catalog.CommitOutcome;
import app.cerniq.ports.catalog.PriceLists;
import app.cerniq.testkit.fixture.PlantProtection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every {@link PriceLists} and {@link app.cerniq.ports.catalog.SalesChannels} must do. */
public interface PriceListsContract extends StorageContract {

    /** When prices change. */
    Instant MARCH = Instant.parse("2026-03-01T00:00:00.000001Z");

    private PriceLists lists() {
        return storage().priceLists();
    }

    private TenantId fresh() {
        var tenant = new TenantId(ids().next());
        storage().tenants().setUp(tenant, "A tenant");
        return tenant;
    }

    private TenantId stocked() {
        var tenant = fresh();
        assertThat(storage().catalogue().commit(PlantProtection.all(tenant))).isEqualTo(CommitOutcome.STORED);
        return tenant;
    }

    private CommitOutcome keep(TenantId tenant, PriceList list) {
        return storage().catalogue().commit(CatalogueCommit.of(tenant).withPriceLists(List.of(list)));
    }

    private CommitOutcome keep(TenantId tenant, PriceHistory before, PriceHistory next) {
        return storage()
                .catalogue()
                .commit(CatalogueCommit.of(tenant).withPrices(List.of(new PriceChange(before, next))));
    }

    private PriceHistory history(TenantId tenant) {
        return lists().histories(tenant, List.of(PlantProtection.SMALL)).get(0);
    }

    private static PriceHistory with(PriceHistory history, PriceTag tag, Validity validity) {
        return history.set(PlantProtection.EVERYBODY, tag, validity, MARCH).get();
    }

    // --- channels

    @Test
    default void every_tenant_sells_directly() {
        assertThat(storage().salesChannels().all(fresh())).containsExactly(SalesChannel.direct());
    }

    @Test
    default void a_tenant_that_is_not_set_up_sells_nowhere() {
        assertThat(storage().salesChannels().all(new TenantId(ids().next()))).isEmpty();
    }

    @Test
    default void channels_come_back_as_they_are_closed_ones_included() {
        var tenant = stocked();
        var closed = PlantProtection.DEALERS.close("too few", MARCH).get();

        storage().catalogue().commit(CatalogueCommit.of(tenant).withChannels(List.of(closed)));

        assertThat(storage().salesChannels().all(tenant)).containsExactly(closed, SalesChannel.direct());
    }

    // --- lists

    @Test
    default void lists_come_back_as_they_were_made() {
        assertThat(lists().all(stocked())).containsExactly(PlantProtection.SPRING, PlantProtection.EVERYBODY);
    }

    @Test
    default void the_lists_of_another_tenant_are_not_seen() {
        stocked();
        var other = fresh();

        assertThat(lists().all(other)).isEmpty();
        assertThat(lists().histories(other, List.of(PlantProtection.SMALL))).isEmpty();
    }

    @Test
    default void a_list_that_ends_is_still_there() {
        var tenant = stocked();
        var ended = PlantProtection.EVERYBODY.ending(Optional.of(MARCH), MARCH).get();

        assertThat(keep(tenant, ended)).isEqualTo(CommitOutcome.STORED);

        assertThat(lists().all(tenant)).containsExactly(PlantProtection.SPRING, ended);
    }

    @Test
    default void a_list_that_would_make_a_tie_is_not_kept() {
        var tenant = stocked();
        var same = PriceList.standard(new PriceListCode("the same again"), Money.RON);

        assertThat(keep(tenant, same)).isEqualTo(CommitOutcome.STALE);

        assertThat(lists().all(tenant)).containsExactly(PlantProtection.SPRING, PlantProtection.EVERYBODY);
    }

    @Test
    default void of_many_who_make_the_same_tie_exactly_one_succeeds() throws Exception {
        var tenant = fresh();
        var hands = Executors.newFixedThreadPool(4);
        try {
            var tries = new ArrayList<Callable<CommitOutcome>>();
            for (var i = 0; i < 8; i++) {
                var list = PriceList.standard(new PriceListCode("list " + i), Money.RON);
                tries.add(() -> keep(tenant, list));
            }
            var outcomes = new ArrayList<CommitOutcome>();
            for (var one : hands.invokeAll(tries)) {
                outcomes.add(one.get());
            }

            assertThat(outcomes).containsOnlyOnce(CommitOutcome.STORED);
            assertThat(lists().all(tenant)).hasSize(1);
        } finally {
            hands.shutdownNow();
        }
    }

    // --- prices

    @Test
    default void prices_come_back_by_list_and_sku() {
        var tenant = stocked();

        assertThat(lists().histories(tenant, List.of(PlantProtection.LARGE, PlantProtection.SMALL)))
                .containsExactly(
                        PlantProtection.price(PlantProtection.SPRING, PlantProtection.LARGE, PlantProtection.CHEAP)
                                .next(),
                        PlantProtection.price(PlantProtection.EVERYBODY, PlantProtection.SMALL, PlantProtection.DEAR)
                                .next(),
                        PlantProtection.price(PlantProtection.EVERYBODY, PlantProtection.LARGE, PlantProtection.DEAR)
                                .next());
        assertThat(lists().histories(tenant, List.of())).isEmpty();
    }

    @Test
    default void a_new_price_ends_the_one_before_it_and_both_stay() {
        var tenant = stocked();
        var before = history(tenant);
        var next = with(before, PlantProtection.CHEAP, Validity.from(MARCH));

        assertThat(keep(tenant, before, next)).isEqualTo(CommitOutcome.STORED);

        assertThat(history(tenant)).isEqualTo(next);
        assertThat(next.prices()).hasSize(2);
    }

    @Test
    default void a_planned_price_that_another_replaced_stays_in_the_books() {
        var tenant = stocked();
        var later = MARCH.plusSeconds(3600);
        var planned = with(history(tenant), PlantProtection.CHEAP, Validity.from(later));
        keep(tenant, history(tenant), planned);

        var replaced = with(planned, PlantProtection.DEAR, Validity.from(later));

        assertThat(keep(tenant, planned, replaced)).isEqualTo(CommitOutcome.STORED);
        assertThat(history(tenant)).isEqualTo(replaced);
    }

    @Test
    default void a_withdrawn_price_stays_in_the_books() {
        var tenant = stocked();
        var before = history(tenant);
        var withdrawn = before.withdraw(MARCH, MARCH).get();

        assertThat(keep(tenant, before, withdrawn)).isEqualTo(CommitOutcome.STORED);

        assertThat(history(tenant)).isEqualTo(withdrawn);
    }

    @Test
    default void a_price_on_top_of_one_that_somebody_else_has_set_meanwhile_is_not_kept() {
        var tenant = stocked();
        var read = history(tenant);
        var faster = with(read, PlantProtection.CHEAP, Validity.from(MARCH));
        keep(tenant, read, faster);

        assertThat(keep(tenant, read, with(read, PlantProtection.DEAR, Validity.from(MARCH.plusSeconds(1)))))
                .isEqualTo(CommitOutcome.STALE);
        assertThat(keep(tenant, read, read.withdraw(MARCH, MARCH).get())).isEqualTo(CommitOutcome.STALE);

        assertThat(history(tenant)).isEqualTo(faster);
    }
}

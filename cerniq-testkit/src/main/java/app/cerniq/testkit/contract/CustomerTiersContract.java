package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.UnknownTenantException;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.pricing.CustomerTiers} must do. */
public interface CustomerTiersContract extends StorageContract {

    @Test
    default void a_customer_is_of_the_standard_tier_unless_given_another() {
        assertThat(storage().customerTiers().tierOf(tenant(), new LeadId(ids().next())))
                .isEqualTo(CustomerTier.STANDARD);
    }

    @Test
    default void a_tier_comes_back_as_it_was_given() {
        var tenant = tenant();
        var customer = new LeadId(ids().next());

        storage().customerTiers().assign(tenant, customer, CustomerTier.GOLD);

        assertThat(storage().customerTiers().tierOf(tenant, customer)).isEqualTo(CustomerTier.GOLD);
    }

    @Test
    default void the_tier_that_is_given_last_counts() {
        var tenant = tenant();
        var customer = new LeadId(ids().next());
        storage().customerTiers().assign(tenant, customer, CustomerTier.GOLD);

        storage().customerTiers().assign(tenant, customer, new CustomerTier("FRIENDS_7"));

        assertThat(storage().customerTiers().tierOf(tenant, customer)).isEqualTo(new CustomerTier("FRIENDS_7"));
    }

    @Test
    default void what_one_tenant_gives_is_nothing_to_another() {
        var customer = new LeadId(ids().next());
        storage().customerTiers().assign(tenant(), customer, CustomerTier.GOLD);

        assertThat(storage().customerTiers().tierOf(tenant(), customer)).isEqualTo(CustomerTier.STANDARD);
    }

    @Test
    default void an_unknown_tenant_gives_no_tiers() {
        var nobody = new TenantId(ids().next());
        var customer = new LeadId(ids().next());

        assertThatThrownBy(() -> storage().customerTiers().assign(nobody, customer, CustomerTier.GOLD))
                .isInstanceOf(UnknownTenantException.class);
    }
}

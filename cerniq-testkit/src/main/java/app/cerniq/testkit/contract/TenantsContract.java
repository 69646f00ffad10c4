package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.UnknownTenantException;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.shared.Tenants} must do. */
public interface TenantsContract extends StorageContract {

    @Test
    default void a_tenant_that_was_never_set_up_has_no_limits() {
        assertThat(storage().tenants().discountLimits(new TenantId(ids().next())))
                .isEmpty();
    }

    @Test
    default void a_new_tenant_has_the_standard_limits() {
        assertThat(storage().tenants().discountLimits(tenant())).contains(DiscountLimits.STANDARD);
    }

    @Test
    default void changed_limits_stay_when_the_tenant_is_set_up_again() {
        var tenant = tenant();
        var strict = new DiscountLimits(Percentage.of("5"), Percentage.of("7.5"), Percentage.of("20.25"), true);

        storage().tenants().limitDiscounts(tenant, strict);
        storage().tenants().setUp(tenant, "Another name");

        assertThat(storage().tenants().discountLimits(tenant)).contains(strict);
    }

    @Test
    default void limits_of_one_tenant_leave_the_other_alone() {
        var other = tenant();

        storage()
                .tenants()
                .limitDiscounts(
                        tenant(), new DiscountLimits(Percentage.ZERO, Percentage.of("1"), Percentage.of("2"), false));

        assertThat(storage().tenants().discountLimits(other)).contains(DiscountLimits.STANDARD);
    }

    @Test
    default void limits_of_an_unknown_tenant_cannot_be_changed() {
        var nobody = new TenantId(ids().next());

        assertThatThrownBy(() -> storage().tenants().limitDiscounts(nobody, DiscountLimits.STANDARD))
                .isInstanceOf(UnknownTenantException.class)
                .hasMessageContaining(nobody.toString());
    }
}

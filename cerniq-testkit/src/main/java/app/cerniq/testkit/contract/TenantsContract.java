package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.approval.ApprovalTerms;
import app.cerniq.domain.approval.AssignmentStrategy;
import app.cerniq.domain.approval.EscalationChain;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.UnknownTenantException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    default void a_new_tenant_has_the_times_of_the_rules() {
        assertThat(storage().tenants().timeLimits(tenant())).contains(TimeLimits.STANDARD);
        assertThat(storage().tenants().timeLimits(new TenantId(ids().next()))).isEmpty();
    }

    @Test
    default void times_are_replaced_as_a_whole_and_leave_other_tenants_alone() {
        var tenant = tenant();
        var other = tenant();
        var second = new TimeLimits(Map.of(DealTimer.NO_ANSWER, Duration.ofDays(3)));

        storage().tenants().limitTimes(tenant, new TimeLimits(Map.of(DealTimer.STALLED, Duration.ofHours(5))));
        storage().tenants().limitTimes(tenant, second);

        assertThat(storage().tenants().timeLimits(tenant)).contains(second);
        assertThat(storage().tenants().timeLimits(other)).contains(TimeLimits.STANDARD);
    }

    @Test
    default void times_of_an_unknown_tenant_cannot_be_changed() {
        var nobody = new TenantId(ids().next());

        assertThatThrownBy(() -> storage().tenants().limitTimes(nobody, TimeLimits.STANDARD))
                .isInstanceOf(UnknownTenantException.class);
    }

    @Test
    default void a_new_tenant_has_the_approvals_of_the_rules() {
        assertThat(storage().tenants().approvalTerms(tenant())).contains(ApprovalTerms.STANDARD);
        assertThat(storage().tenants().approvalTerms(new TenantId(ids().next())))
                .isEmpty();
    }

    @Test
    default void terms_of_approvals_are_replaced_as_a_whole_and_leave_other_tenants_alone() {
        var tenant = tenant();
        var other = tenant();
        var first = new ApprovalTerms(
                List.of(
                        new ApprovalTerms.Time(HumanTaskKind.DISCOUNT_APPROVAL, Optional.empty(), Duration.ofHours(3)),
                        new ApprovalTerms.Time(
                                HumanTaskKind.DISCOUNT_APPROVAL, Optional.of(Role.CEO), Duration.ofHours(8))),
                Optional.of(new EscalationChain(List.of(Role.SALES_MANAGER, Role.CEO))),
                AssignmentStrategy.ROUND_ROBIN);
        var second = new ApprovalTerms(
                List.of(new ApprovalTerms.Time(HumanTaskKind.DISCOUNT_APPROVAL, Optional.empty(), Duration.ofHours(4))),
                Optional.of(new EscalationChain(List.of(Role.CEO, Role.SALES_MANAGER, Role.DIRECTOR))),
                AssignmentStrategy.LEAST_LOADED);

        storage().tenants().agreeApprovals(tenant, first);
        assertThat(storage().tenants().approvalTerms(tenant)).contains(first);
        storage().tenants().agreeApprovals(tenant, second);
        assertThat(storage().tenants().approvalTerms(tenant)).contains(second);
        assertThat(storage().tenants().approvalTerms(other)).contains(ApprovalTerms.STANDARD);
        storage().tenants().agreeApprovals(tenant, ApprovalTerms.STANDARD);
        assertThat(storage().tenants().approvalTerms(tenant)).contains(ApprovalTerms.STANDARD);
    }

    @Test
    default void approvals_of_an_unknown_tenant_cannot_be_changed() {
        var nobody = new TenantId(ids().next());

        assertThatThrownBy(() -> storage().tenants().agreeApprovals(nobody, ApprovalTerms.STANDARD))
                .isInstanceOf(UnknownTenantException.class);
    }

    @Test
    default void all_tenants_are_listed_page_by_page() {
        var some = List.of(tenant(), tenant(), tenant());
        var listed = new ArrayList<TenantId>();
        var page = storage().tenants().page(Optional.empty(), 2);

        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            listed.addAll(page);
            page = storage().tenants().page(Optional.of(page.get(page.size() - 1)), 2);
        }

        assertThat(listed).containsAll(some).doesNotHaveDuplicates();
        assertThatThrownBy(() -> storage().tenants().page(Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package app.cerniq.application.approval;

import app.cerniq.domain.approval.ApprovalTerms;
import app.cerniq.domain.approval.EscalationChain;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.Sla;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.approval.EscalationQuestion;
import app.cerniq.ports.approval.SlaPolicy;
import app.cerniq.ports.approval.SlaQuestion;
import app.cerniq.ports.approval.Staff;
import app.cerniq.ports.shared.Tenants;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** How long people have and who comes after them: the rules, and where a tenant says otherwise, the tenant. Thread-safe. */
public final class Escalation {

    private final Tenants tenants;
    private final SlaPolicy slas;
    private final Staff staff;

    /** Over the rules of one engine; throws {@link IllegalArgumentException} where they hand a task round in a circle. */
    public Escalation(Tenants tenants, SlaPolicy slas, Staff staff) {
        this.tenants = tenants;
        this.slas = slas;
        this.staff = staff;
        for (var role : Role.values()) {
            requireEnd(role);
        }
    }

    private void requireEnd(Role first) {
        var asked = new ArrayList<Role>();
        for (var next = Optional.of(first); next.isPresent(); next = byRule(next.get())) {
            asked.add(next.get());
            EscalationChain.of(asked).getOrElseThrow(Escalation::broken);
        }
    }

    private static IllegalArgumentException broken(HumanTaskRefusal cyclic) {
        return new IllegalArgumentException(cyclic.describe());
    }

    /** In what a tenant differs from the rules. */
    public ApprovalTerms terms(TenantId tenant) {
        return tenants.approvalTerms(tenant).orElse(ApprovalTerms.STANDARD);
    }

    /** How long a role has for a task. */
    public Sla within(TenantId tenant, HumanTaskKind kind, Urgency priority, Role role) {
        var byRule = slas.within(SlaQuestion.of(kind, priority, role)).outcome();
        return terms(tenant)
                .within(kind, role)
                .map(own -> new Sla(own, byRule.warningPercent()))
                .orElse(byRule);
    }

    /** How long whoever is asked first has for a discount of this tier. */
    public Sla forDiscount(TenantId tenant, DiscountTier tier) {
        return within(
                tenant,
                HumanTaskKind.DISCOUNT_APPROVAL,
                Urgency.MEDIUM,
                tier.decider().orElse(Role.CEO));
    }

    /** This role, or the first after it that somebody has; empty where nobody has any of them. */
    public Optional<Role> staffed(TenantId tenant, Role first) {
        return chain(tenant, first).stream().findFirst();
    }

    /** The next role after this one that somebody has. */
    public Optional<Role> after(TenantId tenant, Role role) {
        return next(terms(tenant), role).flatMap(next -> staffed(tenant, next));
    }

    /** Everybody who would be asked, one after the other, beginning with a role: only roles that somebody has. */
    public List<Role> chain(TenantId tenant, Role first) {
        var terms = terms(tenant);
        var asked = EnumSet.noneOf(Role.class);
        var chain = new ArrayList<Role>();
        for (var next = Optional.of(first); next.isPresent() && asked.add(next.get()); next = next(terms, next.get())) {
            if (staff.has(tenant, next.get())) {
                chain.add(next.get());
            }
        }
        return List.copyOf(chain);
    }

    private Optional<Role> next(ApprovalTerms terms, Role role) {
        return terms.chain()
                .filter(own -> own.knows(role))
                .map(own -> own.after(role))
                .orElseGet(() -> byRule(role));
    }

    private Optional<Role> byRule(Role role) {
        return slas.after(new EscalationQuestion(role)).outcome();
    }
}

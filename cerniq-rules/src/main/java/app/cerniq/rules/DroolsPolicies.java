package app.cerniq.rules;

import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.pricing.PriceRuleKind;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.Role;
import app.cerniq.ports.approval.EscalationQuestion;
import app.cerniq.ports.approval.SlaPolicy;
import app.cerniq.ports.approval.SlaQuestion;
import app.cerniq.ports.guardrail.ClaimQuestion;
import app.cerniq.ports.guardrail.ConcessionQuestion;
import app.cerniq.ports.guardrail.GuardPolicy;
import app.cerniq.ports.guardrail.LineQuestion;
import app.cerniq.ports.guardrail.Said;
import app.cerniq.ports.guardrail.TextQuestion;
import app.cerniq.ports.negotiation.MovePolicy;
import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.ports.negotiation.TimeoutPolicy;
import app.cerniq.ports.negotiation.TimeoutQuestion;
import app.cerniq.ports.negotiation.ToolPolicy;
import app.cerniq.ports.negotiation.ToolQuestion;
import app.cerniq.ports.pricing.DiscountPolicy;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.ports.pricing.EntitlementPolicy;
import app.cerniq.ports.pricing.EntitlementQuestion;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.stock.HoldPolicy;
import app.cerniq.ports.stock.HoldQuestion;
import app.cerniq.rules.approval.DroolsSlaPolicy;
import app.cerniq.rules.engine.BuiltInPack;
import app.cerniq.rules.engine.OwnClassLoader;
import app.cerniq.rules.guardrail.DroolsGuardPolicy;
import app.cerniq.rules.negotiation.DroolsMovePolicy;
import app.cerniq.rules.negotiation.DroolsTimeoutPolicy;
import app.cerniq.rules.negotiation.DroolsToolPolicy;
import app.cerniq.rules.pricing.DroolsDiscountPolicy;
import app.cerniq.rules.pricing.DroolsEntitlementPolicy;
import app.cerniq.rules.stock.DroolsHoldPolicy;
import java.util.List;
import java.util.Set;

/**
 * Policies that are decided by rules in DRL. Immutable and thread-safe; any number of them can live in one JVM, and
 * none starts a thread or leaves anything behind when it is dropped.
 */
public final class DroolsPolicies implements Policies {

    private static final String NAME = "cerniq-standard";

    private static final List<String> PACKAGES = List.of(
            DroolsMovePolicy.RULES,
            DroolsToolPolicy.RULES,
            DroolsHoldPolicy.RULES,
            DroolsTimeoutPolicy.RULES,
            DroolsSlaPolicy.SLAS,
            DroolsSlaPolicy.ESCALATIONS,
            DroolsDiscountPolicy.RULES,
            DroolsEntitlementPolicy.RULES,
            DroolsGuardPolicy.CLAIMS,
            DroolsGuardPolicy.LINES,
            DroolsGuardPolicy.CONCESSIONS,
            DroolsGuardPolicy.TEXTS);

    private final PackVersion version;
    private final MovePolicy moves;
    private final ToolPolicy tools;
    private final HoldPolicy holds;
    private final TimeoutPolicy timeouts;
    private final SlaPolicy slas;
    private final DiscountPolicy discounts;
    private final EntitlementPolicy entitlements;
    private final GuardPolicy guards;

    private DroolsPolicies(BuiltInPack pack) {
        this.version = pack.version();
        this.moves = new DroolsMovePolicy(pack);
        this.tools = new DroolsToolPolicy(pack);
        this.holds = new DroolsHoldPolicy(pack);
        this.timeouts = new DroolsTimeoutPolicy(pack);
        this.slas = new DroolsSlaPolicy(pack);
        this.discounts = new DroolsDiscountPolicy(pack);
        this.entitlements = new DroolsEntitlementPolicy(pack);
        this.guards = new DroolsGuardPolicy(pack);
    }

    /**
     * The pack that ships with this library: the moves, tools, holding times and discount tiers of the source
     * documents. It is read and checked anew at each call, so keep the result.
     *
     * @throws IllegalStateException if the jar is damaged: rules missing, or compiled from other sources
     */
    public static DroolsPolicies standard() {
        return OwnClassLoader.during(() -> new DroolsPolicies(BuiltInPack.of(NAME, PACKAGES)).tested());
    }

    /** One question to each book: what cannot be linked or answered shows here, not in the first deal. */
    private DroolsPolicies tested() {
        var state = NegotiationState.DISCOVERY;
        moves.decide(MoveQuestion.of(state, state, ActorKind.SYSTEM, false, Set.of()));
        tools.decide(new ToolQuestion(state, Tool.SEARCH_PRODUCTS));
        holds.decide(new HoldQuestion(state));
        timeouts.decide(new TimeoutQuestion(state, false, false));
        slas.within(SlaQuestion.of(HumanTaskKind.ESCALATION, Urgency.LOW));
        slas.after(new EscalationQuestion(Role.CEO));
        discounts.decide(new DiscountQuestion(0, 0, 0, 0, false, true, false, false));
        entitlements.decide(new EntitlementQuestion(PriceRuleKind.PROMOTION, true, true, false, true, false));
        guards.ofClaim(new ClaimQuestion(Said.UNREAD, false, true, state, Severity.LOW));
        guards.ofLine(LineQuestion.SILENT);
        guards.ofConcession(new ConcessionQuestion(true, false, 0, 0, false, false));
        guards.ofText(new TextQuestion(0, false, false));
        return this;
    }

    @Override
    public PackVersion version() {
        return version;
    }

    @Override
    public MovePolicy moves() {
        return moves;
    }

    @Override
    public ToolPolicy tools() {
        return tools;
    }

    @Override
    public HoldPolicy holds() {
        return holds;
    }

    @Override
    public TimeoutPolicy timeouts() {
        return timeouts;
    }

    @Override
    public SlaPolicy slas() {
        return slas;
    }

    @Override
    public DiscountPolicy discounts() {
        return discounts;
    }

    @Override
    public EntitlementPolicy entitlements() {
        return entitlements;
    }

    @Override
    public GuardPolicy guards() {
        return guards;
    }
}

package app.cerniq.ports.shared;

import app.cerniq.domain.shared.PackVersion;
import app.cerniq.ports.approval.SlaPolicy;
import app.cerniq.ports.guardrail.GuardPolicy;
import app.cerniq.ports.negotiation.MovePolicy;
import app.cerniq.ports.negotiation.TimeoutPolicy;
import app.cerniq.ports.negotiation.ToolPolicy;
import app.cerniq.ports.pricing.DiscountPolicy;
import app.cerniq.ports.pricing.EntitlementPolicy;
import app.cerniq.ports.stock.HoldPolicy;

/** All the policies of one pack of rules: swapped as a whole, never in part. */
public interface Policies {

    PackVersion version();

    MovePolicy moves();

    ToolPolicy tools();

    HoldPolicy holds();

    TimeoutPolicy timeouts();

    SlaPolicy slas();

    DiscountPolicy discounts();

    EntitlementPolicy entitlements();

    GuardPolicy guards();
}

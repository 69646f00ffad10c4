package app.cerniq.application.stock;

import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.approval.SlaPolicy;
import app.cerniq.ports.guardrail.GuardPolicy;
import app.cerniq.ports.negotiation.MovePolicy;
import app.cerniq.ports.negotiation.TimeoutPolicy;
import app.cerniq.ports.negotiation.ToolPolicy;
import app.cerniq.ports.pricing.DiscountPolicy;
import app.cerniq.ports.pricing.EntitlementPolicy;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.stock.HoldPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The given policies, but for how long goods are held: that is what a test says, wherever the given ones hold any. */
final class MovableTimes implements Policies {

    private final Policies given;
    private Duration time = Duration.ofSeconds(5);

    MovableTimes(Policies given) {
        this.given = given;
    }

    void holdFor(Duration next) {
        time = next;
    }

    @Override
    public HoldPolicy holds() {
        return question -> {
            var decision = given.holds().decide(question);
            return new Decision<Optional<Duration>>(
                    decision.outcome().map(any -> time),
                    List.of("As the test wants."),
                    List.of(new RuleName("TEST-4 the time is given")),
                    question,
                    new PackVersion("test"));
        };
    }

    @Override
    public PackVersion version() {
        return given.version();
    }

    @Override
    public MovePolicy moves() {
        return given.moves();
    }

    @Override
    public ToolPolicy tools() {
        return given.tools();
    }

    @Override
    public EntitlementPolicy entitlements() {
        return given.entitlements();
    }

    @Override
    public TimeoutPolicy timeouts() {
        return given.timeouts();
    }

    @Override
    public SlaPolicy slas() {
        return given.slas();
    }

    @Override
    public DiscountPolicy discounts() {
        return given.discounts();
    }

    @Override
    public GuardPolicy guards() {
        return given.guards();
    }
}

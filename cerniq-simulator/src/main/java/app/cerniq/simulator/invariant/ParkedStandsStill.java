package app.cerniq.simulator.invariant;

import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.simulator.world.Seen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** S1: the red button works. */
final class ParkedStandsStill implements Invariant {

    private final Set<TenantId> parked = new HashSet<>();

    @Override
    public String id() {
        return "S1";
    }

    @Override
    public String sentence() {
        return "From the moment a tenant's automation is parked until a person lets it go on, no agent changes a deal.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        var faults = new ArrayList<String>();
        for (var call : moment.calls()) {
            follow(call);
            moment.changes().stream()
                    .filter(change -> change.by().filter(call::equals).isPresent()
                            && change.change().by().kind() == ActorKind.AI_AGENT
                            && parked.contains(change.change().negotiation().tenant()))
                    .map(change -> change.change().by() + " made version "
                            + change.change().version() + " of "
                            + change.change().negotiation() + " while automation was parked.")
                    .forEach(faults::add);
        }
        return faults;
    }

    private void follow(Seen call) {
        if (!Boolean.TRUE.equals(call.answer())) {
            return;
        }
        if (call.is("automation.park")) {
            Tenancy.named(call).ifPresent(parked::add);
        } else if (call.is("automation.resume")) {
            Tenancy.named(call).ifPresent(parked::remove);
        }
    }
}

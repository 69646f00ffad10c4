package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.simulator.world.Company;
import app.cerniq.simulator.world.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** I11: nobody reads or writes what belongs to another tenant. */
final class NoStrangersRow implements Invariant {

    @Override
    public String id() {
        return "I11";
    }

    @Override
    public String sentence() {
        return "No row is read or written across tenants, whatever ids are named.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        var faults = new ArrayList<String>();
        for (var call : moment.calls()) {
            var named = Tenancy.named(call);
            if (named.isPresent() && call.actingFor().isPresent() && !named.equals(call.actingFor())) {
                faults.add(call.call().name() + " named another tenant than the one that the host worked for.");
            }
            named.flatMap(tenant -> strange(call, tenant)).ifPresent(faults::add);
        }
        for (var deal : moment.touched()) {
            faults.addAll(foreign(moment, deal));
        }
        return faults;
    }

    private static Optional<String> strange(Seen call, TenantId tenant) {
        return Tenancy.deals(call.answer()).stream()
                .filter(deal -> !deal.tenant().equals(tenant))
                .findFirst()
                .map(deal -> call.call().name() + " was asked for one tenant and gave " + deal + " of another.");
    }

    @Override
    public List<String> audit(Moment moment) {
        return moment.touched().stream()
                .flatMap(deal -> foreign(moment, deal).stream())
                .toList();
    }

    /** A deal is not there under another tenant's name. */
    private static List<String> foreign(Moment moment, NegotiationId deal) {
        var faults = new ArrayList<String>();
        var negotiations = moment.world().storage().negotiations();
        for (Company company : moment.world().companies()) {
            if (!company.tenant().equals(deal.tenant())) {
                var forged = new NegotiationId(company.tenant(), deal.value());
                if (negotiations.find(forged).isPresent()
                        || !negotiations.history(forged).isEmpty()
                        || !moment.world().storage().reservations().of(forged).isEmpty()) {
                    faults.add("Deal " + deal.value() + " of one tenant can be read by another.");
                }
            }
        }
        return faults;
    }
}

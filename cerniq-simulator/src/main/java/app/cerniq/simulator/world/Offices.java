package app.cerniq.simulator.world;

import app.cerniq.ports.fiscal.EInvoices;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.testkit.fiscal.Fault;
import app.cerniq.testkit.fiscal.Faults;
import app.cerniq.testkit.fiscal.SimulatedEInvoices;
import app.cerniq.testkit.fiscal.SimulatedInvoicing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The partners outside: the invoicing office and SPV. They remember what hosts forget, and fail in ways of their own. */
public final class Offices {

    private static final List<Fault> FAULTS = List.of(Fault.values());

    private final SimulatedInvoicing invoicing;
    private final SimulatedEInvoices eInvoices;

    Offices(Clock clock, Faults faults) {
        this.invoicing = new SimulatedInvoicing(clock).failing(faults);
        this.eInvoices = new SimulatedEInvoices(clock).failing(faults);
    }

    /** How a call to an office fails, if it does: so often in ten thousand. */
    static Optional<Fault> fault(Chance chance, int often) {
        return chance.perTenThousand(often) ? Optional.of(chance.of(FAULTS)) : Optional.empty();
    }

    public Invoicing invoicing() {
        return invoicing;
    }

    public EInvoices eInvoices() {
        return eInvoices;
    }
}

package app.cerniq.testkit.fiscal;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.fiscal.DocumentNumber;
import app.cerniq.ports.fiscal.EInvoices;
import app.cerniq.ports.shared.Ids;
import app.cerniq.testkit.contract.EInvoicesContract;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** The simulated SPV keeps the contract of every one. */
class SimulatedEInvoicesTest implements EInvoicesContract {

    private final MovableClock clock =
            MovableClock.at(TODAY.atStartOfDay().plusHours(9).toInstant(ZoneOffset.UTC));
    private final Ids ids = new CountedIds(1);
    private final SimulatedEInvoices spv = new SimulatedEInvoices(clock);

    @Override
    public EInvoices eInvoices() {
        return spv;
    }

    @Override
    public void rejecting(TenantId tenant, DocumentNumber document) {
        spv.reject(tenant, document, List.of("[BR-CO-15]-Invoice total amount with VAT"));
    }

    @Override
    public TenantId tenant() {
        return new TenantId(ids.next());
    }

    @Override
    public void failNext(Fault fault) {
        spv.failing(fault);
    }

    @Override
    public void pass(Duration time) {
        clock.move(time);
    }
}

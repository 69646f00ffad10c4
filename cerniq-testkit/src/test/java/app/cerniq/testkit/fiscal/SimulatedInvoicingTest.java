package app.cerniq.testkit.fiscal;

import static app.cerniq.testkit.contract.FiscalContract.done;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.fiscal.Collection;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.shared.Ids;
import app.cerniq.testkit.contract.InvoicingContract;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The simulated office keeps the contract of every office. */
class SimulatedInvoicingTest implements InvoicingContract {

    private final MovableClock clock =
            MovableClock.at(TODAY.atStartOfDay().plusHours(9).toInstant(ZoneOffset.UTC));
    private final Ids ids = new CountedIds(1);
    private final SimulatedInvoicing office = new SimulatedInvoicing(clock);

    @Override
    public Invoicing invoicing() {
        return office;
    }

    @Override
    public TenantId tenant() {
        return new TenantId(ids.next());
    }

    @Override
    public void failNext(Fault fault) {
        office.failing(fault);
    }

    @Override
    public void pass(Duration time) {
        clock.move(time);
    }

    @Test
    void what_somebody_pays_is_told() {
        var tenant = tenant();
        var proforma = done(office.issueProforma(InvoicingContract.proforma(tenant, "pf-1")));
        var invoice = done(office.issueInvoice(InvoicingContract.invoice(tenant, "fct-1", proforma)));
        var payment = new Collection("OP 7", Money.ron("100"), TODAY);

        office.pay(tenant, invoice.number(), payment);

        assertThat(done(office.collections(tenant, invoice.number()))).containsExactly(payment);
    }

    @Test
    void faults_can_be_chosen_call_by_call() {
        var tenant = tenant();
        office.failing(operation -> operation.equals("invoicing.find")
                ? java.util.Optional.of(Fault.MAINTENANCE)
                : java.util.Optional.empty());

        done(office.issueProforma(InvoicingContract.proforma(tenant, "pf-1")));

        assertThat(office.issued(tenant)).hasSize(1);
    }
}

package app.cerniq.application.runtime.saga;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Desk;
import app.cerniq.application.negotiation.NegotiationCommand.AcceptProforma;
import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaId;
import app.cerniq.domain.runtime.saga.SagaStatus;
import app.cerniq.domain.runtime.saga.StepName;
import app.cerniq.domain.runtime.saga.StepState;
import app.cerniq.ports.fiscal.Collection;
import app.cerniq.ports.fiscal.DocumentKind;
import app.cerniq.ports.fiscal.IssuedDocument;
import app.cerniq.ports.shared.Storage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fiscal.SimulatedEInvoices;
import app.cerniq.testkit.fiscal.SimulatedInvoicing;
import app.cerniq.testkit.fixture.People;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A deal in CLOSING, a simulated office and a simulated SPV, and the saga that completes the deal. */
final class Completing {

    final Desk desk = new Desk();
    final SimulatedInvoicing office = new SimulatedInvoicing(desk.clock);
    final SimulatedEInvoices spv = new SimulatedEInvoices(desk.clock);
    final List<String> alarms = new ArrayList<>();
    final Cerniq cerniq;
    final SagaId id;

    Completing() {
        this(UnaryOperator.identity());
    }

    Completing(UnaryOperator<Storage> around) {
        desk.toNegotiation().reserves().toClosing();
        cerniq = engine(around.apply(desk.storage));
        id = cerniq.sagas().complete(desk.id, People.REP).orElseThrow().get().id();
    }

    Cerniq engine(Storage storage) {
        return Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .invoicing(office)
                .eInvoices(spv)
                .sagaAlarm((saga, step) -> alarms.add(step.name() + " " + step.state()))
                .clock(desk.clock)
                .ids(desk.ids)
                .build();
    }

    Saga saga() {
        return cerniq.sagas().find(id).orElseThrow();
    }

    SagaStatus status() {
        return saga().status();
    }

    StepState stateOf(StepName step) {
        return saga().step(step).orElseThrow().state();
    }

    Completing runs() {
        cerniq.sagas().runOnce(10);
        return this;
    }

    /** Lets time pass, and whatever is due in it happen: a look every few minutes. */
    Completing pass(Duration time) {
        var end = desk.clock.instant().plus(time);
        while (desk.clock.instant().isBefore(end)) {
            desk.clock.move(Duration.ofMinutes(3));
            runs();
        }
        return this;
    }

    Completing accepts() {
        desk.must(People.REP, (its, ask) -> its.acceptProforma(ask, new AcceptProforma("signed")));
        cerniq.sagas().wake(desk.id, "the proforma was accepted");
        return runs();
    }

    /** The customer pays the whole invoice, and the office books it. */
    Completing pays() {
        var invoice = desk.deal().documents().invoice().orElseThrow();
        var number = documents(DocumentKind.INVOICE).get(0).number();
        var today = LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC);
        office.pay(desk.tenant, number, new Collection("OP 1", invoice.gross(), today));
        return this;
    }

    List<IssuedDocument> documents(DocumentKind kind) {
        return office.issued(desk.tenant).stream()
                .filter(document -> document.kind() == kind)
                .toList();
    }
}

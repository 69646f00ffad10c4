package app.cerniq.application.runtime.saga.completion;

import static app.cerniq.domain.runtime.saga.StepClass.COMPENSATABLE;
import static app.cerniq.domain.runtime.saga.StepClass.PIVOT;
import static app.cerniq.domain.runtime.saga.StepClass.RETRIABLE;
import static app.cerniq.domain.runtime.saga.StepPlan.OnRefusal.ASK;
import static app.cerniq.domain.runtime.saga.StepPlan.OnRefusal.UNDO;

import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.application.runtime.saga.SagaScript;
import app.cerniq.domain.runtime.failure.FailureCatalogue;
import app.cerniq.domain.runtime.saga.SagaPlan;
import app.cerniq.domain.runtime.saga.StepClass;
import app.cerniq.domain.runtime.saga.StepName;
import app.cerniq.domain.runtime.saga.StepPlan;
import app.cerniq.ports.fiscal.EInvoices;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.shared.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an agreed deal becomes a paid one. Source: document 001, section 6.1, with the order of specification C5, C7 and C8:
 * the proforma before the move to PROFORMA_SENT, the invoice before the move to INVOICED, and payment never waits for
 * ANAF: reporting and payment both follow the invoice and overlap. There are two points of no return, the acceptance by
 * SPV and the move to PAID. See docs/decisions/0015.
 */
public final class CompletionSaga {

    /** What this kind of saga is about. */
    public static final String SUBJECT = "negotiation";

    public static final StepName CREATE_PROFORMA = new StepName("CREATE_PROFORMA");
    public static final StepName SEND_PROFORMA = new StepName("SEND_PROFORMA");
    public static final StepName AWAIT_ACCEPTANCE = new StepName("AWAIT_ACCEPTANCE");
    public static final StepName CREATE_INVOICE = new StepName("CREATE_INVOICE");
    public static final StepName INVOICE_DEAL = new StepName("INVOICE_DEAL");
    public static final StepName SUBMIT_EINVOICE = new StepName("SUBMIT_EINVOICE");
    public static final StepName AWAIT_PAYMENT = new StepName("AWAIT_PAYMENT");
    public static final StepName CONFIRM_STOCK = new StepName("CONFIRM_STOCK");
    public static final StepName COMPLETE = new StepName("COMPLETE");

    /** The steps that look at once when something happens to the deal; not the one whose calls ANAF counts. */
    public static final Set<StepName> WOKEN_BY_THE_DEAL = Set.of(
            CREATE_PROFORMA, SEND_PROFORMA, AWAIT_ACCEPTANCE, CREATE_INVOICE, INVOICE_DEAL, AWAIT_PAYMENT, COMPLETE);

    /** Longer than the slowest call, a late execution and a lease: only then does not finding a document prove anything. */
    private static final Duration OFFICE_SETTLES = Duration.ofMinutes(10);

    /** Specification fiscal, section 2.7: only what is still absent after six hours is sent again. */
    private static final Duration SPV_SETTLES = Duration.ofHours(6);

    public static final SagaPlan PLAN = new SagaPlan(
            "COMPLETION",
            List.of(
                    step(CREATE_PROFORMA, COMPENSATABLE, UNDO, OFFICE_SETTLES),
                    step(SEND_PROFORMA, COMPENSATABLE, UNDO, Duration.ZERO, CREATE_PROFORMA),
                    step(AWAIT_ACCEPTANCE, COMPENSATABLE, UNDO, Duration.ZERO, SEND_PROFORMA),
                    step(CREATE_INVOICE, COMPENSATABLE, ASK, OFFICE_SETTLES, AWAIT_ACCEPTANCE),
                    step(INVOICE_DEAL, COMPENSATABLE, ASK, Duration.ZERO, CREATE_INVOICE),
                    step(SUBMIT_EINVOICE, PIVOT, ASK, SPV_SETTLES, INVOICE_DEAL),
                    step(AWAIT_PAYMENT, COMPENSATABLE, ASK, Duration.ZERO, INVOICE_DEAL),
                    step(COMPLETE, PIVOT, ASK, Duration.ZERO, AWAIT_PAYMENT),
                    step(CONFIRM_STOCK, RETRIABLE, ASK, Duration.ZERO, SUBMIT_EINVOICE, INVOICE_DEAL)));

    private CompletionSaga() {}

    private static StepPlan step(
            StepName name, StepClass stepClass, StepPlan.OnRefusal onRefusal, Duration settling, StepName... after) {
        return new StepPlan(name, stepClass, Set.of(after), onRefusal, settling);
    }

    /** The saga over a desk and its partners. */
    public static SagaScript over(
            Storage storage,
            NegotiationDesk desk,
            Invoicing invoicing,
            EInvoices eInvoices,
            FailureCatalogue catalogue) {
        var deals = new Deals(storage, desk);
        return new SagaScript(
                PLAN,
                Map.of(
                        CREATE_PROFORMA, new CreateProforma(deals, invoicing),
                        SEND_PROFORMA, new SendProforma(deals),
                        AWAIT_ACCEPTANCE, new AwaitAcceptance(deals),
                        CREATE_INVOICE, new CreateInvoice(deals, invoicing),
                        INVOICE_DEAL, new InvoiceDeal(deals, invoicing),
                        SUBMIT_EINVOICE, new SubmitEInvoice(eInvoices, catalogue),
                        AWAIT_PAYMENT, new AwaitPayment(deals, invoicing),
                        COMPLETE, new CompleteDeal(deals),
                        CONFIRM_STOCK, new ConfirmStock(deals)));
    }
}

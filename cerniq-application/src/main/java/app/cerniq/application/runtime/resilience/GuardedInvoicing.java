package app.cerniq.application.runtime.resilience;

import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.fiscal.Collection;
import app.cerniq.ports.fiscal.DocumentNumber;
import app.cerniq.ports.fiscal.DocumentQuestion;
import app.cerniq.ports.fiscal.InvoiceOrder;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.fiscal.IssuedDocument;
import app.cerniq.ports.fiscal.ProformaOrder;
import app.cerniq.ports.fiscal.StornoOrder;
import java.util.List;
import java.util.Optional;

/** An invoicing office behind the breaker of the tenant that calls. */
public record GuardedInvoicing(Invoicing office, Breakers breakers) implements Invoicing {

    @Override
    public Outcome<IssuedDocument> issueProforma(ProformaOrder order) {
        return breakers.call(Partner.OBLIO, order.tenant(), () -> office.issueProforma(order));
    }

    @Override
    public Outcome<IssuedDocument> issueInvoice(InvoiceOrder order) {
        return breakers.call(Partner.OBLIO, order.tenant(), () -> office.issueInvoice(order));
    }

    @Override
    public Outcome<IssuedDocument> issueStorno(StornoOrder order) {
        return breakers.call(Partner.OBLIO, order.tenant(), () -> office.issueStorno(order));
    }

    @Override
    public Outcome<DocumentNumber> cancelProforma(TenantId tenant, DocumentNumber proforma) {
        return breakers.call(Partner.OBLIO, tenant, () -> office.cancelProforma(tenant, proforma));
    }

    @Override
    public Outcome<Optional<IssuedDocument>> find(DocumentQuestion question) {
        return breakers.call(Partner.OBLIO, question.tenant(), () -> office.find(question));
    }

    @Override
    public Outcome<List<Collection>> collections(TenantId tenant, DocumentNumber invoice) {
        return breakers.call(Partner.OBLIO, tenant, () -> office.collections(tenant, invoice));
    }
}

package app.cerniq.application.runtime.resilience;

import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.fiscal.EInvoiceOrder;
import app.cerniq.ports.fiscal.EInvoices;
import app.cerniq.ports.fiscal.SignedArchive;
import app.cerniq.ports.fiscal.Submission;
import app.cerniq.ports.fiscal.SubmissionStatus;
import app.cerniq.ports.fiscal.UploadIndex;
import java.util.Optional;

/** SPV behind the breaker of the tenant that calls. */
public record GuardedEInvoices(EInvoices spv, Breakers breakers) implements EInvoices {

    @Override
    public Outcome<Submission> submit(EInvoiceOrder order) {
        return breakers.call(Partner.ANAF_SPV, order.tenant(), () -> spv.submit(order));
    }

    @Override
    public Outcome<Optional<Submission>> find(EInvoiceOrder order) {
        return breakers.call(Partner.ANAF_SPV, order.tenant(), () -> spv.find(order));
    }

    @Override
    public Outcome<SubmissionStatus> status(TenantId tenant, UploadIndex index) {
        return breakers.call(Partner.ANAF_SPV, tenant, () -> spv.status(tenant, index));
    }

    @Override
    public Outcome<SignedArchive> download(TenantId tenant, String downloadId) {
        return breakers.call(Partner.ANAF_SPV, tenant, () -> spv.download(tenant, downloadId));
    }
}

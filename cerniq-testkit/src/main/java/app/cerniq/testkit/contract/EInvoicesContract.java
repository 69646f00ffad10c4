package app.cerniq.testkit.contract;

import static app.cerniq.testkit.contract.FiscalContract.done;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.fiscal.DocumentNumber;
import app.cerniq.ports.fiscal.DocumentReference;
import app.cerniq.ports.fiscal.EInvoiceOrder;
import app.cerniq.ports.fiscal.EInvoices;
import app.cerniq.ports.fiscal.SubmissionStatus.AcceptedBySpv;
import app.cerniq.ports.fiscal.SubmissionStatus.DuplicateOf;
import app.cerniq.ports.fiscal.SubmissionStatus.Processing;
import app.cerniq.ports.fiscal.SubmissionStatus.RejectedBySpv;
import app.cerniq.testkit.fiscal.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link EInvoices} must do. */
public interface EInvoicesContract extends FiscalContract {

    /** So long after an upload there is a verdict in every test. */
    Duration VERDICT = Duration.ofMinutes(30);

    /** The system under test; the same one within a test. */
    EInvoices eInvoices();

    /** Makes ANAF reject this document. */
    void rejecting(TenantId tenant, DocumentNumber document);

    static EInvoiceOrder order(TenantId tenant) {
        return new EInvoiceOrder(tenant, new DocumentReference("e-1"), new DocumentNumber("FCT", "0001"), TODAY);
    }

    @Test
    default void an_upload_is_processed_and_then_accepted_and_can_be_downloaded() {
        var order = order(tenant());

        var submission = done(eInvoices().submit(order));
        var atFirst = done(eInvoices().status(order.tenant(), submission.index()));
        pass(VERDICT);
        var verdict = done(eInvoices().status(order.tenant(), submission.index()));

        assertThat(atFirst).isEqualTo(new Processing());
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        AcceptedBySpv.class,
                        accepted -> assertThat(done(eInvoices().download(order.tenant(), accepted.downloadId()))
                                        .bytes())
                                .startsWith('P', 'K'));
    }

    @Test
    default void a_second_upload_sends_the_same_bytes_and_is_a_duplicate_of_the_first() {
        var order = order(tenant());
        var first = done(eInvoices().submit(order));

        var second = done(eInvoices().submit(order));
        pass(VERDICT);

        assertThat(second.content()).isEqualTo(first.content());
        assertThat(done(eInvoices().status(order.tenant(), first.index()))).isInstanceOf(AcceptedBySpv.class);
        assertThat(second.index().equals(first.index())
                        || done(eInvoices().status(order.tenant(), second.index()))
                                .equals(new DuplicateOf(first.index())))
                .isTrue();
        assertThat(done(eInvoices().find(order)).map(found -> found.index())).contains(first.index());
    }

    @Test
    default void an_upload_without_an_answer_is_unknown_and_found() {
        var order = order(tenant());
        failNext(Fault.TIMEOUT_AFTER);

        assertThat(eInvoices().submit(order)).isInstanceOf(Outcome.Unknown.class);
        pass(VERDICT);
        assertThat(done(eInvoices().find(order))).isPresent();
    }

    @Test
    default void an_upload_that_never_arrived_is_unknown_and_not_found() {
        var order = order(tenant());
        failNext(Fault.TIMEOUT_BEFORE);

        assertThat(eInvoices().submit(order)).isInstanceOf(Outcome.Unknown.class);
        pass(VERDICT);
        assertThat(done(eInvoices().find(order))).isEmpty();
    }

    @Test
    default void under_maintenance_nothing_is_registered() {
        var order = order(tenant());
        failNext(Fault.MAINTENANCE);

        assertThat(eInvoices().submit(order)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(done(eInvoices().find(order))).isEmpty();
    }

    @Test
    default void a_rejection_gives_its_reasons() {
        var order = order(tenant());
        rejecting(order.tenant(), order.document());

        var submission = done(eInvoices().submit(order));
        pass(VERDICT);

        assertThat(done(eInvoices().status(order.tenant(), submission.index())))
                .isInstanceOfSatisfying(
                        RejectedBySpv.class,
                        rejected -> assertThat(rejected.errors()).isNotEmpty());
    }

    @Test
    default void nobody_sees_the_uploads_of_another() {
        done(eInvoices().submit(order(tenant())));

        assertThat(done(eInvoices().find(order(tenant())))).isEmpty();
    }
}

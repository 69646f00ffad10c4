package app.cerniq.application.runtime.saga;

import static app.cerniq.application.runtime.saga.completion.CompletionSaga.AWAIT_PAYMENT;
import static app.cerniq.application.runtime.saga.completion.CompletionSaga.CREATE_INVOICE;
import static app.cerniq.application.runtime.saga.completion.CompletionSaga.CREATE_PROFORMA;
import static app.cerniq.application.runtime.saga.completion.CompletionSaga.SUBMIT_EINVOICE;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.HandBack;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.RejectProforma;
import app.cerniq.application.negotiation.NegotiationCommand.ReleaseStock;
import app.cerniq.application.runtime.saga.completion.CompletionSaga;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.runtime.saga.SagaEntry;
import app.cerniq.domain.runtime.saga.SagaStatus;
import app.cerniq.domain.runtime.saga.StepState;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.ports.fiscal.DocumentKind;
import app.cerniq.ports.fiscal.DocumentNumber;
import app.cerniq.ports.fiscal.IssuedDocument;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.stock.Booking;
import app.cerniq.testkit.fiscal.Fault;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How an agreed deal becomes a paid one, and what becomes of it when something goes wrong on the way. */
class CompletionSagaTest {

    private final Completing it = new Completing();

    @Test
    void from_agreement_to_paid_with_one_document_of_each_kind() {
        it.runs();
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.PROFORMA_SENT);
        it.accepts();
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.INVOICED);
        it.pays().pass(Duration.ofHours(1));

        assertThat(it.status()).isEqualTo(SagaStatus.DONE);
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.PAID);
        assertThat(it.office.issued(it.desk.tenant))
                .extracting(IssuedDocument::kind)
                .containsExactly(DocumentKind.PROFORMA, DocumentKind.INVOICE);
        assertThat(it.spv.uploaded(it.desk.tenant)).hasSize(1);
        assertThat(it.desk.faults()).isEmpty();
        assertThat(it.alarms).isEmpty();
    }

    @Test
    void payment_never_waits_for_anaf() {
        it.spv.failing(operation -> Optional.of(Fault.MAINTENANCE));

        it.runs().accepts().pays().pass(Duration.ofHours(1));

        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.PAID);
        assertThat(it.stateOf(SUBMIT_EINVOICE)).isEqualTo(StepState.WAITING);
        assertThat(it.status()).isEqualTo(SagaStatus.WAITING);
    }

    @Test
    void anaf_is_tried_until_it_answers_and_a_person_knows_in_time() {
        it.spv.failing(operation -> Optional.of(Fault.MAINTENANCE));
        it.runs().accepts().pays();

        it.pass(Duration.ofDays(4));
        assertThat(it.alarms).isEmpty();
        it.pass(Duration.ofDays(2));
        assertThat(it.alarms).containsExactly("SUBMIT_EINVOICE WAITING");
        assertThat(it.status()).isEqualTo(SagaStatus.STUCK);

        it.spv.failing();
        it.pass(Duration.ofHours(1));
        assertThat(it.status()).isEqualTo(SagaStatus.DONE);
    }

    @Test
    void a_customer_who_refuses_the_proforma_reopens_the_deal_and_the_proforma_is_cancelled() {
        it.runs().desk.must(People.REP, (its, ask) -> its.rejectProforma(ask, new RejectProforma("too expensive")));

        it.pass(Duration.ofMinutes(30));

        assertThat(it.status()).isEqualTo(SagaStatus.COMPENSATED);
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.NEGOTIATION);
        assertThat(it.documents(DocumentKind.PROFORMA)).allMatch(IssuedDocument::isCancelled);
        assertThat(it.desk.faults()).isEmpty();
    }

    @Test
    void a_proforma_that_nobody_answers_ends_the_deal() {
        it.runs().pass(Duration.ofDays(9));

        assertThat(it.status()).isEqualTo(SagaStatus.COMPENSATED);
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.DEAD);
        assertThat(it.documents(DocumentKind.PROFORMA)).allMatch(IssuedDocument::isCancelled);
    }

    @Test
    void a_deal_that_was_changed_while_the_office_was_silent_gets_no_proforma() {
        it.office.failing(Fault.TIMEOUT_AFTER);
        it.runs();
        it.desk.to(NegotiationState.NEGOTIATION);

        it.pass(Duration.ofMinutes(30));

        assertThat(it.status()).isEqualTo(SagaStatus.COMPENSATED);
        assertThat(it.desk.deal().documents().proforma()).isEmpty();
        assertThat(it.documents(DocumentKind.PROFORMA)).hasSize(1).allMatch(IssuedDocument::isCancelled);
    }

    @Test
    void lost_and_late_answers_make_no_second_document() {
        it.office.failing(Fault.EXECUTED_LATE);
        it.runs().pass(Duration.ofMinutes(30));
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.PROFORMA_SENT);
        it.office.failing(Fault.TIMEOUT_BEFORE);
        it.accepts().pass(Duration.ofMinutes(30));
        it.spv.failing(Fault.TIMEOUT_AFTER);
        it.pays().pass(Duration.ofHours(8));

        assertThat(it.status()).isEqualTo(SagaStatus.DONE);
        assertThat(it.office.issued(it.desk.tenant)).hasSize(2);
        assertThat(it.spv.uploaded(it.desk.tenant)).hasSize(1);
    }

    @Test
    void an_invoice_that_was_uploaded_twice_counts_as_the_first() {
        it.runs();
        it.spv.failing(Fault.DUPLICATE);

        it.accepts().pays().pass(Duration.ofHours(1));

        assertThat(it.status()).isEqualTo(SagaStatus.DONE);
        assertThat(it.saga().step(SUBMIT_EINVOICE).orElseThrow().result())
                .contains(it.spv.uploaded(it.desk.tenant).get(0).index().value());
    }

    @Test
    void without_goods_nothing_is_invoiced_and_a_person_is_told() {
        it.runs().desk.must(People.REP, (its, ask) -> its.releaseStock(ask, new ReleaseStock("a mistake")));
        count("1");

        it.accepts();

        assertThat(it.status()).isEqualTo(SagaStatus.STUCK);
        assertThat(it.alarms).containsExactly("CREATE_INVOICE FAILED");
        assertThat(it.documents(DocumentKind.INVOICE)).isEmpty();

        count("100");
        it.cerniq
                .sagas()
                .retry(it.id, it.saga().version(), People.REP, CREATE_INVOICE, "the lorry came")
                .get();
        it.runs();
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.INVOICED);
    }

    private void count(String bags) {
        var place = new Place(Goods.WHEAT_SEED.sku(), LocationCode.PRINCIPAL);
        var found = StockAmount.of(bags, Goods.WHEAT_SEED.unit());
        var key = new IdempotencyKey(it.desk.ids.next().toString());
        it.desk
                .storage
                .inventory()
                .book(new Booking(
                        it.desk.tenant,
                        List.of(new Booking.Counted(place, found, false)),
                        "a count",
                        ActorRef.of(People.REP),
                        it.desk.clock.instant(),
                        key,
                        ContentHash.of(List.of(key.value()))))
                .get();
    }

    @Test
    void while_a_person_holds_the_deal_the_saga_waits_and_says_so() {
        it.desk.must(People.REP, (its, ask) -> its.handOver(ask, new HandOver(People.idOf(People.REP), "I take it")));

        it.runs();
        var step = it.saga().step(CREATE_PROFORMA).orElseThrow();
        assertThat(step.state()).isEqualTo(StepState.WAITING);
        assertThat(step.note()).contains("A person holds the deal.");
        assertThat(it.office.issued(it.desk.tenant)).isEmpty();

        it.desk.must(People.REP, (its, ask) -> its.handBack(ask, new HandBack("yours again")));
        it.cerniq.sagas().wake(it.desk.id, "the deal was handed back");
        it.runs();
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.PROFORMA_SENT);
    }

    @Test
    void before_the_point_of_no_return_a_person_can_have_everything_undone_and_the_goods_come_back() {
        it.spv.failing(operation -> Optional.of(Fault.MAINTENANCE));
        var before = it.desk.available(Goods.WHEAT_SEED);
        it.runs().accepts();

        it.cerniq
                .sagas()
                .undo(it.id, it.saga().version(), People.MANAGER, "the customer is insolvent")
                .get();
        it.runs();

        assertThat(it.status()).isEqualTo(SagaStatus.COMPENSATED);
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.DEAD);
        assertThat(it.documents(DocumentKind.STORNO)).hasSize(1);
        assertThat(it.desk.available(Goods.WHEAT_SEED).value()).isGreaterThan(before.value());
        assertThat(it.desk.faults()).isEmpty();
    }

    @Test
    void a_storno_whose_answer_was_lost_is_found_and_recorded() {
        it.spv.failing(operation -> Optional.of(Fault.MAINTENANCE));
        it.runs().accepts();
        it.cerniq
                .sagas()
                .undo(it.id, it.saga().version(), People.MANAGER, "the customer is insolvent")
                .get();
        it.office.failing(Fault.TIMEOUT_AFTER);

        it.runs().pass(Duration.ofMinutes(30));

        assertThat(it.status()).isEqualTo(SagaStatus.COMPENSATED);
        assertThat(it.documents(DocumentKind.STORNO)).hasSize(1);
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.DEAD);
    }

    @Test
    void once_anaf_has_accepted_nothing_is_undone() {
        it.runs().accepts().pass(Duration.ofMinutes(30));

        var refused = it.cerniq
                .sagas()
                .undo(it.id, it.saga().version(), People.MANAGER, "too late")
                .getLeft();

        assertThat(refused.code()).isEqualTo("BEYOND_THE_PIVOT");
        assertThat(it.stateOf(AWAIT_PAYMENT)).isEqualTo(StepState.WAITING);
    }

    @Test
    void what_anaf_rejects_is_seen_by_a_person_and_sent_again_when_it_is_corrected() {
        var invoice = new DocumentNumber("FCT", "0001");
        it.spv.reject(it.desk.tenant, invoice, List.of("BR-CO-15 totals"));
        it.runs().accepts().pays().pass(Duration.ofMinutes(30));
        assertThat(it.alarms).containsExactly("SUBMIT_EINVOICE FAILED");
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.PAID);

        it.spv.reject(it.desk.tenant, invoice, List.of());
        it.cerniq
                .sagas()
                .retry(it.id, it.saga().version(), People.MANAGER, SUBMIT_EINVOICE, "corrected")
                .get();
        it.pass(Duration.ofMinutes(30));
        assertThat(it.status()).isEqualTo(SagaStatus.DONE);
    }

    @Test
    void a_deal_is_completed_by_one_saga_alone() {
        var second = it.cerniq.sagas().complete(it.desk.id, People.REP).orElseThrow();

        assertThat(second.getLeft().code()).isEqualTo("ALREADY_RUNNING");
    }

    @Test
    void whoever_steers_by_an_old_version_is_told_so() {
        var old = it.saga().version();
        it.runs();

        assertThat(it.cerniq
                        .sagas()
                        .park(it.id, old, People.MANAGER, "why")
                        .getLeft()
                        .code())
                .isEqualTo("SAGA_CHANGED");
    }

    @Test
    void the_journal_tells_every_call_and_every_decision() {
        it.office.failing(Fault.MAINTENANCE);
        it.runs();
        it.cerniq
                .sagas()
                .park(it.id, it.saga().version(), People.MANAGER, "let me look")
                .get();
        it.cerniq
                .sagas()
                .unpark(it.id, it.saga().version(), People.MANAGER, "go on")
                .get();

        assertThat(it.cerniq.sagas().journal(it.id))
                .extracting(SagaEntry::what)
                .containsExactly(
                        SagaEntry.What.STARTED,
                        SagaEntry.What.CALLED,
                        SagaEntry.What.ANSWERED,
                        SagaEntry.What.PARKED,
                        SagaEntry.What.UNPARKED);
    }

    @Test
    void a_host_without_partners_leaves_the_sagas_of_others_alone() {
        var alone = app.cerniq.application.Cerniq.builder()
                .storage(it.desk.storage)
                .policies(app.cerniq.rules.DroolsPolicies.standard())
                .clock(it.desk.clock)
                .ids(it.desk.ids)
                .build();

        alone.sagas().runOnce(10);

        assertThat(it.saga().version()).isOne();
        it.runs();
        assertThat(it.desk.deal().state()).isEqualTo(NegotiationState.PROFORMA_SENT);
    }

    @Test
    void the_guide_has_a_line_for_every_step() throws IOException {
        var guide = Files.readString(Path.of("../docs/sagas.md"));

        for (var step : CompletionSaga.PLAN.steps()) {
            var after = step.after().stream().map(Object::toString).sorted(Comparator.reverseOrder());
            assertThat(guide)
                    .contains("| " + step.name() + " | " + step.stepClass() + " | "
                            + after.collect(Collectors.joining(", "))
                            + (step.after().isEmpty() ? "| " : " | "));
        }
    }

    @Test
    void what_happens_to_a_saga_is_told_in_its_order() {
        it.office.failing(Fault.TIMEOUT_AFTER);
        it.runs().pass(Duration.ofMinutes(15));
        it.cerniq
                .sagas()
                .park(it.id, it.saga().version(), People.MANAGER, "let me look")
                .get();

        var from = it.desk.clock.instant();
        var lease = new Lease(it.desk.ids.next(), from, from.plusSeconds(60));
        assertThat(it.desk.storage.outbox().claim(it.desk.tenant, lease, 1_000))
                .extracting(claimed -> claimed.message())
                .filteredOn(message -> message.subject().kind() == Subject.Kind.SAGA)
                .extracting(message -> message.type())
                .containsExactly(
                        "saga.started",
                        "saga.step.unknown",
                        "saga.step.completed",
                        "saga.step.completed",
                        "saga.parked");
    }

    @Test
    void a_partner_that_is_left_alone_is_told_of() {
        it.office.failing(operation -> Optional.of(Fault.MAINTENANCE));
        it.pass(Duration.ofHours(1));

        var from = it.desk.clock.instant();
        var lease = new Lease(it.desk.ids.next(), from, from.plusSeconds(60));
        assertThat(it.desk.storage.outbox().claim(it.desk.tenant, lease, 1_000))
                .extracting(claimed -> claimed.message().type())
                .contains("circuit.opened", "circuit.half_opened");
    }
}

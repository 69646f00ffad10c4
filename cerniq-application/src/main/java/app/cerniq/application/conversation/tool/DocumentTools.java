package app.cerniq.application.conversation.tool;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.runtime.saga.SagaDesk;
import app.cerniq.domain.guardrail.ToolRefusal;
import app.cerniq.domain.negotiation.Documents;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaRefusal;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Money;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Either;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * The tools that have to do with documents. Those with an effect begin or hurry the saga that completes the deal, which is
 * there once however often it is asked for; so a model that asks twice makes out nothing twice.
 */
final class DocumentTools {

    private static final String HURRIED = "an agent asked for it";

    private final SagaDesk sagas;
    private final Actor agent;
    private final Clock clock;

    DocumentTools(SagaDesk sagas, Actor agent, Clock clock) {
        this.sagas = sagas;
        this.agent = agent;
        this.clock = clock;
    }

    Supplier<Either<ToolRefusal, ObjectNode>> createProforma(Negotiation deal, Arguments arguments) {
        return () -> {
            var missing = deal.client().missingForFiscalDocument();
            if (!missing.isEmpty()) {
                return left(new ToolRefusal.Refused(
                        Tool.CREATE_PROFORMA,
                        "CLIENT_DATA_INCOMPLETE",
                        "A proforma needs more about the customer.",
                        deal.client().toString(),
                        "also " + String.join(", ", missing)));
            }
            if (!sagas.canComplete()) {
                return left(nobody(Tool.CREATE_PROFORMA));
            }
            return sagas.complete(deal.id(), agent)
                    .map(begun -> begun.fold(
                            refusal -> underWay(deal, refusal),
                            saga -> Either.<ToolRefusal, ObjectNode>right(told(saga))))
                    .orElseGet(() -> left(new ToolRefusal.Refused(
                            Tool.CREATE_PROFORMA,
                            "NOTHING_QUOTED",
                            "There is nothing to make a proforma of.",
                            deal.id().value().toString(),
                            "a deal with a quote")));
        };
    }

    private Either<ToolRefusal, ObjectNode> underWay(Negotiation deal, SagaRefusal refusal) {
        return refusal instanceof SagaRefusal.AlreadyRunning
                ? right(status(deal))
                : left(ToolRefusal.Refused.by(Tool.CREATE_PROFORMA, refusal));
    }

    Supplier<Either<ToolRefusal, ObjectNode>> trackProforma(Negotiation deal, Arguments arguments) {
        return () -> right(status(deal));
    }

    private ObjectNode status(Negotiation deal) {
        var answer = Arguments.object();
        var proforma = deal.documents().proforma();
        answer.put("status", proforma.map(this::status).orElse("being made out"));
        proforma.ifPresent(there -> answer.put("proforma", there.ref())
                .put("sentAt", there.sentAt().toString())
                .put("expiresAt", there.expiresAt().toString()));
        return answer;
    }

    private String status(Documents.Proforma proforma) {
        if (proforma.acceptance().isPresent()) {
            return "accepted";
        }
        if (proforma.rejectedAt().isPresent()) {
            return "rejected";
        }
        return proforma.isExpiredAt(clock.instant()) ? "expired" : "open";
    }

    /** In PROFORMA_SENT it is made out; in INVOICED it is there, and asking again finds it. */
    Supplier<Either<ToolRefusal, ObjectNode>> convertToInvoice(Negotiation deal, Arguments arguments) {
        return () ->
                deal.documents().invoice().isPresent() ? right(invoice(deal)) : hurried(deal, Tool.CONVERT_TO_INVOICE);
    }

    Supplier<Either<ToolRefusal, ObjectNode>> sendEInvoice(Negotiation deal, Arguments arguments) {
        return () -> hurried(deal, Tool.SEND_EINVOICE);
    }

    private Either<ToolRefusal, ObjectNode> hurried(Negotiation deal, Tool tool) {
        if (!sagas.canComplete()) {
            return left(nobody(tool));
        }
        sagas.wake(deal.id(), HURRIED);
        return sagas.about(deal.id()).stream()
                .reduce((earlier, later) -> later)
                .<Either<ToolRefusal, ObjectNode>>map(saga -> right(told(saga)))
                .orElseGet(() -> left(new ToolRefusal.Refused(
                        tool,
                        "NOT_BEING_COMPLETED",
                        "Nobody began to complete this deal.",
                        deal.id().value().toString(),
                        "a deal with a proforma")));
    }

    Supplier<Either<ToolRefusal, ObjectNode>> trackPayment(Negotiation deal, Arguments arguments) {
        return () -> right(invoice(deal));
    }

    private static ObjectNode invoice(Negotiation deal) {
        var answer = Arguments.object();
        deal.documents()
                .invoice()
                .ifPresent(invoice -> answer.put("invoice", invoice.ref())
                        .put("issuedAt", invoice.issuedAt().toString())
                        .put("total", invoice.gross().amount().toPlainString())
                        .put("currency", invoice.gross().currency().getCurrencyCode()));
        answer.put(
                "paid",
                deal.documents().paid().map(Money::amount).map(Object::toString).orElse("0"));
        return answer;
    }

    private static ObjectNode told(Saga saga) {
        return Arguments.object().put("status", saga.status().name());
    }

    private static ToolRefusal nobody(Tool tool) {
        return new ToolRefusal.Refused(
                tool,
                "NO_PARTNER",
                "Nobody here makes out documents.",
                tool.word(),
                "an engine with invoicing and e-invoices");
    }

    /** For tools that the host has to bring. */
    static Supplier<Either<ToolRefusal, ObjectNode>> unbound(Tool tool) {
        return () -> left(new ToolRefusal.Refused(
                tool,
                "TOOL_NOT_BOUND",
                "Nothing is done for this tool here.",
                tool.word(),
                "a tool that this host has bound"));
    }
}

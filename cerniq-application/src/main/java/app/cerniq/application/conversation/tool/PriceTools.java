package app.cerniq.application.conversation.tool;

import app.cerniq.application.negotiation.DiscountPreview;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.ToolRefusal;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Percentage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Either;
import java.util.List;
import java.util.function.Supplier;

/** The tool that tells what a discount would cost and who would have to agree to it. Nothing is asked or granted. */
final class PriceTools {

    private final NegotiationDesk deals;
    private final Actor agent;

    PriceTools(NegotiationDesk deals, Actor agent) {
        this.deals = deals;
        this.agent = agent;
    }

    Supplier<Either<ToolRefusal, ObjectNode>> preview(Negotiation deal, Arguments arguments) {
        var sku = arguments.required("sku", Sku::parse);
        var percent = arguments.required("percent", Percentage::parse);
        return () -> preview(deal, sku.orElseThrow(), percent.orElseThrow());
    }

    private Either<ToolRefusal, ObjectNode> preview(Negotiation deal, Sku sku, Percentage percent) {
        var request = new RequestDiscount(List.of(new RequestDiscount.Wanted(sku, percent)), "what if");
        return deals.previewDiscount(deal.id(), agent, request)
                .<ToolRefusal>mapLeft(refusal -> ToolRefusal.Refused.by(Tool.CALCULATE_DISCOUNT, refusal))
                .map(preview -> told(deal, sku, percent, preview));
    }

    private static ObjectNode told(Negotiation deal, Sku sku, Percentage percent, DiscountPreview preview) {
        var answer = Arguments.object()
                .put("sku", sku.value())
                .put("percent", percent.points().toPlainString())
                .put("tier", preview.tier().name())
                .put("isGrantedAtOnce", preview.isGrantedAtOnce());
        preview.decider().ifPresent(role -> answer.put("askedFirst", role.name()));
        preview.within().ifPresent(time -> answer.put("answerWithin", time.toString()));
        deal.bargain().quote().flatMap(quote -> quote.line(sku)).ifPresent(line -> priced(answer, line, percent));
        return answer;
    }

    private static void priced(ObjectNode answer, QuoteLine line, Percentage percent) {
        var would = QuoteLine.atDiscount(line.offering(), line.quantity(), percent);
        answer.put("unitPrice", would.unitPrice().amount().toPlainString())
                .put("currency", would.unitPrice().currency().getCurrencyCode())
                .put("unit", line.offering().unit().symbol());
    }
}

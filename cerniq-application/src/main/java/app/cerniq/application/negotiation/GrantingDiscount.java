package app.cerniq.application.negotiation;

import static io.vavr.control.Either.left;

import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.pricing.LineTerms;
import app.cerniq.domain.pricing.QuoteLine;
import io.vavr.control.Either;
import java.util.List;

/** Asking for a discount; granting and rejecting need nothing but the deal. */
final class GrantingDiscount {

    private final Pricing pricing;

    GrantingDiscount(Pricing pricing) {
        this.pricing = pricing;
    }

    Either<NegotiationRefusal, Accepted> request(Situation situation, RequestDiscount command) {
        if (command.wanted().isEmpty()) {
            return left(new NegotiationRefusal.EmptyQuote("request a discount"));
        }
        var sheet = pricing.sheet(situation, List.of());
        var onQuote = situation.deal().bargain().onQuote();
        List<QuoteLine> lines = situation.deal().bargain().lines();
        for (var wanted : command.wanted()) {
            var standing = RevisingQuote.standing(situation, wanted.sku());
            if (standing.isLeft()) {
                return left(standing.getLeft());
            }
            var terms = LineTerms.asking(wanted.discount()).onQuote(onQuote);
            lines = lines.stream()
                    .map(line -> line.sku().equals(wanted.sku()) ? sheet.again(line, line.quantity(), terms) : line)
                    .toList();
        }
        return situation
                .deal()
                .discounting(situation.stamp())
                .request(situation.ticket(), sheet.judged(lines), command.justification());
    }
}

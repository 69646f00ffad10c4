package app.cerniq.application.negotiation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.approval.Escalation;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRequested;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.PricedLine;
import app.cerniq.domain.pricing.DiscountRequest;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.LineTerms;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.RuleName;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Asking for a discount, what would become of asking, and granting one; rejecting needs nothing but the deal. */
final class GrantingDiscount {

    private final Pricing pricing;
    private final Escalation escalation;

    GrantingDiscount(Pricing pricing, Escalation escalation) {
        this.pricing = pricing;
        this.escalation = escalation;
    }

    Either<NegotiationRefusal, Accepted> request(Situation situation, RequestDiscount command) {
        return wanted(situation, command).flatMap(lines -> requested(situation, command, lines));
    }

    private Either<NegotiationRefusal, Accepted> requested(
            Situation situation, RequestDiscount command, List<PricedLine> lines) {
        var tenant = situation.deal().id().tenant();
        return situation
                .deal()
                .discounting(situation.stamp())
                .request(
                        situation.ticket(),
                        lines,
                        tier -> escalation.forDiscount(tenant, tier).within(),
                        command.justification());
    }

    /** All lines of the version that is wanted, with the answer of the rules to each. */
    private Either<NegotiationRefusal, List<PricedLine>> wanted(Situation situation, RequestDiscount command) {
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
        return right(sheet.judged(lines));
    }

    /** What is granted is held against the limits of now: they may have changed since it was asked for. */
    Either<NegotiationRefusal, Accepted> grant(Situation situation, GrantDiscount command) {
        var sheet = pricing.sheet(situation, List.of());
        return situation
                .deal()
                .discounting(situation.stamp())
                .grant(
                        command.request(),
                        command.lowered(),
                        line -> situation.restingOn(sheet.judged(line).tier()),
                        command.comment());
    }

    /** The same road as a request, with nothing written at its end: what is foretold is what would happen. */
    Either<NegotiationRefusal, DiscountPreview> preview(Situation situation, RequestDiscount command) {
        return wanted(situation, command)
                .flatMap(lines -> requested(situation, command, lines)
                        .map(accepted -> preview(situation, lines, waiting(accepted))));
    }

    private static Optional<DiscountRequest> waiting(Accepted accepted) {
        return accepted.change().events().stream()
                .filter(DiscountRequested.class::isInstance)
                .map(event -> ((DiscountRequested) event).request())
                .findFirst();
    }

    private DiscountPreview preview(Situation situation, List<PricedLine> lines, Optional<DiscountRequest> waiting) {
        var bargain = situation.deal().bargain();
        var tenant = situation.deal().id().tenant();
        var fresh = lines.stream()
                .filter(priced -> !bargain.lines().contains(priced.line()))
                .toList();
        var toAgree = fresh.stream()
                .filter(priced -> priced.tier().outcome() != DiscountTier.AUTO)
                .toList();
        var tier =
                fresh.stream().map(priced -> priced.tier().outcome()).reduce(DiscountTier.AUTO, DiscountTier::stricter);
        Optional<List<Role>> chain =
                waiting.flatMap(request -> request.tier().decider()).map(first -> escalation.chain(tenant, first));
        return new DiscountPreview(
                tier,
                waiting.isEmpty(),
                !toAgree.isEmpty() && toAgree.stream().allMatch(priced -> bargain.approves(priced.line())),
                chain.flatMap(roles -> roles.stream().findFirst()),
                waiting.map(request -> Duration.between(request.requestedAt(), request.decideBy())),
                chain.orElse(List.of()),
                fresh.stream()
                        .flatMap(priced -> priced.tier().rules().stream())
                        .distinct()
                        .sorted(Comparator.comparing(RuleName::value))
                        .toList(),
                fresh.stream()
                        .flatMap(priced -> priced.tier().reasons().stream())
                        .distinct()
                        .toList());
    }
}

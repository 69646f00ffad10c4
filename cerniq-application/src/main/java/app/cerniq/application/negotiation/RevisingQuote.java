package app.cerniq.application.negotiation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.MakeOffer;
import app.cerniq.application.negotiation.NegotiationCommand.RemoveItem;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote;
import app.cerniq.application.negotiation.NegotiationCommand.SubstituteItem;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.PricedLine;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changing what is on the table. */
final class RevisingQuote {

    private final Pricing pricing;

    RevisingQuote(Pricing pricing) {
        this.pricing = pricing;
    }

    Either<NegotiationRefusal, Accepted> add(Situation situation, AddItem command) {
        return situation
                .deal()
                .bargain()
                .quote()
                .flatMap(quote -> quote.line(command.sku()))
                .map(line -> more(situation, line, command))
                .orElseGet(() -> fresh(situation, command).map(line -> with(situation, line)))
                .flatMap(lines -> revise(situation, lines, "added " + command.sku()));
    }

    private Either<NegotiationRefusal, QuoteLine> fresh(Situation situation, AddItem command) {
        var onSale = pricing.onSale(situation, List.of(command.sku()));
        return pricing.line(situation, onSale, command.sku(), command.quantity(), command.discount());
    }

    /** More of what stands already: at its price, unless a discount is named. */
    private static Either<NegotiationRefusal, List<QuoteLine>> more(
            Situation situation, QuoteLine line, AddItem command) {
        return Pricing.byUnit(line.offering(), command.quantity())
                .map(offering -> line.withQuantity(line.quantity().plus(command.quantity())))
                .map(larger -> command.discount().equals(Percentage.ZERO)
                        ? larger
                        : QuoteLine.atDiscount(larger.offering(), larger.quantity(), command.discount()))
                .map(changed -> replacing(situation, command.sku(), old -> changed));
    }

    Either<NegotiationRefusal, Accepted> change(Situation situation, ChangeItem command) {
        return standing(situation, command.sku())
                .flatMap(line -> resized(line, command))
                .map(line -> command.discount()
                        .map(discount -> QuoteLine.atDiscount(line.offering(), line.quantity(), discount))
                        .orElse(line))
                .map(changed -> replacing(situation, command.sku(), old -> changed))
                .flatMap(lines -> revise(situation, lines, "changed " + command.sku()));
    }

    private static Either<NegotiationRefusal, QuoteLine> resized(QuoteLine line, ChangeItem command) {
        return command.quantity()
                .map(quantity -> Pricing.byUnit(line.offering(), quantity).map(same -> line.withQuantity(quantity)))
                .orElseGet(() -> right(line));
    }

    Either<NegotiationRefusal, Accepted> remove(Situation situation, RemoveItem command) {
        return standing(situation, command.sku())
                .map(line -> situation.deal().bargain().lines().stream()
                        .filter(other -> !other.sku().equals(line.sku()))
                        .toList())
                .flatMap(lines -> revise(situation, lines, "removed " + command.sku()));
    }

    Either<NegotiationRefusal, Accepted> revise(Situation situation, ReviseQuote command) {
        var onSale = pricing.onSale(
                situation, command.items().stream().map(ReviseQuote.Item::sku).toList());
        var lines = new ArrayList<QuoteLine>();
        var seen = new HashSet<Sku>();
        for (var item : command.items()) {
            if (!seen.add(item.sku())) {
                return left(new NegotiationRefusal.DuplicateLine(item.sku()));
            }
            var line = pricing.line(situation, onSale, item.sku(), item.quantity(), item.discount());
            if (line.isLeft()) {
                return left(line.getLeft());
            }
            lines.add(line.get());
        }
        return revise(situation, lines, "revised as a whole");
    }

    /** An offer of either side; that of the seller is priced line by line and stands in the quote at once. */
    Either<NegotiationRefusal, Accepted> offer(Situation situation, MakeOffer command) {
        if (command.terms().isEmpty()) {
            return left(new NegotiationRefusal.EmptyQuote("make an offer"));
        }
        List<QuoteLine> lines = situation.deal().bargain().lines();
        for (var term : command.terms()) {
            var offered = standing(situation, term.sku()).flatMap(line -> offered(line, term));
            if (offered.isLeft()) {
                return left(offered.getLeft());
            }
            lines = lines.stream()
                    .map(line -> line.sku().equals(term.sku()) ? offered.get() : line)
                    .toList();
        }
        var offer = new CounterOffer(
                situation.deal().bargain().offers() + 1,
                command.side(),
                command.against(),
                command.terms(),
                command.note(),
                situation.stamp().at());
        var priced =
                command.side() == CounterOffer.Side.SELLER ? pricing.judged(situation, lines) : List.<PricedLine>of();
        return situation.deal().quoting(situation.stamp()).counter(offer, priced, situation.ticket());
    }

    private static Either<NegotiationRefusal, QuoteLine> offered(QuoteLine line, CounterOffer.Term term) {
        var list = line.offering().listPrice();
        if (!term.unitPrice().currency().equals(list.currency())) {
            return left(new NegotiationRefusal.WrongCurrency(line.sku(), term.unitPrice(), list.currency()));
        }
        if (list.isBelow(term.unitPrice())) {
            return left(new NegotiationRefusal.PriceOutOfRange(line.sku(), term.unitPrice(), list));
        }
        Quantity quantity = term.quantity().orElse(line.quantity());
        return Pricing.byUnit(line.offering(), quantity)
                .map(offering -> QuoteLine.atPrice(offering, quantity, term.unitPrice()));
    }

    /** The quote with no more than there is of anything. */
    Either<NegotiationRefusal, Accepted> cutTo(Situation situation, List<QuoteLine> lines) {
        return revise(situation, lines, "cut to what is in stock");
    }

    /** Another product in the place of one. */
    Either<NegotiationRefusal, Accepted> substitute(Situation situation, SubstituteItem command) {
        if (situation.deal().bargain().lines().stream()
                .anyMatch(line -> line.sku().equals(command.by()))) {
            return left(new NegotiationRefusal.DuplicateLine(command.by()));
        }
        var onSale = pricing.onSale(situation, List.of(command.by()));
        return standing(situation, command.sku())
                .flatMap(line -> pricing.line(situation, onSale, command.by(), command.quantity(), command.discount()))
                .map(other -> replacing(situation, command.sku(), line -> other))
                .flatMap(lines -> revise(situation, lines, command.by() + " instead of " + command.sku()));
    }

    private Either<NegotiationRefusal, Accepted> revise(Situation situation, List<QuoteLine> lines, String reason) {
        return situation
                .deal()
                .quoting(situation.stamp())
                .revise(pricing.judged(situation, lines), reason, situation.ticket());
    }

    /** The line of a SKU as it stands. */
    static Either<NegotiationRefusal, QuoteLine> standing(Situation situation, Sku sku) {
        var bargain = situation.deal().bargain();
        return bargain.quote()
                .flatMap((QuoteVersion quote) -> quote.line(sku))
                .<Either<NegotiationRefusal, QuoteLine>>map(Either::right)
                .orElseGet(() -> left(new NegotiationRefusal.NoSuchLine(
                        sku, bargain.lines().stream().map(QuoteLine::sku).toList())));
    }

    /** All lines, with that of one SKU changed. */
    static List<QuoteLine> replacing(Situation situation, Sku sku, UnaryOperator<QuoteLine> change) {
        return situation.deal().bargain().lines().stream()
                .map(line -> line.sku().equals(sku) ? change.apply(line) : line)
                .toList();
    }

    private static List<QuoteLine> with(Situation situation, QuoteLine line) {
        var lines = new ArrayList<>(situation.deal().bargain().lines());
        lines.add(line);
        return lines;
    }
}

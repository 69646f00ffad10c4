package app.cerniq.application.negotiation;

import static io.vavr.control.Either.left;

import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.DiscountQuote;
import app.cerniq.application.negotiation.NegotiationCommand.MakeOffer;
import app.cerniq.application.negotiation.NegotiationCommand.RemoveItem;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote;
import app.cerniq.application.negotiation.NegotiationCommand.SubstituteItem;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.PricedLine;
import app.cerniq.domain.pricing.LineTerms;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.StockAmount;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changing what is on the table. */
final class RevisingQuote {

    private final Pricing pricing;

    RevisingQuote(Pricing pricing) {
        this.pricing = pricing;
    }

    Either<NegotiationRefusal, Accepted> add(Situation situation, AddItem command) {
        var sheet = pricing.sheet(situation, List.of(command.sku()));
        return situation
                .deal()
                .bargain()
                .quote()
                .flatMap(quote -> quote.line(command.sku()))
                .map(line -> more(situation, sheet, line, command))
                .orElseGet(() -> fresh(situation, sheet, command).map(line -> with(situation, line)))
                .flatMap(lines -> revise(situation, sheet, lines, "added " + command.sku()));
    }

    private Either<NegotiationRefusal, QuoteLine> fresh(Situation situation, PriceSheet sheet, AddItem command) {
        var onSale = pricing.onSale(situation, List.of(command.sku()));
        return pricing.offering(situation, onSale, command.sku(), command.quantity())
                .map(offering ->
                        sheet.line(offering, command.quantity(), asking(command.discount(), onQuote(situation))));
    }

    /** More of what stands already: on its terms, unless a discount is named; the rules see the whole quantity. */
    private static Either<NegotiationRefusal, List<QuoteLine>> more(
            Situation situation, PriceSheet sheet, QuoteLine line, AddItem command) {
        var terms = command.discount().equals(Percentage.ZERO)
                ? PriceSheet.termsOf(line, onQuote(situation))
                : asking(command.discount(), onQuote(situation));
        return Pricing.byUnit(line.offering(), command.quantity())
                .flatMap(offering -> sum(line.quantity(), command.quantity()))
                .map(quantity -> sheet.again(line, quantity, terms))
                .map(changed -> replacing(situation, command.sku(), old -> changed));
    }

    /** Both quantities, unless no quantity is that large. */
    private static Either<NegotiationRefusal, Quantity> sum(Quantity one, Quantity other) {
        var both = one.value().add(other.value());
        return Quantity.parse(both.toPlainString(), one.unit())
                .mapLeft(tooMuch -> new NegotiationRefusal.QuoteTooLarge(
                        both.toPlainString() + " " + one.unit().symbol()));
    }

    Either<NegotiationRefusal, Accepted> change(Situation situation, ChangeItem command) {
        var sheet = pricing.sheet(situation, List.of());
        return standing(situation, command.sku())
                .flatMap(line -> changed(situation, sheet, line, command))
                .map(changed -> replacing(situation, command.sku(), old -> changed))
                .flatMap(lines -> revise(situation, sheet, lines, "changed " + command.sku()));
    }

    private static Either<NegotiationRefusal, QuoteLine> changed(
            Situation situation, PriceSheet sheet, QuoteLine line, ChangeItem command) {
        var terms = command.discount()
                .map(discount -> asking(discount, onQuote(situation)))
                .orElseGet(() -> PriceSheet.termsOf(line, onQuote(situation)));
        var quantity = command.quantity().orElse(line.quantity());
        return Pricing.byUnit(line.offering(), quantity).map(same -> sheet.again(line, quantity, terms));
    }

    /** Gives a discount on the whole quote: every line is made anew with it, but those whose price was bargained. */
    Either<NegotiationRefusal, Accepted> discountQuote(Situation situation, DiscountQuote command) {
        var bargain = situation.deal().bargain();
        if (bargain.lines().isEmpty()) {
            return left(new NegotiationRefusal.EmptyQuote("discount the quote"));
        }
        var sheet = pricing.sheet(situation, List.of());
        var lines = bargain.lines().stream()
                .map(line -> line.bargained().isPresent()
                        ? line
                        : sheet.again(line, line.quantity(), PriceSheet.termsOf(line, command.discount())))
                .toList();
        return situation
                .deal()
                .quoting(situation.stamp())
                .revise(
                        sheet.judged(lines),
                        command.discount(),
                        "discount of " + command.discount() + " on the quote",
                        situation.ticket());
    }

    Either<NegotiationRefusal, Accepted> remove(Situation situation, RemoveItem command) {
        return standing(situation, command.sku())
                .map(line -> situation.deal().bargain().lines().stream()
                        .filter(other -> !other.sku().equals(line.sku()))
                        .toList())
                .flatMap(lines ->
                        revise(situation, pricing.sheet(situation, List.of()), lines, "removed " + command.sku()));
    }

    Either<NegotiationRefusal, Accepted> revise(Situation situation, ReviseQuote command) {
        var skus = command.items().stream().map(ReviseQuote.Item::sku).toList();
        var onSale = pricing.onSale(situation, skus);
        var sheet = pricing.sheet(situation, skus);
        var lines = new ArrayList<QuoteLine>();
        var seen = new HashSet<Sku>();
        for (var item : command.items()) {
            if (!seen.add(item.sku())) {
                return left(new NegotiationRefusal.DuplicateLine(item.sku()));
            }
            var offering = pricing.offering(situation, onSale, item.sku(), item.quantity());
            if (offering.isLeft()) {
                return left(offering.getLeft());
            }
            lines.add(sheet.line(offering.get(), item.quantity(), asking(item.discount(), onQuote(situation))));
        }
        return revise(situation, sheet, lines, "revised as a whole");
    }

    /** An offer of either side; that of the seller is priced line by line and stands in the quote at once. */
    Either<NegotiationRefusal, Accepted> offer(Situation situation, MakeOffer command) {
        if (command.terms().isEmpty()) {
            return left(new NegotiationRefusal.EmptyQuote("make an offer"));
        }
        var sheet = pricing.sheet(situation, List.of());
        List<QuoteLine> lines = situation.deal().bargain().lines();
        for (var term : command.terms()) {
            var offered = standing(situation, term.sku()).flatMap(line -> offered(situation, sheet, line, term));
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
        var priced = command.side() == CounterOffer.Side.SELLER ? sheet.judged(lines) : List.<PricedLine>of();
        return situation.deal().quoting(situation.stamp()).counter(offer, priced, situation.ticket());
    }

    private static Either<NegotiationRefusal, QuoteLine> offered(
            Situation situation, PriceSheet sheet, QuoteLine line, CounterOffer.Term term) {
        var list = line.offering().listPrice();
        if (!term.unitPrice().currency().equals(list.currency())) {
            return left(new NegotiationRefusal.WrongCurrency(line.sku(), term.unitPrice(), list.currency()));
        }
        if (list.isBelow(term.unitPrice())) {
            return left(new NegotiationRefusal.PriceOutOfRange(line.sku(), term.unitPrice(), list));
        }
        Quantity quantity = term.quantity().orElse(line.quantity());
        return Pricing.byUnit(line.offering(), quantity)
                .map(offering -> sheet.again(
                        line,
                        quantity,
                        asking(Percentage.ZERO, onQuote(situation)).bargaining(term.unitPrice())));
    }

    /** The quote with no more of anything than this; where that is nothing, the line goes. */
    Either<NegotiationRefusal, Accepted> cutTo(Situation situation, Map<Sku, StockAmount> available) {
        var sheet = pricing.sheet(situation, List.of());
        var lines = situation.deal().bargain().lines().stream()
                .flatMap(line -> Optional.ofNullable(available.get(line.sku()))
                        .map(most -> most.quantity().map(quantity -> resized(situation, sheet, line, quantity)))
                        .orElse(Optional.of(line))
                        .stream())
                .toList();
        return revise(situation, sheet, lines, "cut to what is in stock");
    }

    private static QuoteLine resized(Situation situation, PriceSheet sheet, QuoteLine line, Quantity quantity) {
        return sheet.again(line, quantity, PriceSheet.termsOf(line, onQuote(situation)));
    }

    /** Another product in the place of one. */
    Either<NegotiationRefusal, Accepted> substitute(Situation situation, SubstituteItem command) {
        if (situation.deal().bargain().lines().stream()
                .anyMatch(line -> line.sku().equals(command.by()))) {
            return left(new NegotiationRefusal.DuplicateLine(command.by()));
        }
        var onSale = pricing.onSale(situation, List.of(command.by()));
        var sheet = pricing.sheet(situation, List.of(command.by()));
        return standing(situation, command.sku())
                .flatMap(line -> pricing.offering(situation, onSale, command.by(), command.quantity()))
                .map(offering ->
                        sheet.line(offering, command.quantity(), asking(command.discount(), onQuote(situation))))
                .map(other -> replacing(situation, command.sku(), line -> other))
                .flatMap(lines -> revise(situation, sheet, lines, command.by() + " instead of " + command.sku()));
    }

    private static Either<NegotiationRefusal, Accepted> revise(
            Situation situation, PriceSheet sheet, List<QuoteLine> lines, String reason) {
        return situation.deal().quoting(situation.stamp()).revise(sheet.judged(lines), reason, situation.ticket());
    }

    private static Percentage onQuote(Situation situation) {
        return situation.deal().bargain().onQuote();
    }

    private static LineTerms asking(Percentage discount, Percentage onQuote) {
        return LineTerms.asking(discount).onQuote(onQuote);
    }

    /** The line of a SKU as it stands. */
    static Either<NegotiationRefusal, QuoteLine> standing(Situation situation, Sku sku) {
        return standing(situation.deal(), sku);
    }

    /** The line of a SKU as it stands in a deal. */
    static Either<NegotiationRefusal, QuoteLine> standing(Negotiation deal, Sku sku) {
        var bargain = deal.bargain();
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

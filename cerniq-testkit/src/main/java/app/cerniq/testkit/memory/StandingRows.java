package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.guardrail.BoundClaim;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.RowRef;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.stock.Holding;
import app.cerniq.ports.catalog.Offerings;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.guardrail.GuardrailBook;
import app.cerniq.ports.stock.StockLevels;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the rows behind the claims of a text still say the same: what the database's trigger asks, a second time. */
final class StandingRows {

    private static final Pattern OFFERING = Pattern.compile("(\\d{1,9}) (.+) (\\d{1,13}(?:\\.\\d{1,4})?) ([A-Z]{3})");

    private final Offerings offerings;
    private final StockLevels stock;
    private final GuardrailBook terms;

    StandingRows(Offerings offerings, StockLevels stock, GuardrailBook terms) {
        this.offerings = offerings;
        this.stock = stock;
        this.terms = terms;
    }

    boolean stand(List<BoundClaim> claims, Negotiation deal, List<Message> said, Instant at) {
        return claims.stream()
                .allMatch(bound -> bound.row()
                        .map(row -> stands(row, bound.claim(), deal, said, at))
                        .orElse(true));
    }

    private boolean stands(RowRef row, Claim claim, Negotiation deal, List<Message> said, Instant at) {
        return switch (row.kind()) {
            case QUOTE ->
                isOf(row, deal)
                        && deal.bargain()
                                .quote()
                                .filter(quote -> quote.hash().hex().equals(row.version()))
                                .isPresent();
            case NEGOTIATION -> isOf(row, deal) && row.version().equals(Long.toString(deal.version()));
            case OFFERING ->
                onSale(new Sku(row.key()), deal, at)
                        .filter(offering -> isAs(row.version(), offering))
                        .isPresent();
            case STOCK -> isThere(row, claim, deal, at);
            case TERMS ->
                row.version()
                        .equals(Long.toString(
                                terms.at(deal.id().tenant(), at).terms().version()));
            case MESSAGE ->
                said.stream()
                        .anyMatch(message -> message.id().toString().equals(row.key())
                                && message.hash().hex().equals(row.version()));
        };
    }

    private static boolean isOf(RowRef row, Negotiation deal) {
        return row.key().equals(deal.id().value().toString());
    }

    private Optional<PricedOffering> onSale(Sku sku, Negotiation deal, Instant at) {
        var question = new OnSaleQuestion(
                deal.id().tenant(), Set.of(sku), deal.channel(), deal.bargain().currency(), at);
        return Optional.ofNullable(offerings.onSale(question).get(sku));
    }

    private static boolean isAs(String version, PricedOffering offering) {
        var parts = OFFERING.matcher(version);
        return parts.matches()
                && Integer.parseInt(parts.group(1)) == offering.version()
                && parts.group(2).equals(offering.priceList())
                && new BigDecimal(parts.group(3)).compareTo(offering.listPrice().amount()) == 0
                && parts.group(4).equals(offering.listPrice().currency().getCurrencyCode());
    }

    private boolean isThere(RowRef row, Claim claim, Negotiation deal, Instant at) {
        var sku = new Sku(row.key());
        var position = Optional.ofNullable(
                stock.positions(deal.id().tenant(), Set.of(sku), at).get(sku));
        if (row.version().equals("unkept")) {
            return position.filter(found -> !found.isKept()).isPresent();
        }
        return position.filter(found -> found.isKept())
                .map(found -> found.available().value().add(held(deal, sku, at)))
                .filter(there -> says(row, claim, sku, there))
                .isPresent();
    }

    /** Of an amount that is named, as much or more is true; anything else asks for exactly what was seen. */
    private static boolean says(RowRef row, Claim claim, Sku sku, BigDecimal there) {
        if (claim instanceof Claim.Goods goods && names(goods, sku)) {
            return there.compareTo(goods.quantity().value()) >= 0;
        }
        return there.compareTo(new BigDecimal(row.version())) == 0;
    }

    private static boolean names(Claim.Goods goods, Sku sku) {
        return goods.about().isEmpty() || goods.about().contains(sku);
    }

    private static BigDecimal held(Negotiation deal, Sku sku, Instant at) {
        return deal.heldAt(at).map((Holding holding) -> holding.of(sku)).orElse(List.of()).stream()
                .map(reservation -> reservation.quantity().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

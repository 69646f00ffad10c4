package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;

import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.OutdatedPrice;
import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Shortage;
import app.cerniq.domain.stock.StockAmount;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every way in which a negotiation says no, once. */
final class Refusals {

    private static final Sku WHEAT = WHEAT_SEED.sku();
    private static final Quantity FORTY_BAGS = Quantity.of("40", Unit.BAG);
    private static final List<String> BECAUSE = List.of("So the bands say.");

    private Refusals() {}

    static Stream<NegotiationRefusal> oneOfEach() {
        return Stream.of(ofWhoAsks(), ofMoves(), ofTheQuote(), ofDiscounts(), ofDocuments(), ofStock())
                .flatMap(List::stream);
    }

    private static List<NegotiationRefusal> ofWhoAsks() {
        return List.of(
                new NegotiationRefusal.UnknownTenant(Deals.ID.tenant()),
                new NegotiationRefusal.UnknownNegotiation(Deals.ID),
                new NegotiationRefusal.StaleVersion(3, 4),
                new NegotiationRefusal.IdempotencyKeyReused("key-1"),
                new NegotiationRefusal.LeadAlreadyInNegotiation(Deals.LEAD),
                new NegotiationRefusal.AutomationParked(Deals.NOON, "Prices are being changed"),
                new NegotiationRefusal.AgentOverruled("ai_agent sales agent", "the customer is angry"),
                new NegotiationRefusal.NotAuthorised("user sales manager", Authority.MANAGER, Authority.DIRECTOR),
                new NegotiationRefusal.OnlyForUsers("system timer", "decide on a discount"),
                new NegotiationRefusal.ControlUnchanged(true),
                new NegotiationRefusal.NotDue(DealTimer.STALLED, Optional.empty()),
                new NegotiationRefusal.SessionAlive("mcp-1", Optional.of(McpSession.activeAt("mcp-2", Deals.NOON))));
    }

    private static List<NegotiationRefusal> ofMoves() {
        return List.of(
                new NegotiationRefusal.IllegalMove(NegotiationState.PAID, NegotiationState.DEAD, List.of()),
                new NegotiationRefusal.PermitNotApplicable("a permit", "another permit"),
                new NegotiationRefusal.WrongState(
                        "change the quote", NegotiationState.PAID, List.of(NegotiationState.PROPOSAL)));
    }

    private static List<NegotiationRefusal> ofTheQuote() {
        return List.of(
                new NegotiationRefusal.ProductNotOnSale(WHEAT, new NotOnSale.Unknown()),
                new NegotiationRefusal.NoSuchLine(WHEAT, List.of()),
                new NegotiationRefusal.DuplicateLine(WHEAT),
                new NegotiationRefusal.WrongCurrency(WHEAT, Money.ron("250.00"), Currency.getInstance("EUR")),
                new NegotiationRefusal.WrongUnit(WHEAT, FORTY_BAGS, "kg"),
                new NegotiationRefusal.PriceOutOfRange(WHEAT, Money.ron("251.00"), Money.ron("250.00")),
                new NegotiationRefusal.QuoteTooLarge("101 lines"),
                new NegotiationRefusal.EmptyQuote("make an offer"),
                new NegotiationRefusal.QuoteChanged(ContentHash.of(List.of("old")), ContentHash.of(List.of("new"))),
                new NegotiationRefusal.PricesOutdated(
                        List.of(new OutdatedPrice(WHEAT, Money.ron("250.00"), Optional.of(Money.ron("260.00"))))),
                new NegotiationRefusal.PricesUpToDate());
    }

    private static List<NegotiationRefusal> ofStock() {
        return List.of(
                new NegotiationRefusal.NotEnoughStock(List.of(
                        new Shortage(WHEAT, FORTY_BAGS, StockAmount.of("39", Unit.BAG), Optional.empty(), List.of()))),
                new NegotiationRefusal.HoldLost(Deals.NOON),
                new NegotiationRefusal.NothingHeld("release goods"),
                new NegotiationRefusal.NoHoldInState(NegotiationState.DISCOVERY, BECAUSE),
                new NegotiationRefusal.NothingToHold(Deals.QUOTE.hash()));
    }

    private static List<NegotiationRefusal> ofDiscounts() {
        return List.of(
                new NegotiationRefusal.DiscountNeedsApproval(WHEAT, Percentage.of("20"), DiscountTier.MANAGER, BECAUSE),
                new NegotiationRefusal.DiscountRefused(WHEAT, Percentage.of("41"), BECAUSE),
                new NegotiationRefusal.CannotBeLowered(WHEAT, Percentage.of("5"), Percentage.of("8")),
                new NegotiationRefusal.NoSuchDiscountRequest(Deals.TICKET, List.of()),
                new NegotiationRefusal.GrantAboveRequest(Percentage.of("21"), Percentage.of("20")));
    }

    private static List<NegotiationRefusal> ofDocuments() {
        return List.of(
                new NegotiationRefusal.ClientDataIncomplete(List.of("name")),
                new NegotiationRefusal.DocumentAlreadyExists("proforma", "PF 1"),
                new NegotiationRefusal.NoLiveDocument("proforma", "accept a proforma"),
                new NegotiationRefusal.DocumentValueRefused("payment", "0.00 RON", "an amount above 0 in RON"));
    }
}

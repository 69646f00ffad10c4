package app.cerniq.domain.negotiation;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.NOZZLE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.QUOTE;
import static app.cerniq.domain.negotiation.Deals.TAPE;
import static app.cerniq.domain.negotiation.Deals.TICKET;
import static app.cerniq.domain.negotiation.Deals.WHEAT;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.hash;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.shared.People.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationEvent.ProductsConfirmed;
import app.cerniq.domain.negotiation.NegotiationRefusal.EmptyQuote;
import app.cerniq.domain.negotiation.NegotiationRefusal.NotEnoughStock;
import app.cerniq.domain.negotiation.NegotiationRefusal.QuoteChanged;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Shortage;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockPosition;
import io.vavr.control.Either;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfirmingProductsTest {

    private static final Quantity ENOUGH_TAPE = Quantity.of("1500", Unit.METRE);
    private static final Map<Sku, Quantity> JUST_ENOUGH =
            Map.of(WHEAT_SEED.sku(), Quantity.of("40", Unit.BAG), DRIP_TAPE.sku(), ENOUGH_TAPE);

    @Test
    void what_is_there_in_the_quoted_quantity_is_confirmed() {
        assertThat(events(confirm(inProposal(), JUST_ENOUGH))).containsExactly(new ProductsConfirmed(QUOTE.contents()));
    }

    @Test
    void one_bag_too_few_is_too_few() {
        var almost = Map.of(WHEAT_SEED.sku(), Quantity.of("39", Unit.BAG), DRIP_TAPE.sku(), ENOUGH_TAPE);

        assertThat(refusal(confirm(inProposal(), almost))).isEqualTo(notEnough("39"));
    }

    @Test
    void what_is_not_there_at_all_is_not_confirmed() {
        var noWheat = Map.of(DRIP_TAPE.sku(), ENOUGH_TAPE);

        assertThat(refusal(confirm(inProposal(), noWheat))).isEqualTo(notEnough("0"));
    }

    @Test
    void all_that_is_missing_is_told_at_once() {
        var refusal = refusal(confirm(inProposal(), Map.of()));

        assertThat(((NotEnoughStock) refusal).shortages())
                .extracting(Shortage::sku)
                .containsExactly(WHEAT_SEED.sku(), DRIP_TAPE.sku());
    }

    @Test
    void of_a_service_there_is_always_enough() {
        var service = new StockPosition(WHEAT_SEED.sku(), false, Unit.BAG, List.of());
        var positions = new HashMap<>(Goods.positions());
        positions.put(WHEAT_SEED.sku(), service);

        assertThat(events(inProposal().quoting(by(AGENT)).confirmProducts(QUOTE.hash(), positions)))
                .containsExactly(new ProductsConfirmed(QUOTE.contents()));
    }

    @Test
    void bags_are_not_compared_with_tonnes() {
        var tonnes = Map.of(WHEAT_SEED.sku(), Quantity.of("500", Unit.TONNE), DRIP_TAPE.sku(), ENOUGH_TAPE);

        assertThatIllegalArgumentException().isThrownBy(() -> confirm(inProposal(), tonnes));
    }

    @Test
    void nobody_confirms_a_version_that_does_not_stand_any_more() {
        var longAgo = ContentHash.of(List.of("a version of last week"));

        var decision = inProposal().quoting(by(AGENT)).confirmProducts(longAgo, Map.of());

        assertThat(refusal(decision)).isEqualTo(new QuoteChanged(longAgo, QUOTE.hash()));
    }

    @Test
    void nothing_cannot_be_confirmed() {
        var emptied = next(inProposal().quoting(by(AGENT)).revise(List.of(), "all of it away", TICKET));

        assertThat(refusal(confirm(emptied, JUST_ENOUGH))).isEqualTo(new EmptyQuote("confirm products"));
    }

    @Test
    void what_is_confirmed_stays_confirmed_at_another_price() {
        var deal = revised(confirmed(), Lines.of(WHEAT_SEED, "40", "5"), TAPE);

        assertThat(deal.bargain().isConfirmed()).isTrue();
    }

    @Test
    void another_quantity_has_to_be_confirmed_again() {
        var deal = revised(confirmed(), Lines.of(WHEAT_SEED, "41", "10"), TAPE);

        assertThat(deal.bargain().isConfirmed()).isFalse();
    }

    @Test
    void another_product_has_to_be_confirmed_again() {
        var deal = revised(confirmed(), WHEAT, TAPE, Lines.of(NOZZLE, "1", "0"));

        assertThat(deal.bargain().isConfirmed()).isFalse();
    }

    private static NotEnoughStock notEnough(String available) {
        return new NotEnoughStock(List.of(new Shortage(
                WHEAT_SEED.sku(),
                Quantity.of("40", Unit.BAG),
                StockAmount.of(available, Unit.BAG),
                Optional.empty(),
                List.of())));
    }

    private static Negotiation confirmed() {
        return next(confirm(inProposal(), JUST_ENOUGH));
    }

    private static Negotiation revised(Negotiation deal, QuoteLine... lines) {
        return next(deal.quoting(by(AGENT)).revise(Judged.lines(lines), "as asked", TICKET));
    }

    private static Either<NegotiationRefusal, Accepted> confirm(Negotiation deal, Map<Sku, Quantity> stock) {
        return deal.quoting(by(AGENT)).confirmProducts(hash(deal), Goods.positions(stock));
    }
}

package app.cerniq.application.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock.OnShortage;
import app.cerniq.application.negotiation.NegotiationCommand.UseSession;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another deal commits between what a command read and what it wants to keep. */
class LostRaceTest {

    private static final LocationCode SHOP = new LocationCode("shop");

    private final List<SomethingMeanwhile> races = new ArrayList<>();
    private final Desk desk = new Desk(this::raced, AllocationStrategy.fewestLocations());

    private SomethingMeanwhile raced(Storage store) {
        races.add(new SomethingMeanwhile(store));
        return race();
    }

    private SomethingMeanwhile race() {
        return races.get(0);
    }

    @Test
    void goods_that_are_gone_in_one_place_are_looked_for_in_another() {
        countsInTheShop("300");
        var other = nozzles("200");
        nozzlesHere("250");
        race().before(other::reserves);

        var answer = reserve(OnShortage.REFUSE);

        assertThat(answer.isRight()).isTrue();
        assertThat(desk.available(Goods.NOZZLE)).isEqualTo(pieces("250"));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void where_there_are_none_any_more_the_refusal_knows_what_the_other_left() {
        var other = nozzles("399");
        nozzlesHere("2");
        race().before(other::reserves);

        var refusal = reserve(OnShortage.REFUSE).getLeft();

        assertThat(refusal.accepted()).isEqualTo("at most 1 buc of ECH-DUZA-03");
        assertThat(desk.held()).isEmpty();
    }

    @Test
    void a_quote_is_cut_to_what_the_other_left() {
        var other = nozzles("399");
        nozzlesHere("2");
        race().before(other::reserves);

        reserve(OnShortage.CUT_QUOTE).get();

        assertThat(desk.deal().bargain().lines()).containsExactly(Lines.of(Goods.NOZZLE, "1", "0"));
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void after_three_lost_races_the_answer_is_no() {
        countsInTheShop("1");
        counts(new LocationCode("shop-2"), "2");
        counts(new LocationCode("shop-3"), "3");
        nozzlesHere("1");
        var before = race().commits();
        // The strategy picks the smallest stock that is enough alone; each of these takes just that.
        List.of(nozzles("1"), nozzles("2"), nozzles("3")).forEach(other -> race().before(other::reserves));

        var answer = reserve(OnShortage.REFUSE);

        assertThat(answer.getLeft()).isInstanceOf(NegotiationRefusal.NotEnoughStock.class);
        assertThat(race().commits() - before).isEqualTo(3);
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void and_after_two_it_may_still_be_yes() {
        countsInTheShop("1");
        counts(new LocationCode("shop-2"), "2");
        nozzlesHere("1");
        List.of(nozzles("1"), nozzles("2")).forEach(other -> race().before(other::reserves));

        assertThat(reserve(OnShortage.REFUSE).isRight()).isTrue();
        assertThat(desk.faults()).isEmpty();
    }

    @Test
    void a_race_for_the_deal_itself_is_not_run_again() {
        nozzlesHere("2");
        var meanwhile = desk.ask(People.REP);
        race().before(() -> desk.cerniq.negotiations().useSession(meanwhile, new UseSession("mcp-9")));

        var answer = reserve(OnShortage.REFUSE);

        assertThat(answer.getLeft()).isInstanceOf(NegotiationRefusal.StaleVersion.class);
        assertThat(desk.held()).isEmpty();
    }

    private void countsInTheShop(String nozzles) {
        counts(SHOP, nozzles);
    }

    private void counts(LocationCode location, String nozzles) {
        desk.cerniq
                .stock()
                .openLocation(desk.tenant, location, StockLocation.Kind.STORE, "Shop")
                .get();
        desk.cerniq
                .stock()
                .count(
                        desk.tenant,
                        People.REP,
                        location.value(),
                        Map.of(new Place(Goods.NOZZLE.sku(), location), pieces(nozzles)),
                        "counted")
                .get();
    }

    private Desk nozzles(String quantity) {
        return desk.elsewhere().adds(Goods.NOZZLE, quantity, "0").to(NegotiationState.PROPOSAL);
    }

    private void nozzlesHere(String quantity) {
        desk.adds(Goods.NOZZLE, quantity, "0").to(NegotiationState.PROPOSAL);
    }

    private Either<NegotiationRefusal, Receipt> reserve(OnShortage onShortage) {
        return desk.does(People.AGENT, (at, ask) -> at.reserveStock(ask, new ReserveStock(desk.quote(), onShortage)));
    }

    private static StockAmount pieces(String value) {
        return StockAmount.of(value, Unit.PIECE);
    }
}

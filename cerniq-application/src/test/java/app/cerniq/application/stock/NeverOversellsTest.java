package app.cerniq.application.stock;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.ReleaseStock;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock.OnShortage;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote.Item;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.testkit.fixture.People;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/**
 * Whatever several deals ask of few goods in whatever order, on hosts whose clocks differ by up to 5 seconds, with holds
 * of every length: after every step no place has promised more than it has (I1), every deal holds what its quote says
 * (I2), and the ledger replays to the counters; and at the end nothing is held for nobody.
 */
class NeverOversellsTest {

    /** What one action is about; a choice decides between arguments. */
    private record Dice(int host, int deal, int offering, int location, int choice) {

        Place place() {
            return new Place(Market.GOODS.get(offering).sku(), Market.LOCATIONS.get(location));
        }
    }

    private interface Act {
        void in(Market market, Dice dice);
    }

    @Property(tries = 60)
    void after_every_step_no_more_is_promised_than_there_is(@ForAll("chains") ActionChain<Market> chain) {
        var market = chain.withInvariant("sound", it -> assertThat(it.faults()).isEmpty())
                .run();

        assertThat(market.unfaithful()).isEmpty();
        assertThat(market.leaks()).isEmpty();
    }

    /** A test of the test: a market in which nothing happens would prove nothing. */
    @Property(tries = 1, seed = "17", shrinking = ShrinkingMode.OFF)
    void and_a_lot_happens(@ForAll("manyChains") List<ActionChain<Market>> chains) {
        var all = new TreeMap<String, Integer>();
        chains.forEach(chain -> chain.run().answers().forEach((answer, many) -> all.merge(answer, many, Integer::sum)));

        assertThat(all)
                .containsKeys(
                        "DONE", "NOT_ENOUGH_STOCK", "HOLD_LOST", "NOTHING_HELD", "SOLD", "BELOW_RESERVED", "DISPLACED");
    }

    @Provide
    Arbitrary<List<ActionChain<Market>>> manyChains() {
        return chains().list().ofSize(40);
    }

    @Provide
    Arbitrary<ActionChain<Market>> chains() {
        return ActionChain.startWith(Market::new)
                .withAction(6, action("revise", NeverOversellsTest::revise))
                .withAction(8, action("reserve", NeverOversellsTest::reserve))
                .withAction(10, action("go on", NeverOversellsTest::goOn))
                .withAction(2, action("go back", NeverOversellsTest::goBack))
                .withAction(1, action("lose", NeverOversellsTest::lose))
                .withAction(1, action("release", NeverOversellsTest::release))
                .withAction(6, action("jump", (market, dice) -> market.jump(dice.host(), dice.choice() * 10 - 5_000)))
                .withAction(2, action("other times", NeverOversellsTest::otherTimes))
                .withAction(1, action("sweep", NeverOversellsTest::sweep))
                .withAction(2, action("count", NeverOversellsTest::count))
                .withAction(1, action("receive", NeverOversellsTest::receive))
                .withAction(1, action("carry", NeverOversellsTest::carry))
                .withAction(1, action("import", NeverOversellsTest::sync))
                .withAction(1, action("safety stock", NeverOversellsTest::keepSafe))
                .withMaxTransformations(60);
    }

    private static Action.Independent<Market> action(String name, Act act) {
        return () -> dice().map(dice -> Transformer.mutate(name + " " + dice, market -> act.in(market, dice)));
    }

    private static Arbitrary<Dice> dice() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Market.HOSTS - 1),
                        Arbitraries.integers().between(0, Market.DEALS - 1),
                        Arbitraries.integers().between(0, Market.GOODS.size() - 1),
                        Arbitraries.integers().between(0, Market.LOCATIONS.size() - 1),
                        Arbitraries.integers().between(0, 1_000))
                .as(Dice::new);
    }

    private static void revise(Market market, Dice dice) {
        var items = IntStream.range(0, Market.GOODS.size())
                .filter(good -> (dice.choice() >> good) % 4 != 0)
                .mapToObj(good -> Market.GOODS.get(good))
                .map(offering -> new Item(
                        offering.sku(),
                        Quantity.of(String.valueOf(1 + dice.choice() % 12), offering.unit()),
                        Percentage.of("0")))
                .toList();
        market.does(dice.host(), dice.deal(), (desk, step) -> desk.reviseQuote(step.ask(), new ReviseQuote(items)));
    }

    private static void reserve(Market market, Dice dice) {
        var onShortage = dice.choice() % 3 == 0 ? OnShortage.CUT_QUOTE : OnShortage.REFUSE;
        market.does(
                dice.host(),
                dice.deal(),
                (desk, step) -> desk.reserveStock(step.ask(), new ReserveStock(step.quote(), onShortage)));
    }

    private static void goOn(Market market, Dice dice) {
        for (var step = 0; step <= dice.choice() % 4; step++) {
            market.goOn(dice.host(), dice.deal());
        }
    }

    private static void goBack(Market market, Dice dice) {
        var state = market.standing(dice.deal()).state();
        var before = Map.of(
                NegotiationState.PROPOSAL,
                NegotiationState.DISCOVERY,
                NegotiationState.NEGOTIATION,
                NegotiationState.PROPOSAL,
                NegotiationState.CLOSING,
                NegotiationState.NEGOTIATION);
        market.does(
                dice.host(),
                dice.deal(),
                (desk, step) -> Market.move(desk, step.ask(), before.getOrDefault(state, NegotiationState.DISCOVERY)));
    }

    private static void lose(Market market, Dice dice) {
        market.does(dice.host(), dice.deal(), (desk, step) -> Market.move(desk, step.ask(), NegotiationState.DEAD));
    }

    private static void release(Market market, Dice dice) {
        market.does(
                dice.host(), dice.deal(), (desk, step) -> desk.releaseStock(step.ask(), new ReleaseStock("on a whim")));
    }

    private static void otherTimes(Market market, Dice dice) {
        market.times.holdFor(Duration.ofMillis(1 + dice.choice() * 12L));
    }

    private static void sweep(Market market, Dice dice) {
        market.stock(dice.host()).sweep(market.tenant, People.SYSTEM, 1 + dice.choice() % 3);
    }

    private static void count(Market market, Dice dice) {
        var offering = Market.GOODS.get(dice.offering());
        var counted = Map.of(dice.place(), Market.amount(offering, dice.choice() % 25));
        booked(market, market.stock(dice.host()).count(market.tenant, People.REP, key(market), counted, "counted"));
    }

    private static void receive(Market market, Dice dice) {
        var offering = Market.GOODS.get(dice.offering());
        var received = Map.of(dice.place(), Quantity.of(String.valueOf(1 + dice.choice() % 9), offering.unit()));
        booked(market, market.stock(dice.host()).receive(market.tenant, People.REP, key(market), received, "arrived"));
    }

    private static void carry(Market market, Dice dice) {
        var offering = Market.GOODS.get(dice.offering());
        var to = Market.LOCATIONS.get(1 - dice.location());
        var carried = Quantity.of(String.valueOf(1 + dice.choice() % 9), offering.unit());
        booked(
                market,
                market.stock(dice.host())
                        .transfer(market.tenant, People.REP, key(market), dice.place(), to, carried, "carried"));
    }

    private static void sync(Market market, Dice dice) {
        var offering = Market.GOODS.get(dice.offering());
        var row = new SyncOrder.Row(1, dice.place(), Market.amount(offering, dice.choice() % 10));
        var report = market.stock(dice.host())
                .sync(
                        market.tenant,
                        People.SYSTEM,
                        key(market),
                        SyncOrder.of(List.of(row)).displacing());
        if (report.isApplied()
                && report.lines().stream().anyMatch(line -> !line.displaced().isEmpty())) {
            market.note("DISPLACED");
        }
    }

    private static void keepSafe(Market market, Dice dice) {
        var offering = Market.GOODS.get(dice.offering());
        var replenishment = Replenishment.standard(offering.unit()).keeping(Market.amount(offering, dice.choice() % 6));
        booked(market, market.stock(dice.host()).replenish(market.tenant, People.REP, dice.place(), replenishment));
    }

    private static void booked(Market market, Either<StockRefusal, ?> answer) {
        market.note(answer.fold(StockRefusal::code, booked -> "BOOKED"));
    }

    private static String key(Market market) {
        return market.ids.next().toString();
    }
}

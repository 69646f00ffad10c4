package app.cerniq.simulator.actor;

import app.cerniq.application.stock.SyncOrder;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.ConflictPolicy;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.simulator.world.Chance;
import app.cerniq.simulator.world.Company;
import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import app.cerniq.testkit.fixture.People;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The warehouse: counts, deliveries, carrying, imports of another system, safety stock, sweeping. */
public final class Storekeeper implements Participant {

    private static final int BATCH = 3;

    @Override
    public String name() {
        return "storekeeper";
    }

    @Override
    public int weight() {
        return 15;
    }

    @Override
    public void act(Turn turn) {
        var place = turn.chance().of(turn.company().places());
        switch (turn.chance().below(10)) {
            case 0, 1 -> sweep(turn);
            case 2 -> count(turn, place);
            case 3, 4 -> receive(turn, place);
            case 5 -> carry(turn, place);
            case 6, 7 -> takeOver(turn);
            case 8 -> replenish(turn, place);
            default -> repair(turn);
        }
    }

    private static void sweep(Turn turn) {
        var ended = turn.engine().stock().sweep(turn.tenant(), People.SYSTEM, BATCH);
        turn.say("sweeps up " + ended + " holds");
    }

    private static void repair(Turn turn) {
        var drifts = turn.engine().stock().repair(turn.tenant(), People.SYSTEM);
        turn.say("repairs " + drifts.size() + " counters");
    }

    private static void count(Turn turn, Place place) {
        var counted = Map.of(place, amount(place, turn.chance()));
        var key = turn.newKey();
        turn.send(
                key,
                "counts " + counted,
                engine -> engine.stock().count(turn.tenant(), People.REP, key, counted, "counted"));
    }

    private static void receive(Turn turn, Place place) {
        var received = Map.of(place, quantity(place, turn.chance()));
        var key = turn.newKey();
        turn.send(
                key,
                "receives " + received,
                engine -> engine.stock().receive(turn.tenant(), People.REP, key, received, "delivered"));
    }

    private static void carry(Turn turn, Place from) {
        var to = from.location().equals(Company.DEPOT) ? LocationCode.PRINCIPAL : Company.DEPOT;
        var quantity = quantity(from, turn.chance());
        var key = turn.newKey();
        turn.send(
                key,
                "carries " + quantity + " from " + from,
                engine -> engine.stock().transfer(turn.tenant(), People.REP, key, from, to, quantity, "carried"));
    }

    /** What another system says; its answer is a report, not a refusal. */
    private static void takeOver(Turn turn) {
        var chance = turn.chance();
        var rows = IntStream.rangeClosed(1, chance.between(1, 3))
                .mapToObj(number -> {
                    var place = chance.of(turn.company().places());
                    return new SyncOrder.Row(number, place, amount(place, chance));
                })
                .toList();
        var order = options(SyncOrder.of(rows), chance);
        var key = turn.newKey();
        turn.send(
                key,
                "imports " + rows.size() + " figures",
                engine -> Either.right(engine.stock().sync(turn.tenant(), People.SYSTEM, key, order)));
    }

    private static SyncOrder options(SyncOrder order, Chance chance) {
        var resolving = order.resolvingBy(chance.of(List.of(ConflictPolicy.values())));
        var skipping = chance.percent(60) ? resolving.skippingBad() : resolving;
        return chance.percent(60) ? skipping.displacing() : skipping;
    }

    private static void replenish(Turn turn, Place place) {
        var unit = Company.quantity(place.sku(), "1").unit();
        var safety = StockAmount.of(Integer.toString(turn.chance().below(12)), unit);
        turn.send(
                "keeps " + safety + " of " + place,
                engine -> engine.stock()
                        .replenish(
                                turn.tenant(),
                                People.REP,
                                place,
                                Replenishment.standard(unit).keeping(safety)));
    }

    private static StockAmount amount(Place place, Chance chance) {
        return chance.percent(8)
                ? StockAmount.none(Company.quantity(place.sku(), "1").unit())
                : StockAmount.of(quantity(place, chance));
    }

    private static Quantity quantity(Place place, Chance chance) {
        return Company.quantity(place.sku(), Integer.toString(chance.between(1, 60)));
    }
}

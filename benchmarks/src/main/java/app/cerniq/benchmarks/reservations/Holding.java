package app.cerniq.benchmarks.reservations;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.ReleaseStock;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.benchmarks.replay.Command;
import app.cerniq.benchmarks.replay.Course;
import app.cerniq.benchmarks.replay.Deals;
import app.cerniq.benchmarks.replay.DurablePostgres;
import app.cerniq.benchmarks.replay.Round;
import app.cerniq.benchmarks.replay.Speed;
import app.cerniq.benchmarks.stockroom.Shelf;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.fixture.People;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deals hold the goods that they quote and give them back, in turn. */
final class Holding implements Course {

    private static final int BATCH = 1_000;

    /** What deals of a round did to reservations, from what their versions say, and what the tables say. */
    private static final String DONE = """
            with deals as (
                select n.tenant_id, n.id, (n.version - ? + 1) / 2 * q.line_count as begun,
                    (n.version - ?) / 2 * q.line_count as ended
                from cerniq.gold_negotiations n
                join cerniq.negotiation_quotes q
                    on q.tenant_id = n.tenant_id and q.negotiation_id = n.id and q.quote_number = n.quote_count
                where n.id between ? and ?
            )
            select count(*)
            from deals d
            where d.begun <> (
                    select count(*) from cerniq.stock_reservations r
                    where r.tenant_id = d.tenant_id and r.negotiation_id = d.id
                )
                or d.ended <> (
                    select count(*) from cerniq.stock_reservations r
                    where r.tenant_id = d.tenant_id and r.negotiation_id = d.id and r.status = 'CANCELLED'
                )
                or d.begun + d.ended <> (
                    select count(*) from cerniq.stock_movements m
                    where m.tenant_id = d.tenant_id and m.negotiation_id = d.id
                )
            """;

    private static final String PLACES = """
            select count(distinct sku) from cerniq.stock_reservations where negotiation_id between ? and ?
            """;

    private final DurablePostgres postgres;
    private final Storage storage;
    private final Deals deals;
    private final Spread spread;

    Holding(DurablePostgres postgres, Storage storage, Deals deals, Spread spread) {
        this.postgres = postgres;
        this.storage = storage;
        this.deals = deals;
        this.spread = spread;
    }

    @Override
    public List<Command> commands() {
        return List.of(hold(deals), Holding::giveBack);
    }

    /** To hold: the deal, what there is, the commit. To give back: the deal, the commit. */
    @Override
    public List<Integer> roundTrips() {
        return List.of(3, 2);
    }

    static Command hold(Deals deals) {
        return (cerniq, number, version, key) -> cerniq.negotiations()
                .reserveStock(
                        Ask.by(People.AGENT, Deals.id(number), version, key), ReserveStock.allOf(deals.quote(number)));
    }

    static Either<NegotiationRefusal, Receipt> giveBack(Cerniq cerniq, long number, long version, String key) {
        return cerniq.negotiations()
                .releaseStock(
                        Ask.by(People.AGENT, Deals.id(number), version, key),
                        new ReleaseStock("the customer thinks it over"));
    }

    @Override
    public long version() {
        return Deals.VERSION;
    }

    @Override
    public int deals(int clients) {
        return Shelf.SIZE / clients;
    }

    @Override
    public int kinds() {
        return spread.kinds();
    }

    @Override
    public long fresh(int count) {
        return deals.fresh(count);
    }

    @Override
    public String counting() {
        return "\\set hold :pass / 2\n" + spread.counting();
    }

    /** The ids of reservations are counted: a script could not find out what the server made. */
    @Override
    public Map<Object, String> made(Cerniq cerniq, long deal) {
        var made = new HashMap<Object, String>(spread.made(deal));
        var held =
                cerniq.negotiations().find(Deals.id(deal)).orElseThrow().stock().held();
        held.ifPresent(holding -> {
            for (var reservation : holding.reservations()) {
                made.put(reservation.id().value(), id(holding.reservations().indexOf(reservation)));
            }
        });
        return made;
    }

    private static String id(int line) {
        return "(lpad(:hold::text, 8, '0') || '-000" + line + "-7000-8000-' || :deal::text)::uuid";
    }

    /** What was counted was done, no counter has drifted, and what the clients still held does not stay. */
    @Override
    public void check(Round round, Speed speed) throws SQLException {
        Deals.mustHaveChanged(postgres, round, speed);
        var first = Deals.id(round.first()).value();
        var last = Deals.id(round.last()).value();
        var wrong = postgres.number(DONE, round.version(), round.version(), first, last);
        if (wrong != 0) {
            throw new IllegalStateException(wrong + " deals hold or held something else than was counted.");
        }
        var places = postgres.number(PLACES, first, last);
        if (places < spread.places(Math.min(speed.commands(), round.allDeals()))) {
            throw new IllegalStateException("Only " + places + " products were held.");
        }
        var tomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(1));
        while (storage.reservations().releaseExpired(Deals.TENANT, ActorRef.of(People.SYSTEM), tomorrow, BATCH) > 0) {}
        var drifts = storage.inventory().drifts(Deals.TENANT);
        if (!drifts.isEmpty()) {
            throw new IllegalStateException("Counters have drifted: " + drifts);
        }
    }
}

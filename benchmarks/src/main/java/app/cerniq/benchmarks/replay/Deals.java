package app.cerniq.benchmarks.replay;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.time.MovableClock;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Numbered deals of one tenant, alike but for what they quote and for their ids, which are made of the number: so a
 * script can name them, too. Each stands in PROPOSAL at the same version. Opened by one thread, asked about by any.
 */
public final class Deals {

    public static final TenantId TENANT = new TenantId(UUID.fromString("7e4a0000-0000-7000-8000-000000000001"));

    /** The version at which every fresh deal stands. */
    public static final long VERSION = 3;

    /** When they are opened; one moment for all, so that no deal differs from another in its dates. */
    static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    /** What stands before the number in an id. */
    static final String DEAL = "dea10000-0000-7000-8000-";

    static final String LEAD = "1ead0000-0000-7000-8000-";

    /** The first number; all have as many digits as the end of an id. */
    private static final long FIRST = 100_000_000_000L;

    private static final String VERSIONS = "select sum(version) from cerniq.gold_negotiations where id between ? and ?";

    private final Queue<UUID> planned = new ArrayDeque<>();
    private final Map<Long, ContentHash> quotes = new ConcurrentHashMap<>();
    private final LongFunction<List<QuoteLine>> quoted;
    private final Cerniq cerniq;
    private long next = FIRST;

    /**
     * Deals to be, and what they are about.
     *
     * @param goods what is on sale
     * @param plenty how much there is of each
     * @param quoted what a deal quotes, by its number
     */
    public Deals(
            Storage storage,
            Policies policies,
            List<PricedOffering> goods,
            String plenty,
            LongFunction<List<QuoteLine>> quoted) {
        this.quoted = quoted;
        var fresh = new TimeOrderedIds(Clock.systemUTC());
        this.cerniq = Cerniq.builder()
                .storage(storage)
                .policies(policies)
                .clock(MovableClock.at(MORNING))
                .ids(() -> planned.isEmpty() ? fresh.next() : planned.remove())
                .build();
        cerniq.tenants().setUp(TENANT, "Benchmark");
        cerniq.offerings().putOnSale(TENANT, goods);
        var there = goods.stream()
                .collect(Collectors.toMap(
                        offering -> new Place(offering.sku(), LocationCode.PRINCIPAL),
                        offering -> StockAmount.of(plenty, offering.unit())));
        cerniq.stock()
                .count(TENANT, People.SYSTEM, "plenty", there, "so that nothing is ever short")
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.describe()));
    }

    public static NegotiationId id(long number) {
        return new NegotiationId(TENANT, UUID.fromString(DEAL + number));
    }

    static UUID lead(long number) {
        return UUID.fromString(LEAD + number);
    }

    /** So many fresh deals; returns the number of the first of them, the others follow. */
    public long fresh(int count) {
        var first = next;
        LongStream.range(first, first + count).forEach(this::open);
        next += count;
        return first;
    }

    /** The quote of a deal. */
    public ContentHash quote(long number) {
        return Optional.ofNullable(quotes.get(number)).orElseThrow();
    }

    private void open(long number) {
        var desk = cerniq.negotiations();
        var id = id(number);
        planned.add(id.value());
        must(desk.open(
                TENANT, People.AGENT, number + " open", OpenNegotiation.with(new LeadId(lead(number)), Goods.COMPANY)));
        var items = quoted.apply(number).stream()
                .map(line -> new ReviseQuote.Item(line.sku(), line.quantity(), line.discount()))
                .toList();
        var quote = must(desk.reviseQuote(Ask.by(People.AGENT, id, 1, number + " quote"), new ReviseQuote(items)));
        quotes.put(number, quote.quote().orElseThrow());
        must(move(NegotiationState.PROPOSAL).give(cerniq, number, 2, number + " move"));
    }

    /** To move a deal. */
    public static Command move(NegotiationState to) {
        return (cerniq, number, version, key) -> cerniq.negotiations()
                .advance(
                        Ask.by(People.AGENT, id(number), version, key),
                        Advance.to(to, TransitionTrigger.AI_DECISION, "the customer asked for another product"));
    }

    /** The receipt; a refusal would be fast, and would not count. */
    public static Receipt must(Either<NegotiationRefusal, Receipt> answer) {
        return answer.getOrElseThrow(refusal -> new IllegalStateException(refusal.describe()));
    }

    /** Throws where the deals of a round have not changed as often as was counted. */
    public static void mustHaveChanged(DurablePostgres postgres, Round round, Speed speed) throws SQLException {
        var versions = postgres.number(
                VERSIONS, id(round.first()).value(), id(round.last()).value());
        var changes = versions - round.version() * round.allDeals();
        if (changes != speed.commands()) {
            throw new IllegalStateException("Of " + speed.commands() + " commands " + changes + " were stored.");
        }
    }
}

package app.cerniq.benchmarks.transitions;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.time.MovableClock;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Numbered deals of one tenant, alike but for their ids, which are made of the number: so a script can name them, too.
 * Each has a quote of two lines and stands in PROPOSAL at the same version. Not thread-safe.
 */
final class Deals {

    static final TenantId TENANT = new TenantId(UUID.fromString("7e4a0000-0000-7000-8000-000000000001"));

    /** What stands before the number in an id. */
    static final String DEAL = "dea10000-0000-7000-8000-";

    static final String LEAD = "1ead0000-0000-7000-8000-";

    /** The first number; all have as many digits as the end of an id. */
    static final long FIRST = 100_000_000_000L;

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<QuoteLine> QUOTE =
            List.of(Lines.of(Goods.WHEAT_SEED, "40", "10"), Lines.of(Goods.DRIP_TAPE, "1500", "0"));

    private final Queue<UUID> planned = new ArrayDeque<>();
    private final Cerniq cerniq;
    private long next = FIRST;

    Deals(Storage storage, Policies policies) {
        var fresh = new TimeOrderedIds(Clock.systemUTC());
        this.cerniq = Cerniq.builder()
                .storage(storage)
                .policies(policies)
                // One moment for all, so that no deal differs from another in its dates.
                .clock(MovableClock.at(MORNING))
                .ids(() -> planned.isEmpty() ? fresh.next() : planned.remove())
                .build();
        cerniq.tenants().setUp(TENANT, "Benchmark");
        cerniq.offerings().putOnSale(TENANT, Goods.all());
        cerniq.stockLevels().count(TENANT, Goods.plenty());
    }

    static NegotiationId id(long number) {
        return new NegotiationId(TENANT, UUID.fromString(DEAL + number));
    }

    static UUID lead(long number) {
        return UUID.fromString(LEAD + number);
    }

    /** The version at which every fresh deal stands. */
    long version() {
        return 3;
    }

    /** So many fresh deals; returns the number of the first of them, the others follow. */
    long fresh(int count) {
        var first = next;
        Stream.iterate(first, number -> number + 1).limit(count).forEach(this::open);
        next += count;
        return first;
    }

    private void open(long number) {
        var desk = cerniq.negotiations();
        var id = id(number);
        planned.add(id.value());
        must(desk.open(
                TENANT, People.AGENT, number + " open", OpenNegotiation.with(new LeadId(lead(number)), Goods.COMPANY)));
        var items = QUOTE.stream()
                .map(line -> new ReviseQuote.Item(line.sku(), line.quantity(), line.discount()))
                .toList();
        must(desk.reviseQuote(Ask.by(People.AGENT, id, 1, number + " quote"), new ReviseQuote(items)));
        must(move(cerniq, number, 2, NegotiationState.PROPOSAL, number + " move"));
    }

    /** The transition that is measured. */
    static Either<NegotiationRefusal, Receipt> move(
            Cerniq cerniq, long number, long version, NegotiationState to, String key) {
        return cerniq.negotiations()
                .advance(
                        Ask.by(People.AGENT, id(number), version, key),
                        Advance.to(to, TransitionTrigger.AI_DECISION, "the customer asked for another product"));
    }

    static Receipt must(Either<NegotiationRefusal, Receipt> answer) {
        return answer.getOrElseThrow(refusal -> new IllegalStateException(refusal.describe()));
    }
}

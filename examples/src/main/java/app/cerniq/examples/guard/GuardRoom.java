package app.cerniq.examples.guard;

import app.cerniq.application.Cerniq;
import app.cerniq.application.guardrail.ExaminingText;
import app.cerniq.application.guardrail.PolicyFile.Policy;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Stage;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.examples.data.Catalogue;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.stock.Booking;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.memory.InMemoryStorage;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An engine in memory with one catalogue, one tenant and one deal, at which texts are looked at. */
public final class GuardRoom {

    private final ExaminingText gate;
    private final Negotiation deal;
    private final Instant at;

    private GuardRoom(ExaminingText gate, Negotiation deal, Instant at) {
        this.gate = gate;
        this.deal = deal;
        this.at = at;
    }

    /** The room, or why the quote cannot stand. */
    public static Either<Refusal, GuardRoom> of(
            Catalogue catalogue, Policy policy, List<AddItem> quote, NegotiationState state, Clock clock, Ids ids) {
        var storage = new InMemoryStorage();
        var policies = DroolsPolicies.standard();
        var cerniq = Cerniq.builder()
                .storage(storage)
                .policies(policies)
                .clock(clock)
                .ids(ids)
                .build();
        var tenant = new TenantId(ids.next());
        cerniq.tenants().setUp(tenant, "the seller");
        cerniq.offerings().putOnSale(tenant, catalogue.offerings());
        var seller = new Actor.AiAgent(ids.next(), "the seller");
        storage.inventory().book(counted(catalogue, tenant, seller, clock.instant()));
        storage.guardrailBook().lay(tenant, policy.terms().asVersion(1), clock.instant());
        storage.guardrailBook().install(new GuardrailPack(tenant, 1, clock.instant(), policy.guardrails()));
        var deal = deal(cerniq, tenant, seller, quote, ids);
        return deal.map(opened -> new GuardRoom(
                new ExaminingText(storage, policies), inState(opened, state, clock.instant()), clock.instant()));
    }

    private static Booking counted(Catalogue catalogue, TenantId tenant, Actor by, Instant at) {
        var entries = catalogue.offerings().stream()
                .<Booking.Entry>map(offering -> new Booking.Counted(
                        new Place(offering.sku(), LocationCode.PRINCIPAL),
                        Optional.ofNullable(catalogue.onHand().get(offering.sku()))
                                .map(StockAmount::of)
                                .orElse(StockAmount.none(offering.unit())),
                        false))
                .toList();
        return new Booking(
                tenant,
                entries,
                "the catalogue",
                ActorRef.of(by),
                at,
                new IdempotencyKey("the catalogue"),
                ContentHash.of(List.of("the catalogue")));
    }

    private static Either<Refusal, Negotiation> deal(
            Cerniq cerniq, TenantId tenant, Actor seller, List<AddItem> quote, Ids ids) {
        var desk = cerniq.negotiations();
        var id = desk.open(tenant, seller, "open", OpenNegotiation.with(new LeadId(ids.next()), ClientData.UNKNOWN))
                .get()
                .negotiation();
        for (var item : quote) {
            var version = desk.find(id).orElseThrow().version();
            var added = desk.addItem(
                    Ask.by(
                            seller,
                            id,
                            version,
                            UUID.nameUUIDFromBytes(new byte[] {(byte) version}).toString()),
                    item);
            if (added.isLeft()) {
                return Either.left(added.getLeft());
            }
        }
        return Either.right(desk.find(id).orElseThrow());
    }

    /** The deal as if it stood there: texts are judged for every state, whatever leads to it. */
    private static Negotiation inState(Negotiation deal, NegotiationState state, Instant at) {
        return new Negotiation(
                deal.id(),
                deal.version(),
                deal.lead(),
                deal.journey(),
                deal.channel(),
                new Stage(state, Optional.of(deal.state()), at, 1),
                deal.assignment(),
                deal.client(),
                deal.bargain(),
                deal.control(),
                deal.session(),
                deal.documents(),
                deal.stock(),
                deal.outlook(),
                deal.annotations(),
                deal.timing());
    }

    /** The verdict on a text. */
    public Verdict examine(String text) {
        return gate.examine(deal, text, at);
    }
}

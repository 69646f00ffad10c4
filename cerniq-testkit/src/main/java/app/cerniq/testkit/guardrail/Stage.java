package app.cerniq.testkit.guardrail;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.Annotations;
import app.cerniq.domain.negotiation.Assignment;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.ClientData.PostalAddress;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Opening;
import app.cerniq.domain.negotiation.Outlook;
import app.cerniq.domain.negotiation.PricedLine;
import app.cerniq.domain.negotiation.Stamp;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A store in which everything is as a scene says, under a tenant of its own.
 *
 * @param deal the one that messages are written for
 * @param at the moment in which they are written, on the day of the scene
 */
public record Stage(NegotiationId deal, Instant at) {

    private static final LocalTime LATE_MORNING = LocalTime.of(9, 0);
    private static final String LIST = "corpus";

    /** Plays a scene into a store up to the moment of its messages. */
    public static Stage set(Storage storage, Ids ids, Scene scene) {
        return new Setting(storage, ids, scene).set();
    }

    /** What is needed while a stage is set. */
    private record Setting(Storage storage, Ids ids, Scene scene, TenantId tenant, Instant at) {

        Setting(Storage storage, Ids ids, Scene scene) {
            this(
                    storage,
                    ids,
                    scene,
                    new TenantId(ids.next()),
                    scene.today().atTime(LATE_MORNING).toInstant(ZoneOffset.UTC));
        }

        Stage set() {
            var opened = at.minus(Duration.ofHours(1));
            storage.tenants().setUp(tenant, scene.id());
            storage.offerings().putOnSale(tenant, offerings(true));
            storage.offerings().putOnSale(tenant, offerings(false), opened.minus(Duration.ofDays(1)));
            storage.inventory().book(Goods.counted(tenant, ids, onHand())).get();
            storage.guardrailBook().lay(tenant, terms(), opened).get();
            var play = Play.open(storage.negotiations(), ids, opening(opened), opened);
            quote(play);
            return new Stage(play.deal().id(), at);
        }

        private List<PricedOffering> offerings(boolean former) {
            return scene.goods().stream()
                    .map(one -> offering(one, former ? one.formerListPrice() : one.listPrice()))
                    .toList();
        }

        private static PricedOffering offering(Scene.Goods one, Money listPrice) {
            return new PricedOffering(
                    one.sku(),
                    one.version(),
                    one.name(),
                    one.unit(),
                    LIST,
                    listPrice,
                    one.floorPrice(),
                    Optional.of(one.cost()),
                    VatTreatment.taxed(
                            one.vatRate().points().stripTrailingZeros().toPlainString()));
        }

        private Map<Sku, Quantity> onHand() {
            return scene.goods().stream()
                    .filter(one -> one.onHand().isPresent())
                    .collect(Collectors.toMap(
                            Scene.Goods::sku, one -> one.onHand().orElseThrow()));
        }

        /** A month counts 30 days, as in a claim. */
        private SalesTerms terms() {
            var terms = scene.terms();
            return new SalesTerms(
                    1,
                    Optional.of(new SalesTerms.Days(terms.deliveryLeast(), terms.deliveryMost(), true)),
                    Optional.of(SalesTerms.Days.of(terms.paymentDays())),
                    Optional.of(SalesTerms.Days.of(terms.warrantyMonths() * 30)),
                    Optional.of(SalesTerms.Days.of(terms.validityDays())),
                    Optional.of(terms.advance()),
                    Optional.of(terms.freeDeliveryFrom()),
                    scene.competitors(),
                    scene.forbidden(),
                    Severity.LOW,
                    Percentage.of("40"),
                    Optional.empty(),
                    Optional.empty());
        }

        private Accepted opening(Instant opened) {
            var client = ClientData.company(
                    scene.client().name(),
                    scene.client().cui(),
                    new PostalAddress("Str. Câmpului 1", "Slobozia", "Ialomița", "RO"));
            return Opening.open(
                    new NegotiationId(tenant, ids.next()),
                    new Opened(
                            new LeadId(ids.next()),
                            Optional.empty(),
                            SalesChannelCode.DIRECT,
                            client,
                            Assignment.NOBODY,
                            scene.currency(),
                            Rounding.HALF_UP,
                            Outlook.NEW,
                            Annotations.NONE),
                    new Stamp(People.AGENT, opened));
        }

        private void quote(Play play) {
            scene.quote().ifPresent(quote -> {
                var lines = quote.lines().stream().map(this::line).toArray(QuoteLine[]::new);
                if (scene.approved().isEmpty()) {
                    play.quote(lines);
                } else {
                    play.quoteByManager(lines);
                }
                advance(play);
                scene.counterOffer().ifPresent(wanted -> counter(play, wanted));
                scene.pending().forEach(discount -> request(play, discount));
            });
        }

        private QuoteLine line(Scene.Line line) {
            var goods = scene.goods(line.sku());
            return QuoteLine.atDiscount(offering(goods, goods.listPrice()), line.quantity(), line.discount());
        }

        private void advance(Play play) {
            if (isPast(NegotiationState.DISCOVERY)) {
                play.to(NegotiationState.PROPOSAL);
            }
            if (isPast(NegotiationState.PROPOSAL)) {
                play.step(
                                People.AGENT,
                                it -> stamp ->
                                        it.quoting(stamp).confirmProducts(play.quoteHash(), Goods.positions(onHand())))
                        .to(NegotiationState.NEGOTIATION);
            }
            if (isPast(NegotiationState.NEGOTIATION)) {
                play.agree().to(NegotiationState.CLOSING);
            }
            scene.proforma().ifPresent(proforma -> send(play, proforma));
        }

        private boolean isPast(NegotiationState state) {
            return scene.state().compareTo(state) > 0;
        }

        private void send(Play play, Scene.Proforma proforma) {
            var expires = proforma.expires().atTime(LATE_MORNING).toInstant(ZoneOffset.UTC);
            play.step(
                            People.AGENT,
                            it -> stamp ->
                                    it.invoicing(stamp).recordProforma(proforma.ref(), play.quoteHash(), expires))
                    .to(NegotiationState.PROFORMA_SENT);
        }

        private void counter(Play play, Scene.CounterOffer wanted) {
            var term = new CounterOffer.Term(wanted.sku(), wanted.unitPrice(), Optional.of(wanted.quantity()));
            play.step(
                    People.AGENT,
                    it -> stamp -> it.quoting(stamp)
                            .counter(
                                    new CounterOffer(
                                            1,
                                            CounterOffer.Side.CUSTOMER,
                                            play.quoteHash(),
                                            List.of(term),
                                            "what the customer wrote",
                                            stamp.at()),
                                    List.of(),
                                    play.ticket()));
        }

        private void request(Play play, Scene.Discount wanted) {
            var lines = play.deal().bargain().lines().stream()
                    .map(line -> line.sku().equals(wanted.sku())
                            ? new PricedLine(
                                    QuoteLine.atDiscount(line.offering(), line.quantity(), wanted.discount()),
                                    Play.tier(DiscountTier.MANAGER))
                            : new PricedLine(line, Play.tier(DiscountTier.AUTO)))
                    .toList();
            play.step(
                    People.AGENT,
                    it -> stamp -> it.discounting(stamp)
                            .request(play.ticket(), lines, Play::within, "the customer asks for it"));
        }
    }
}

package app.cerniq.examples.isolation;

import app.cerniq.domain.catalog.AttributeKey;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.OfferingContent;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.guardrail.tenant.TenantGuardrail;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.Opening;
import app.cerniq.domain.negotiation.Stamp;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.privacy.DataSubject;
import app.cerniq.domain.runtime.event.Trace;
import app.cerniq.domain.runtime.saga.SagaChange;
import app.cerniq.domain.runtime.saga.SagaId;
import app.cerniq.domain.runtime.saga.SagaSubject;
import app.cerniq.domain.runtime.saga.StepName;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Iban;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.ReservationId;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Ids;
import app.cerniq.testkit.contract.GuardrailBookContract;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.MarkedLife;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.PlantProtection;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.SagaPlay;
import app.cerniq.testkit.fixture.Told;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * What somebody of one tenant would send who knows the ids of another one: always as the own tenant, and with the
 * victim's ids wherever there is room for one. What is not known here is put together of its parts.
 */
final class Arguments {

    /** Nothing of this type can be made: whoever brought it in says here how. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String what) {
            super(what);
        }
    }

    private static final int ATTEMPTS = 200;

    private final TenantId own;
    private final Victim victim;
    private final Ids ids;
    private final Random random;
    private final Map<Class<?>, Supplier<?>> known = new HashMap<>();

    Arguments(TenantId own, Victim victim, Ids ids, long seed) {
        this.own = own;
        this.victim = victim;
        this.ids = ids;
        this.random = new Random(seed);
        identities();
        values();
        commits();
    }

    private void identities() {
        known.put(TenantId.class, () -> own);
        known.put(NegotiationId.class, this::deal);
        known.put(LeadId.class, () -> victim.open().lead());
        known.put(DiscountRequestId.class, victim::waiting);
        known.put(ReservationId.class, () -> victim.held().id());
        known.put(PriceRuleId.class, () -> victim.rule().id());
        known.put(IdempotencyKey.class, victim::key);
        known.put(Sku.class, () -> one(List.of(Victim.PRODUCT.sku(), PlantProtection.LARGE)));
        known.put(LocationCode.class, () -> one(List.of(Victim.LOCATION, LocationCode.PRINCIPAL)));
        known.put(Place.class, () -> new Place(Victim.PRODUCT.sku(), Victim.LOCATION));
        known.put(OfferingCode.class, () -> PlantProtection.CODE);
        known.put(ProductDomainCode.class, PlantProtection.DOMAIN::code);
        known.put(PriceListCode.class, PlantProtection.EVERYBODY::code);
        known.put(SalesChannelCode.class, () -> one(List.of(PlantProtection.DEALERS.code(), SalesChannelCode.DIRECT)));
        known.put(
                ContentHash.class,
                () -> victim.open().bargain().quote().orElseThrow().hash());
        known.put(
                UUID.class,
                () -> one(List.of(victim.open().id().value(), victim.message().eventId())));
        known.put(SagaId.class, () -> new SagaId(own, victim.saga().value()));
        known.put(ConsumerName.class, () -> new ConsumerName("books"));
        known.put(
                DataSubject.class,
                () -> one(List.of(
                        new DataSubject.OfDeal(
                                new NegotiationId(own, victim.over().id().value())),
                        new DataSubject.WithCnp(MarkedLife.PERSON.cnp().orElseThrow()),
                        new DataSubject.WithEmail(MarkedLife.PERSON.email().orElseThrow()),
                        new DataSubject.WithPhone(MarkedLife.PERSON.phone().orElseThrow()))));
    }

    private NegotiationId deal() {
        return new NegotiationId(
                own, one(List.of(victim.open(), victim.over())).id().value());
    }

    private void values() {
        known.put(Actor.class, () -> People.MANAGER);
        known.put(AttributeKey.class, () -> one(List.of(PlantProtection.DOSE, PlantProtection.PACKAGE)));
        known.put(OfferingContent.class, () -> PlantProtection.saying("another name", "3"));
        known.put(Variant.Content.class, () -> PlantProtection.canister("5 l"));
        known.put(CustomerTier.class, () -> CustomerTier.SILVER);
        known.put(StepName.class, () -> SagaPlay.ORDER);
        known.put(Lease.class, () -> new Lease(ids.next(), Play.MORNING, Play.MORNING.plus(Duration.ofMinutes(1))));
        known.put(
                Trace.class, () -> new Trace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", Optional.empty()));
        known.put(ClientData.class, () -> Goods.COMPANY);
        known.put(Cui.class, () -> Goods.COMPANY.cui().orElseThrow());
        known.put(Iban.class, () -> new Iban("RO49AAAA1B31007593840000"));
        known.put(
                TenantGuardrail.class,
                () -> GuardrailBookContract.pack(own, 1, GuardrailBookContract.MARCH)
                        .guardrails()
                        .get(0));
        known.put(Percentage.class, () -> Percentage.of("5"));
        known.put(Money.class, () -> Money.ron("10.00"));
        known.put(Unit.class, () -> Unit.PIECE);
        known.put(Quantity.class, victim::some);
        known.put(StockAmount.class, () -> StockAmount.of("1", Unit.PIECE));
        known.put(Currency.class, () -> Money.RON);
        known.put(BigDecimal.class, () -> BigDecimal.ONE);
        known.put(Instant.class, () -> Play.MORNING);
        known.put(LocalDate.class, () -> LocalDate.of(2040, 1, 1));
        known.put(Duration.class, () -> Duration.ofHours(1));
        known.put(Float.class, () -> 1f);
        known.put(ExecutorService.class, ForkJoinPool::commonPool); // nothing is started by it
        known.put(PricedOffering.class, () -> one(List.of(Goods.UREA, renamed(Victim.PRODUCT), renamed(Goods.NOZZLE))));
        known.put(
                PriceRule.class,
                () -> new PriceRule(
                        victim.rule().id(),
                        one(List.of(1, 2)),
                        "another",
                        victim.rule().scope(),
                        victim.rule().terms(),
                        false,
                        0,
                        victim.rule().from(),
                        Optional.empty(),
                        false));
    }

    /** What the victim sells, by somebody who cannot know its name. */
    private static PricedOffering renamed(PricedOffering offering) {
        return new PricedOffering(
                offering.sku(),
                1,
                "another name",
                offering.unit(),
                offering.priceList(),
                Money.ron("9.00"),
                Money.ron("5.00"),
                Optional.empty(),
                offering.vat());
    }

    private void commits() {
        known.put(Commit.class, () -> {
            var opened = Play.opening(ids, own, victim.open().lead()).change();
            var first = (Opened) opened.events().get(0);
            return Play.commitOf(Opening.open(deal(), first, new Stamp(People.AGENT, Play.MORNING)), ids, victim.key());
        });
        known.put(
                SagaChange.class,
                () -> SagaPlay.start(
                        ids,
                        own,
                        new SagaSubject("negotiation", victim.open().id().value(), 1)));
        known.put(
                OutboxMessage.class,
                () -> Told.closed(own, victim.message().eventId(), "another service", Play.MORNING));
        known.put(
                CatalogueCommit.class,
                () -> one(List.of(
                        PlantProtection.all(own),
                        CatalogueCommit.of(own).withSubstitutes(Map.of(PlantProtection.LARGE, List.of())))));
    }

    /** A value for a parameter. */
    Object of(Parameter parameter) {
        return of(parameter.getParameterizedType(), parameter.getName());
    }

    private Object of(Type type, String name) {
        if (type instanceof Class<?> simple) {
            return of(simple, name);
        }
        if (type instanceof ParameterizedType generic) {
            return of((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), name);
        }
        throw new Unknown(type + " " + name);
    }

    private Object of(Class<?> raw, Type[] of, String name) {
        if (of[0] instanceof WildcardType || (of[0] instanceof ParameterizedType deep && isOpen(deep))) {
            return List.of();
        }
        var first = of(of[0], name);
        if (raw == Optional.class) {
            return one(List.of(Optional.of(first), Optional.empty()));
        }
        if (raw == List.class || raw == Collection.class) {
            return List.of(first);
        }
        if (raw == Set.class) {
            return Set.of(first);
        }
        if (raw == Map.class) {
            return Map.of(first, of(of[1], name));
        }
        throw new Unknown(raw + " " + name);
    }

    private static boolean isOpen(ParameterizedType type) {
        return Arrays.stream(type.getActualTypeArguments()).anyMatch(WildcardType.class::isInstance);
    }

    private Object of(Class<?> type, String name) {
        var maker = known.get(type);
        if (maker != null) {
            return maker.get();
        }
        if (type == String.class) {
            return name.equals("key") || name.equals("request") ? victim.key().value() : "as the test wants";
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class || type == Integer.class) {
            return number(name);
        }
        if (type == long.class || type == Long.class) {
            return (long) number(name);
        }
        if (type.isEnum()) {
            return one(List.of(type.getEnumConstants()));
        }
        if (type.isSealed()) {
            return of(one(List.of(type.getPermittedSubclasses())), name);
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new Unknown(type.getName() + " " + name);
    }

    private int number(String name) {
        return name.equals("expectedVersion") ? (int) victim.open().version() : 1 + random.nextInt(3);
    }

    /** Components that do not fit one another are drawn again. */
    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var forms = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var values = Arrays.stream(components)
                    .map(component -> of(component.getGenericType(), component.getName()))
                    .toArray();
            try {
                var constructor = type.getDeclaredConstructor(forms);
                constructor.trySetAccessible();
                return constructor.newInstance(values);
            } catch (InvocationTargetException refused) {
                // Drawn again.
            } catch (ReflectiveOperationException impossible) {
                throw new Unknown(type.getName() + ": " + impossible);
            }
        }
        throw new Unknown(type.getName() + " (no value of it was accepted)");
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

package app.cerniq.benchmarks.guardrail;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.SalesTerms.Days;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.tenant.Action;
import app.cerniq.domain.guardrail.tenant.Condition;
import app.cerniq.domain.guardrail.tenant.Field;
import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.guardrail.tenant.Literal;
import app.cerniq.domain.guardrail.tenant.Operator;
import app.cerniq.domain.guardrail.tenant.TenantGuardrail;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.guardrail.GuardPolicy;
import app.cerniq.ports.guardrail.TenantRules;
import app.cerniq.ports.shared.Storage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole gate over facts in memory, and a tenant's pack of ten guardrails built. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
public class TextGateSpeed {

    /** A reply of about 600 characters with eight claims and more, all of them true. */
    @Benchmark
    public Verdict gate(Deal deal) {
        return deal.cerniq.guardrails().examine(deal.id, Deal.REPLY);
    }

    /** Ten guardrails, built and tested. */
    @Benchmark
    public TenantRules pack(Pack pack) {
        return pack.guards.build(pack.pack);
    }

    /** A quoted deal. */
    @State(Scope.Thread)
    public static class Deal {

        static final String REPLY = "Bună ziua și vă mulțumesc pentru interesul arătat ofertei noastre. Așa cum am"
                + " discutat, pentru Urea 46 % N vă propun prețul de 2.280 lei/t fără TVA, pentru cantitatea de 20 t."
                + " Totalul ofertei este de 45.600 lei fără TVA, respectiv 50.616 lei cu TVA inclus. Reducerea de 5%"
                + " este deja cuprinsă în preț. Livrarea se face în 3-5 zile de la confirmarea comenzii, iar plata în"
                + " termen de 30 de zile. Dacă aveți întrebări despre produs, despre modul de aplicare sau despre"
                + " transport, vă stau cu plăcere la dispoziție și vă răspund în cel mai scurt timp. Vă rog să îmi"
                + " spuneți dacă putem merge mai departe. O zi frumoasă!";

        final Cerniq cerniq;
        final NegotiationId id;

        /** Ready to be asked; the reply must pass. */
        public Deal() {
            this(new InMemoryStorage());
        }

        Deal(Storage storage) {
            var ids = new CountedIds(1);
            cerniq = Cerniq.builder()
                    .storage(storage)
                    .policies(DroolsPolicies.standard())
                    .ids(ids)
                    .build();
            var tenant = new TenantId(ids.next());
            cerniq.tenants().setUp(tenant, "A tenant");
            cerniq.offerings().putOnSale(tenant, Goods.all());
            storage.inventory().book(Goods.plentyOf(tenant, ids)).get();
            cerniq.guardrails().lay(tenant, terms()).get();
            var agent = new Actor.AiAgent(ids.next(), "AI seller");
            id = cerniq.negotiations()
                    .open(tenant, agent, "open", OpenNegotiation.with(new LeadId(ids.next()), Goods.COMPANY))
                    .get()
                    .negotiation();
            cerniq.negotiations()
                    .addItem(
                            Ask.by(agent, id, 1, "add"),
                            new AddItem(Goods.UREA.sku(), Quantity.of("20", Goods.UREA.unit()), Percentage.of("5")))
                    .get();
            cerniq.negotiations()
                    .advance(
                            Ask.by(agent, id, 2, "move"),
                            Advance.to(NegotiationState.PROPOSAL, TransitionTrigger.AI_DECISION, "quoted"))
                    .get();
            var verdict = cerniq.guardrails().examine(id, REPLY);
            if (verdict.claims().size() < 8 || !verdict.passes()) {
                throw new IllegalStateException("Eight claims and more are true: " + verdict);
            }
        }

        private static SalesTerms terms() {
            var none = SalesTerms.NONE;
            return new SalesTerms(
                    0,
                    Optional.of(new Days(3, 5, false)),
                    Optional.of(Days.of(30)),
                    none.warranty(),
                    none.validity(),
                    none.advance(),
                    none.freeDeliveryFrom(),
                    none.competitors(),
                    none.forbidden(),
                    none.competitorSeverity(),
                    none.concessionBudget(),
                    none.cui(),
                    none.account());
        }
    }

    /** Ten guardrails of two conditions. */
    @State(Scope.Thread)
    public static class Pack {

        final GuardPolicy guards = DroolsPolicies.standard().guards();
        final GuardrailPack pack;

        /** Ten guardrails. */
        public Pack() {
            var guardrails = new ArrayList<TenantGuardrail>();
            for (var i = 0; i < 10; i++) {
                guardrails.add(new TenantGuardrail(
                        "G-" + i,
                        "guardrail " + i,
                        i,
                        List.of(
                                condition(Field.HIGHEST_DISCOUNT, Operator.ABOVE, Integer.toString(i)),
                                condition(Field.TEXT, Operator.CONTAINS, "words " + i)),
                        Action.BLOCK,
                        "A message.",
                        Optional.empty()));
            }
            pack = new GuardrailPack(new TenantId(new UUID(0, 1)), 1, Instant.EPOCH, guardrails);
        }

        private static Condition condition(Field field, Operator operator, String value) {
            return new Condition(
                    field, operator, Literal.read(field.form(), value).orElseThrow());
        }
    }
}

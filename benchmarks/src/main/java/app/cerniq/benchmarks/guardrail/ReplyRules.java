package app.cerniq.benchmarks.guardrail;

import static org.drools.modelcompiler.dsl.pattern.D.declarationOf;
import static org.drools.modelcompiler.dsl.pattern.D.globalOf;
import static org.drools.modelcompiler.dsl.pattern.D.on;
import static org.drools.modelcompiler.dsl.pattern.D.pattern;
import static org.drools.modelcompiler.dsl.pattern.D.rule;

import app.cerniq.ports.guardrail.GuardPolicy;
import app.cerniq.ports.guardrail.LineQuestion;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.rules.engine.BareLines;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.FactHandle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A reply with five quoted items, judged: the library with reasons and facts, a bare reused Drools session over the same
 * rules and facts, and rules that join item, price and stock themselves.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
public class ReplyRules {

    /** The real policy. */
    @Benchmark
    public int library(Items items) {
        var breaches = 0;
        for (var question : items.questions) {
            breaches += items.guards.ofLine(question).outcome().size();
        }
        return breaches;
    }

    /** One reused session over the same rules, with nothing around it. */
    @Benchmark
    public int bareDrools(Items items) {
        var breaches = 0;
        for (var question : items.questions) {
            breaches += items.bare.judge(question);
        }
        return breaches;
    }

    /** Five items, five prices and five stocks in one reused session, and rules that join them. */
    @Benchmark
    public int joiningRules(Joined joined) {
        return joined.judge();
    }

    /** The questions, of which two are answered with a fault. */
    @State(Scope.Thread)
    public static class Items {

        final GuardPolicy guards = DroolsPolicies.standard().guards();
        final BareLines bare = new BareLines();
        final List<LineQuestion> questions = new ArrayList<>();

        /** Both must find the same. */
        @Setup
        public void fill() {
            for (var i = 0; i < 5; i++) {
                questions.add(line(i));
            }
            for (var question : questions) {
                if (guards.ofLine(question).outcome().size() != bare.judge(question)) {
                    throw new IllegalStateException("The bare session answers otherwise.");
                }
            }
        }

        static LineQuestion line(int i) {
            var price = i == 3 ? 190_000L : 228_000L;
            var available = i == 4 ? 10_000L : 500_000L;
            return new LineQuestion(
                    true,
                    true,
                    price,
                    200_000,
                    180_000,
                    95,
                    true,
                    500,
                    1_500,
                    4_000,
                    false,
                    true,
                    true,
                    20_000,
                    available,
                    Math.min(1_000, available * 100 / 20_000));
        }
    }

    /** An item as it is said. */
    public record Item(int sku, long price, int discount, long requested) {}

    /** What an item costs. */
    public record Price(int sku, long floor, long cost, long list) {}

    /** What there is of it. */
    public record Stock(int sku, long available) {}

    /** What the joining rules found. */
    public static final class Found {
        private int faults;

        void fault() {
            faults++;
        }
    }

    /** The same five items, unjoined. */
    @State(Scope.Thread)
    public static class Joined {

        private static final String PACK = "app.cerniq.benchmarks.guardrail.joined";

        private final Found found = new Found();
        private final List<Object> facts = new ArrayList<>();
        private final List<FactHandle> handles = new ArrayList<>();
        private final KieSession session;

        /** Facts and rules. */
        public Joined() {
            for (var i = 0; i < 5; i++) {
                var line = Items.line(i);
                facts.add(new Item(i, line.price(), line.discount(), line.requested()));
                facts.add(new Price(i, line.floor(), line.cost(), 240_000));
                facts.add(new Stock(i, line.available()));
            }
            var configuration = RuleBaseFactory.newKnowledgeSessionConfiguration();
            configuration.setOption(ThreadSafeOption.NO);
            session = KieBaseBuilder.createKieBaseFromModel(model(), RuleBaseFactory.newKnowledgeBaseConfiguration())
                    .newKieSession(configuration, null);
            session.setGlobal("found", found);
            if (judge() != 2) {
                throw new IllegalStateException("The joining rules answer otherwise.");
            }
        }

        final int judge() {
            found.faults = 0;
            handles.clear();
            for (var fact : facts) {
                handles.add(session.insert(fact));
            }
            session.fireAllRules();
            for (var handle : handles) {
                session.delete(handle);
            }
            return found.faults;
        }

        private static Model model() {
            var found = globalOf(Found.class, PACK, "found");
            var item = declarationOf(Item.class);
            var price = declarationOf(Price.class);
            var stock = declarationOf(Stock.class);
            var rules = new ArrayList<org.drools.model.Rule>();
            rules.add(rule(PACK, "below floor")
                    .build(
                            pattern(item),
                            pattern(price)
                                    .expr("price.sku == item.sku", item, (p, i) -> p.sku() == i.sku())
                                    .expr("item.price < floor", item, (p, i) -> i.price() < p.floor())
                                    .expr("item.price >= cost", item, (p, i) -> i.price() >= p.cost()),
                            on(found).execute(Found::fault)));
            rules.add(rule(PACK, "below cost")
                    .build(
                            pattern(item),
                            pattern(price)
                                    .expr("price.sku == item.sku", item, (p, i) -> p.sku() == i.sku())
                                    .expr("item.price < cost", item, (p, i) -> i.price() < p.cost()),
                            on(found).execute(Found::fault)));
            rules.add(rule(PACK, "above list")
                    .build(
                            pattern(item),
                            pattern(price)
                                    .expr("price.sku == item.sku", item, (p, i) -> p.sku() == i.sku())
                                    .expr("item.price > list", item, (p, i) -> i.price() * 100 > p.list() * 120),
                            on(found).execute(Found::fault)));
            rules.add(rule(PACK, "too little")
                    .build(
                            pattern(item),
                            pattern(stock)
                                    .expr("stock.sku == item.sku", item, (s, i) -> s.sku() == i.sku())
                                    .expr("available < requested", item, (s, i) -> s.available() < i.requested()),
                            on(found).execute(Found::fault)));
            rules.add(rule(PACK, "little")
                    .build(
                            pattern(item),
                            pattern(stock)
                                    .expr("stock.sku == item.sku", item, (s, i) -> s.sku() == i.sku())
                                    .expr("available >= requested", item, (s, i) -> s.available() >= i.requested())
                                    .expr(
                                            "available < 1.5 requested",
                                            item,
                                            (s, i) -> s.available() * 100 < i.requested() * 150),
                            on(found).execute(Found::fault)));
            rules.add(rule(PACK, "above maximum")
                    .build(
                            pattern(item).expr("discount > 4000", one -> one.discount() > 4_000),
                            on(found).execute(Found::fault)));
            rules.add(rule(PACK, "needs approval")
                    .build(
                            pattern(item)
                                    .expr("discount > 1500", one -> one.discount() > 1_500)
                                    .expr("discount <= 4000", one -> one.discount() <= 4_000),
                            on(found).execute(Found::fault)));
            return new ModelImpl().addGlobal(found).withRules(rules);
        }
    }
}

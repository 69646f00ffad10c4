package app.cerniq.rules.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.guardrail.PlainText;
import app.cerniq.domain.guardrail.tenant.Action;
import app.cerniq.domain.guardrail.tenant.Condition;
import app.cerniq.domain.guardrail.tenant.Field;
import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.guardrail.tenant.Literal;
import app.cerniq.domain.guardrail.tenant.Operator;
import app.cerniq.domain.guardrail.tenant.TenantGuardrail;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.guardrail.GuardPolicy;
import app.cerniq.ports.guardrail.LineQuestion;
import app.cerniq.ports.guardrail.ReplyQuestion;
import app.cerniq.ports.guardrail.TenantRules;
import app.cerniq.rules.DroolsPolicies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CanonicalPackTest {

    private static final GuardPolicy GUARDS = DroolsPolicies.standard().guards();
    private static final TenantId TENANT = new TenantId(new UUID(0, 7));

    @Test
    void what_applies_is_named_the_most_important_first() {
        var rules = GUARDS.build(pack(
                1,
                guardrail("LATE", 1, condition(Field.LONGEST_PAYMENT, Operator.ABOVE, "30")),
                guardrail("DEAR", 9, condition(Field.QUOTE_TOTAL, Operator.AT_LEAST, "50000.00")),
                guardrail("NEVER", 5, condition(Field.TEXT, Operator.CONTAINS, "Păcat"))));

        var decision = rules.decide(question(NegotiationState.NEGOTIATION, 0, 5_000_000, 45, "Ce pacat!"));

        assertThat(decision.outcome()).extracting(TenantGuardrail::code).containsExactly("DEAR", "NEVER", "LATE");
        assertThat(decision.rules()).hasSize(3);
        assertThat(decision.pack().value()).isEqualTo("tenant " + TENANT + " 1");
    }

    @Test
    void all_conditions_of_a_guardrail_have_to_hold() {
        var rules = GUARDS.build(pack(
                1,
                guardrail(
                        "BOTH",
                        0,
                        condition(Field.STATE, Operator.EQUALS, "CLOSING"),
                        condition(Field.HIGHEST_DISCOUNT, Operator.ABOVE, "12.50"))));

        assertThat(codes(rules, question(NegotiationState.CLOSING, 1_251, 0, 0, "")))
                .containsExactly("BOTH");
        assertThat(codes(rules, question(NegotiationState.CLOSING, 1_250, 0, 0, "")))
                .isEmpty();
        assertThat(codes(rules, question(NegotiationState.PAID, 1_251, 0, 0, "")))
                .isEmpty();
    }

    @Test
    void conditions_that_differ_in_their_value_alone_are_kept_apart() {
        var guardrails = new ArrayList<TenantGuardrail>();
        for (var i = 0; i < 50; i++) {
            guardrails.add(
                    guardrail("G" + i, i, condition(Field.HIGHEST_DISCOUNT, Operator.ABOVE, Integer.toString(i))));
        }
        var rules = GUARDS.build(new GuardrailPack(TENANT, 1, Instant.EPOCH, guardrails));

        for (var i = 0; i <= 50; i++) {
            assertThat(codes(rules, question(NegotiationState.CLOSING, i * 100, 0, 0, "")))
                    .hasSize(i);
        }
    }

    @Test
    void an_empty_pack_says_nothing() {
        assertThat(codes(GUARDS.build(pack(1)), question(NegotiationState.CLOSING, 0, 0, 0, "x")))
                .isEmpty();
    }

    @Property(tries = 200)
    void a_built_in_rule_and_the_same_as_a_guardrail_decide_the_same(
            @ForAll @IntRange(max = 10_000) int discount, @ForAll @IntRange(max = 100) int maximum) {
        var rules = GUARDS.build(pack(
                1, guardrail("MAX", 0, condition(Field.HIGHEST_DISCOUNT, Operator.ABOVE, Integer.toString(maximum)))));

        var byGuardrail = codes(rules, question(NegotiationState.CLOSING, discount, 0, 0, ""));
        var builtIn = GUARDS.ofLine(new LineQuestion(
                        false,
                        true,
                        0,
                        0,
                        0,
                        0,
                        true,
                        discount,
                        maximum * 100,
                        maximum * 100,
                        true,
                        false,
                        false,
                        0,
                        0,
                        0))
                .outcome();

        assertThat(byGuardrail.isEmpty()).isEqualTo(builtIn.isEmpty());
    }

    /** Each version names itself in its guardrails; an answer that mixes two would name both. */
    @Test
    void packs_swap_under_load_and_no_decision_fails_or_mixes_two() throws Exception {
        var swaps = 750;
        var current = new AtomicReference<>(built(1));
        var executor = Executors.newFixedThreadPool(3);
        try {
            var asking = new ArrayList<Callable<Long>>();
            for (var thread = 0; thread < 2; thread++) {
                asking.add(() -> {
                    var decisions = 0L;
                    while (current.get().version() <= swaps) {
                        var pack = current.get();
                        var found = codes(pack.rules(), question(NegotiationState.CLOSING, 100, 0, 0, ""));
                        if (!found.equals(List.of("A-" + pack.version(), "B-" + pack.version()))) {
                            throw new IllegalStateException("Version " + pack.version() + " answers " + found);
                        }
                        decisions++;
                    }
                    return decisions;
                });
            }
            asking.add(() -> {
                for (var version = 2L; version <= swaps + 1; version++) {
                    current.set(built(version));
                    Thread.sleep(13);
                }
                return (long) swaps;
            });

            for (var asked : executor.invokeAll(asking)) {
                assertThat(asked.get()).isPositive();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private record Built(long version, TenantRules rules) {}

    private static Built built(long version) {
        var always = condition(Field.HIGHEST_DISCOUNT, Operator.AT_LEAST, "1");
        var guardrails = new ArrayList<TenantGuardrail>();
        guardrails.add(guardrail("A-" + version, 2, always));
        guardrails.add(guardrail("B-" + version, 1, always));
        for (var i = 0; i < 8; i++) {
            guardrails.add(guardrail("N-" + i, 0, condition(Field.LENGTH, Operator.ABOVE, Long.toString(version + i))));
        }
        return new Built(version, GUARDS.build(new GuardrailPack(TENANT, version, Instant.EPOCH, guardrails)));
    }

    private static List<String> codes(TenantRules rules, ReplyQuestion question) {
        return rules.decide(question).outcome().stream()
                .map(TenantGuardrail::code)
                .toList();
    }

    private static GuardrailPack pack(long version, TenantGuardrail... guardrails) {
        return new GuardrailPack(TENANT, version, Instant.EPOCH, List.of(guardrails));
    }

    private static TenantGuardrail guardrail(String code, int priority, Condition... when) {
        return new TenantGuardrail(
                code, "a name", priority, List.of(when), Action.BLOCK, "a message", Optional.empty());
    }

    private static Condition condition(Field field, Operator operator, String value) {
        return new Condition(field, operator, Literal.read(field.form(), value).orElseThrow());
    }

    private static ReplyQuestion question(NegotiationState state, int discount, long total, long payment, String text) {
        return new ReplyQuestion(
                state, 0, 0, 0, discount, total, 0, 0, payment, 0, false, false, false, false, PlainText.of(text));
    }
}

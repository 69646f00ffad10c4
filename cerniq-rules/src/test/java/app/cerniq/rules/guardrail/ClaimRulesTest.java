package app.cerniq.rules.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.guardrail.Breach;
import app.cerniq.ports.guardrail.Check;
import app.cerniq.ports.guardrail.ClaimQuestion;
import app.cerniq.ports.guardrail.GuardPolicy;
import app.cerniq.ports.guardrail.Said;
import app.cerniq.rules.DroolsPolicies;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimRulesTest {

    private static final GuardPolicy GUARDS = DroolsPolicies.standard().guards();
    private static final NegotiationState QUOTING = NegotiationState.NEGOTIATION;

    static Stream<ClaimQuestion> cells() {
        return Stream.of(Said.values())
                .flatMap(said -> Stream.of(true, false)
                        .flatMap(bound -> Stream.of(true, false)
                                .flatMap(wellFormed -> Stream.of(NegotiationState.values())
                                        .flatMap(state -> Stream.of(Severity.values())
                                                .map(severity -> new ClaimQuestion(
                                                        said, bound, wellFormed, state, severity))))));
    }

    @ParameterizedTest
    @CsvSource({
        "PRICE, GC-01, UNBOUND_AMOUNT, HIGH",
        "TOTAL, GC-02, UNBOUND_AMOUNT, HIGH",
        "OTHER_AMOUNT, GC-03, UNBOUND_AMOUNT, HIGH",
        "DISCOUNT, GC-04, UNBOUND_DISCOUNT, HIGH",
        "OTHER_SHARE, GC-05, UNBOUND_SHARE, HIGH",
        "QUANTITY, GC-06, UNBOUND_QUANTITY, HIGH",
        "DAY, GC-07, UNBOUND_DAY, HIGH",
        "TERM, GC-08, UNBOUND_TERM, HIGH",
        "PRODUCT, GC-09, PRODUCT_NOT_ON_SALE, HIGH",
        "UNKNOWN_PRODUCT, GC-10, PRODUCT_NOT_FOUND, HIGH",
        "IN_STOCK, GC-11, NOT_IN_STOCK, HIGH",
        "OTHER_AVAILABILITY, GC-12, WRONG_AVAILABILITY, HIGH",
        "LIFETIME_WARRANTY, GC-13, FALSE_WARRANTY, HIGH",
        "FREE_DELIVERY, GC-14, FALSE_SHIPPING, HIGH",
        "CHEAPEST, GC-15, FALSE_CLAIM, HIGH",
        "SATISFACTION, GC-16, FALSE_GUARANTEE, HIGH",
        "FORBIDDEN_WORD, GC-21, FORBIDDEN_WORDS, HIGH",
        "UNREAD, GC-22, UNREAD_FIGURE, HIGH",
        "DOCUMENT, GC-23, UNBOUND_DOCUMENT, HIGH",
        "CUI, GC-25, FOREIGN_FISCAL_CODE, CRITICAL",
        "IBAN, GC-27, FOREIGN_FISCAL_CODE, CRITICAL"
    })
    void what_no_row_says_is_refused(Said said, String rule, Check check, Severity severity) {
        var breaches = breaches(new ClaimQuestion(said, false, true, QUOTING, Severity.LOW));

        assertThat(breaches).extracting(Breach::check).containsExactly(check);
        assertThat(breaches).extracting(Breach::severity).containsExactly(severity);
        assertThat(breaches).extracting(Breach::rule).extracting(RuleName::id).containsExactly(rule);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNREAD", "COMPETITOR"})
    void what_a_row_says_may_be_said(Said said) {
        assertThat(breaches(new ClaimQuestion(said, true, true, QUOTING, Severity.LOW)))
                .isEmpty();
    }

    @Test
    void a_figure_that_nobody_understood_is_never_said() {
        assertThat(cells().filter(cell -> cell.said() == Said.UNREAD))
                .allSatisfy(cell ->
                        assertThat(breaches(cell)).extracting(Breach::severity).containsExactly(Severity.HIGH));
    }

    @ParameterizedTest
    @CsvSource({"LOW, GC-17", "MEDIUM, GC-18", "HIGH, GC-19", "CRITICAL, GC-20"})
    void a_competitor_is_as_bad_as_the_tenant_says(Severity severity, String rule) {
        var breaches = breaches(new ClaimQuestion(Said.COMPETITOR, false, true, QUOTING, severity));

        assertThat(breaches).extracting(Breach::severity).containsExactly(severity);
        assertThat(breaches).extracting(Breach::rule).extracting(RuleName::id).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({"CUI, GC-24", "IBAN, GC-26"})
    void wrong_check_digits_are_out_of_the_question(Said said, String rule) {
        var breaches = breaches(new ClaimQuestion(said, false, false, QUOTING, Severity.LOW));

        assertThat(breaches).extracting(Breach::check).containsExactly(Check.INVALID_FISCAL_CODE);
        assertThat(breaches).extracting(Breach::rule).extracting(RuleName::id).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "DISCOUNT, DISCOVERY, GC-28, HIGH",
        "PRICE, DISCOVERY, GC-29, LOW",
        "PRICE, DEAD, GC-30, HIGH",
        "TOTAL, DEAD, GC-31, HIGH",
        "DISCOUNT, DEAD, GC-32, HIGH",
        "DISCOUNT, PAID, GC-33, HIGH"
    })
    void even_what_is_true_has_its_time(Said said, NegotiationState state, String rule, Severity severity) {
        var breaches = breaches(new ClaimQuestion(said, true, true, state, Severity.LOW));

        assertThat(breaches).extracting(Breach::rule).extracting(RuleName::id).containsExactly(rule);
        assertThat(breaches).extracting(Breach::severity).containsExactly(severity);
        assertThat(breaches).extracting(breach -> breach.check().type().name()).containsExactly("STATE_VIOLATION");
    }

    @Test
    void one_claim_has_at_most_one_fault_of_its_row_and_one_of_its_time() {
        assertThat(cells()).hasSize(2816).allSatisfy(cell -> {
            var ofTime = breaches(cell).stream()
                    .filter(breach -> breach.rule().id().compareTo("GC-28") >= 0)
                    .count();
            assertThat(ofTime).isLessThanOrEqualTo(1);
            assertThat(breaches(cell).size() - ofTime).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void nothing_that_is_unbound_passes_in_any_state() {
        assertThat(cells().filter(cell -> !cell.bound() && cell.said() != Said.COMPETITOR))
                .allSatisfy(cell -> assertThat(breaches(cell))
                        .anySatisfy(breach ->
                                assertThat(breach.severity().refuses()).isTrue()));
    }

    @Test
    void every_rule_speaks_somewhere() {
        assertThat(cells().flatMap(cell -> breaches(cell).stream())
                        .map(Breach::rule)
                        .collect(Collectors.toSet()))
                .hasSize(33);
    }

    private static List<Breach> breaches(ClaimQuestion question) {
        return GUARDS.ofClaim(question).outcome();
    }
}

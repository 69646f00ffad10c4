package app.cerniq.rules.approval;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.Sla;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.approval.EscalationQuestion;
import app.cerniq.ports.approval.SlaPolicy;
import app.cerniq.ports.approval.SlaQuestion;
import app.cerniq.rules.DroolsPolicies;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SlaRulesTest {

    private static final SlaPolicy SLAS = DroolsPolicies.standard().slas();

    static Stream<SlaQuestion> cells() {
        return Stream.of(HumanTaskKind.values())
                .flatMap(kind -> Stream.of(Urgency.values())
                        .flatMap(priority ->
                                Stream.of(Role.values()).map(role -> SlaQuestion.of(kind, priority, role))));
    }

    @ParameterizedTest
    @CsvSource({
        "SLA-01, TAKEOVER, LOW, SALES_MANAGER, 15",
        "SLA-01, TAKEOVER, CRITICAL, CEO, 15",
        "SLA-02, DOCUMENT_REVIEW, CRITICAL, ACCOUNTANT, 240",
        "SLA-03, ESCALATION, CRITICAL, SALES_MANAGER, 15",
        "SLA-04, PAYMENT_PLAN, HIGH, SALES_MANAGER, 60",
        "SLA-05, SAGA_STUCK, MEDIUM, DIRECTOR, 240",
        "SLA-06, RECONCILIATION, LOW, CEO, 1440",
        "SLA-07, DISCOUNT_APPROVAL, LOW, SALES_MANAGER, 60",
        "SLA-07, DISCOUNT_APPROVAL, CRITICAL, SALES_REP, 60",
        "SLA-08, DISCOUNT_APPROVAL, HIGH, DIRECTOR, 120",
        "SLA-08, DISCOUNT_APPROVAL, LOW, CEO, 120",
        "SLA-09, DRAFT_REVIEW, HIGH, SALES_REP, 30",
        "SLA-10, GUARDRAIL_VIOLATION, LOW, SALES_MANAGER, 30"
    })
    void each_task_has_its_time(String rule, HumanTaskKind kind, Urgency priority, Role role, long minutes) {
        var decision = SLAS.within(SlaQuestion.of(kind, priority, role));

        assertThat(decision.outcome()).isEqualTo(new Sla(Duration.ofMinutes(minutes), 80));
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(rule);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void in_every_cell_exactly_one_rule_speaks(SlaQuestion cell) {
        assertThat(SLAS.within(cell).rules()).hasSize(1);
    }

    @Test
    void every_rule_speaks_somewhere() {
        assertThat(cells().flatMap(cell -> SLAS.within(cell).rules().stream()).collect(Collectors.toSet()))
                .hasSize(10);
    }

    @ParameterizedTest
    @EnumSource
    void every_chain_ends_and_asks_nobody_twice(Role first) {
        var asked = EnumSet.of(first);
        var next = SLAS.after(new EscalationQuestion(first)).outcome();
        while (next.isPresent()) {
            assertThat(asked.add(next.get())).isTrue();
            next = SLAS.after(new EscalationQuestion(next.get())).outcome();
        }
        assertThat(asked).contains(Role.CEO);
    }

    @ParameterizedTest
    @CsvSource({"SALES_MANAGER, DIRECTOR", "DIRECTOR, CEO", "TEAM_LEAD, SALES_MANAGER", "ACCOUNTANT, FINANCE_MANAGER"})
    void the_next_is_who_was_laid_down(Role role, Role next) {
        assertThat(SLAS.after(new EscalationQuestion(role)).outcome()).contains(next);
    }
}

package app.cerniq.adapters.postgres;

import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.RuleName;
import java.util.List;

/** A policy's decision as policy_decisions keeps it; the question is named by the type of its facts. */
record Answer(
        String question, Record facts, Object outcome, List<String> reasons, List<RuleName> rules, PackVersion pack) {

    static Answer of(Decision<?> decision) {
        return new Answer(
                decision.facts().getClass().getSimpleName(),
                decision.facts(),
                decision.outcome(),
                decision.reasons(),
                decision.rules(),
                decision.pack());
    }
}

package app.cerniq.application.conversation;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.PaymentPlan;
import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.guardrail.ViolationType;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.conversation.ConversationPolicy;
import app.cerniq.ports.conversation.Conversations;
import app.cerniq.ports.conversation.Release;
import app.cerniq.ports.conversation.ReleaseQuestion;
import app.cerniq.ports.guardrail.TextGate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a text before it leaves: the gate at what it says, the rules at whether it may leave at all. */
final class Judging {

    private static final RuleName UNREADABLE = new RuleName("REL-00 what cannot be read does not leave");

    private final TextGate gate;
    private final ConversationPolicy policy;
    private final Conversations conversations;

    Judging(TextGate gate, ConversationPolicy policy, Conversations conversations) {
        this.gate = gate;
        this.policy = policy;
        this.conversations = conversations;
    }

    /**
     * What was found.
     *
     * @param text as it was looked at, and as it may leave
     * @param violations all of them, those of the gate first
     * @param because why it is released like that
     */
    record Judgement(
            String text, Verdict verdict, List<Violation> violations, Release release, Decision<Release> because) {

        Judgement {
            violations = List.copyOf(violations);
        }

        List<Violation> warnings() {
            return violations.stream()
                    .filter(violation -> !violation.severity().refuses())
                    .toList();
        }
    }

    /**
     * The judgement on a text.
     *
     * @param isEdited whether a person wrote or changed it: then language and length of an answer are theirs to choose
     */
    Judgement judge(Conversation conversation, String given, Percentage confidence, boolean isEdited, Instant at) {
        var text = Writing.clean(given);
        var isSayable = !text.isBlank() && text.length() <= Message.LONGEST;
        var verdict = isSayable ? gate.examine(conversation.negotiation(), text, at) : unsaid(text);
        var violations = new ArrayList<>(verdict.violations());
        if (!verdict.text().equals(Verdict.hash(text))) {
            violations.add(formal("VERDICT_OF_ANOTHER_TEXT", text, "a verdict on exactly this text", UNREADABLE));
        }
        if (!text.equals(given)) {
            violations.add(formal("UNREADABLE_CHARACTERS", text, "a text without control characters", UNREADABLE));
        }
        var passed =
                violations.stream().noneMatch(violation -> violation.severity().refuses());
        var inLanguage = isEdited
                || Language.of(text).map(conversation.language()::equals).orElse(true);
        var promises = promisesPlan(conversation, text);
        var question = ReleaseQuestion.of(
                passed,
                confidence,
                (int) verdict.violations().stream()
                        .filter(violation -> !violation.severity().refuses())
                        .count(),
                text,
                conversation.channel(),
                inLanguage,
                promises);
        var decision = policy.release(question);
        if (decision.outcome() == Release.BLOCK && passed) {
            violations.add(blocked(text, decision));
        }
        return new Judgement(text, verdict, violations, decision.outcome(), decision);
    }

    private static Verdict unsaid(String text) {
        return new Verdict(Verdict.hash(text), List.of(), List.of(), List.of());
    }

    private boolean promisesPlan(Conversation conversation, String text) {
        var plan = PaymentPlan.in(text);
        return plan.isPresent() && approved(conversation, plan.get()).isEmpty();
    }

    private Optional<PlanProposal> approved(Conversation conversation, PaymentPlan plan) {
        return conversations.plans(conversation.id()).stream()
                .filter(proposal -> proposal.standing() == PlanProposal.Standing.APPROVED)
                .filter(proposal -> proposal.plan().equals(plan))
                .findFirst();
    }

    private static Violation blocked(String text, Decision<Release> decision) {
        var rule = decision.rules().stream().findFirst().orElse(UNREADABLE);
        return formal(
                "ANSWER_BLOCKED_" + rule.id().replace('-', '_'), text, String.join(" ", decision.reasons()), rule);
    }

    private static Violation formal(String check, String text, String accepted, RuleName rule) {
        return new Violation(
                ViolationType.STATE_VIOLATION,
                check,
                Severity.HIGH,
                Optional.empty(),
                Writing.cut(text.isBlank() ? "(nothing)" : text, 200),
                Writing.cut(accepted, 500),
                Optional.empty(),
                rule);
    }
}

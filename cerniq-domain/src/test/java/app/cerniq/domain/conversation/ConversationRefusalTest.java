package app.cerniq.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.guardrail.ViolationType;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.ContactChannel;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConversationRefusalTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final UUID ID = new UUID(1, 2);
    private static final ConversationId TALK = new ConversationId(TENANT, ID);
    private static final Instant THEN = Instant.parse("2026-03-02T08:00:00Z");

    static Stream<ConversationRefusal> oneOfEach() {
        var violation = new Violation(
                ViolationType.HALLUCINATION_DETECTED,
                "UNBOUND_FIGURE",
                Severity.HIGH,
                Optional.empty(),
                "1 RON",
                "2400 RON",
                Optional.empty(),
                new RuleName("TEST-1 any"));
        return Stream.of(
                new ConversationRefusal.UnknownConversationTenant(TENANT),
                new ConversationRefusal.UnknownConversation(TALK),
                new ConversationRefusal.UnknownDeal(new NegotiationId(TENANT, ID)),
                new ConversationRefusal.UnknownMessage(new MessageId(TENANT, ID)),
                new ConversationRefusal.UnknownDraft(new DraftId(TENANT, ID)),
                new ConversationRefusal.UnknownPlan(ID),
                new ConversationRefusal.ChannelNotWritten(ContactChannel.PHONE),
                new ConversationRefusal.BadText(0),
                new ConversationRefusal.ConversationChanged(TALK),
                new ConversationRefusal.AlreadyReceived("wa-1"),
                new ConversationRefusal.NotActive(TALK, ConversationStatus.PAUSED),
                new ConversationRefusal.NotPaused(TALK, ConversationStatus.ACTIVE),
                new ConversationRefusal.NotHandedOff(TALK, ConversationStatus.ACTIVE),
                new ConversationRefusal.HistoryTooLate(TALK, 3),
                new ConversationRefusal.NoOpenTurn(TALK, 1),
                new ConversationRefusal.TurnBusy(1, THEN),
                new ConversationRefusal.AttemptsUsedUp(1, 4),
                new ConversationRefusal.Unverified(Verdict.hash("one"), Verdict.hash("two")),
                new ConversationRefusal.EvidenceMoved(new MessageId(TENANT, ID)),
                new ConversationRefusal.HumanHasIt(new NegotiationId(TENANT, ID)),
                new ConversationRefusal.Parked(TENANT),
                new ConversationRefusal.OnlyForPeople("ai_agent AI seller"),
                new ConversationRefusal.DraftClosed(new DraftId(TENANT, ID), DraftStatus.EXPIRED),
                new ConversationRefusal.DraftStale(new DraftId(TENANT, ID), THEN),
                new ConversationRefusal.DraftNotDue(new DraftId(TENANT, ID), THEN),
                new ConversationRefusal.PlanDecided(ID, PlanProposal.Standing.APPROVED),
                new ConversationRefusal.TextRefused(List.of(violation)));
    }

    @Test
    void no_refusal_is_missing_here() {
        assertThat(oneOfEach().map(Object::getClass))
                .containsExactlyInAnyOrder(ConversationRefusal.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void every_refusal_says_what_was_given_and_what_would_be_accepted(ConversationRefusal refusal) {
        assertThat(refusal.code()).matches("[A-Z]+(_[A-Z]+)*");
        assertThat(refusal.sentence()).matches("[A-Z].*[^. ]\\.");
        assertThat(List.of(refusal.given(), refusal.accepted())).noneMatch(String::isBlank);
    }
}

package app.cerniq.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.guardrail.BoundClaim;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.RowRef;
import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.guardrail.ViolationType;
import app.cerniq.domain.negotiation.Control;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** I5 and I6 in the domain. */
class SendingTest {

    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final String TEXT = "Urea is 2400 RON.";
    private static final Span FIGURE = new Span(8, 12);

    private static Message message(Origin origin, String text) {
        return new Message(
                new MessageId(TENANT, new UUID(0, 2)),
                new ConversationId(TENANT, new UUID(0, 3)),
                2,
                origin,
                text,
                Optional.of(Language.EN),
                1,
                1,
                Optional.of("a model"),
                Optional.empty(),
                Optional.empty(),
                new ActorRef(ActorKind.AI_AGENT, new UUID(0, 4), "AI seller"),
                Instant.EPOCH);
    }

    private static Verdict verdict(String text, Optional<RowRef> row, List<Violation> violations) {
        return new Verdict(
                Verdict.hash(text),
                List.of(new BoundClaim(new Claim.Unread(FIGURE, "2400"), row)),
                violations,
                List.of());
    }

    private static Violation violation(Severity severity) {
        return new Violation(
                ViolationType.HALLUCINATION_DETECTED,
                "ANY",
                severity,
                Optional.empty(),
                "given",
                "accepted",
                Optional.empty(),
                new RuleName("TEST-1 any"));
    }

    private static final Optional<RowRef> ROW =
            Optional.of(new RowRef(RowRef.Kind.OFFERING, "ING-UREE-46", "1 standard 2400.00 RON"));

    @Test
    void a_text_with_a_verdict_of_its_own_words_and_a_row_behind_each_claim_may_leave() {
        assertThat(Sending.proven(message(Origin.AUTOMATED, TEXT), verdict(TEXT, ROW, List.of()))
                        .isRight())
                .isTrue();
        assertThat(Sending.proven(
                                message(Origin.REVIEWED, TEXT), verdict(TEXT, ROW, List.of(violation(Severity.MEDIUM))))
                        .isRight())
                .isTrue();
    }

    @Test
    void a_verdict_on_other_words_proves_nothing() {
        assertThat(Sending.proven(message(Origin.AUTOMATED, TEXT), verdict("Urea is 2300 RON.", ROW, List.of()))
                        .getLeft())
                .isInstanceOf(ConversationRefusal.Unverified.class);
    }

    @Test
    void a_claim_without_a_row_proves_nothing_whatever_the_verdict_says() {
        assertThat(Sending.proven(message(Origin.AUTOMATED, TEXT), verdict(TEXT, Optional.empty(), List.of()))
                        .isLeft())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"HIGH", "CRITICAL"})
    void a_verdict_that_refuses_proves_nothing(Severity severity) {
        assertThat(Sending.proven(message(Origin.AUTOMATED, TEXT), verdict(TEXT, ROW, List.of(violation(severity))))
                        .isLeft())
                .isTrue();
    }

    @Test
    void there_is_no_other_way_to_make_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sending(message(Origin.AUTOMATED, TEXT), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sending(message(Origin.SAFE_REPLY, TEXT), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sending(message(Origin.CUSTOMER, TEXT), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void the_safe_reply_has_no_figure(Language language) {
        var reply = SafeReply.in(language);

        assertThat(reply).doesNotContainPattern("[0-9%]");
        assertThat(Language.of(reply)).contains(language);
        assertThat(new Sending(message(Origin.SAFE_REPLY, reply), Optional.empty()).verdict())
                .isEmpty();
    }

    @Test
    void a_machine_is_not_permitted_once_a_person_drives_or_automation_is_off() {
        var deal = new NegotiationId(TENANT, new UUID(0, 5));
        var person = new Control(false, Optional.empty(), Optional.of("mine"), true, Optional.empty());
        var off = new Control(false, Optional.empty(), Optional.empty(), false, Optional.empty());

        assertThat(Sending.permitted(deal, Control.AGENT).isRight()).isTrue();
        assertThat(Sending.permitted(deal, person).getLeft()).isEqualTo(new ConversationRefusal.HumanHasIt(deal));
        assertThat(Sending.permitted(deal, off).isLeft()).isTrue();
    }
}

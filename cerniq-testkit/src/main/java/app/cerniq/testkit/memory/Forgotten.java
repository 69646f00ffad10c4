package app.cerniq.testkit.memory;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.Slot;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.domain.conversation.Turn;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.negotiation.Redaction;
import app.cerniq.ports.conversation.Evidence;
import java.util.List;

/** What is left of a conversation once its person was forgotten: everything but the words. */
final class Forgotten {

    private Forgotten() {}

    static Conversation of(Conversation it) {
        return new Conversation(
                it.id(),
                it.version(),
                it.negotiation(),
                it.lead(),
                it.channel(),
                it.thread().map(name -> Redaction.MARK),
                it.status(),
                it.language(),
                it.tally(),
                it.turn().map(Forgotten::of),
                it.handOff().map(why -> new Conversation.HandOff(Redaction.MARK, why.at())),
                it.startedAt(),
                it.lastMessageAt());
    }

    private static Turn of(Turn it) {
        return new Turn(
                it.number(), it.trigger(), it.status(), it.attempts(), it.toolCalls(), List.of(), it.busyUntil());
    }

    static Message of(Message it) {
        return new Message(
                it.id(),
                it.conversation(),
                it.number(),
                it.origin(),
                Redaction.MARK,
                it.language(),
                it.turn(),
                it.attempt(),
                it.model(),
                it.externalId(),
                it.reading(),
                it.by(),
                it.at());
    }

    static Evidence of(Evidence it) {
        return new Evidence(it.number(), it.claim(), Redaction.MARK, it.row());
    }

    static Flaw of(Flaw it) {
        var was = it.violation();
        var violation = new Violation(
                was.type(),
                was.check(),
                was.severity(),
                was.span(),
                Redaction.MARK,
                Redaction.MARK,
                was.correction().map(text -> Redaction.MARK),
                was.rule());
        return new Flaw(
                it.id(),
                it.conversation(),
                it.turn(),
                it.attempt(),
                violation,
                Redaction.MARK,
                it.resolution(),
                it.at());
    }

    static ToolCall of(ToolCall it) {
        return new ToolCall(
                it.id(),
                it.conversation(),
                it.turn(),
                it.tool(),
                Redaction.MARK,
                Redaction.MARK,
                it.status(),
                it.errorCode(),
                it.retries(),
                it.startedAt(),
                it.took(),
                it.microDollars());
    }

    static Slot of(Slot it) {
        return new Slot(it.name(), Redaction.MARK, it.confidence(), it.at(), it.until());
    }

    static Draft of(Draft it) {
        return new Draft(
                it.id(),
                it.conversation(),
                it.turn(),
                it.attempt(),
                Redaction.MARK,
                it.confidence(),
                it.model(),
                it.because(),
                it.at(),
                it.expiresAt(),
                it.status(),
                it.sent().map(text -> Redaction.MARK),
                it.decision().map(how -> new Draft.DraftDecision(how.by(), how.at(), Redaction.MARK)));
    }
}

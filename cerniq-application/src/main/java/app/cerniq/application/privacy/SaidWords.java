package app.cerniq.application.privacy;

import app.cerniq.application.privacy.HeldData.Held;
import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.Redaction;
import app.cerniq.ports.conversation.Conversations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was said with the customer of a deal, and what was understood of it: all that is forgotten with them. */
final class SaidWords {

    private static final int PAGE = 10_000;

    private SaidWords() {}

    static List<Held> of(Conversations conversations, NegotiationId deal) {
        var held = new ArrayList<Held>();
        for (var conversation : conversations.of(deal)) {
            add(held, conversations, conversation);
        }
        return held.stream().filter(one -> !one.value().equals(Redaction.MARK)).toList();
    }

    private static void add(List<Held> held, Conversations conversations, Conversation conversation) {
        var id = conversation.id();
        conversation
                .thread()
                .ifPresent(thread -> held.add(new Held("conversation", "thread", thread, conversation.startedAt())));
        conversation
                .handOff()
                .ifPresent(why -> held.add(new Held("conversation", "handOff.reason", why.reason(), why.at())));
        var after = 0;
        var page = conversations.messages(id, after, PAGE);
        while (!page.isEmpty()) {
            for (var message : page) {
                held.add(new Held("conversation.message", "text", message.text(), message.at()));
                after = message.number();
            }
            page = conversations.messages(id, after, PAGE);
        }
        for (var flaw : conversations.flaws(id)) {
            held.add(new Held("conversation.violation", "text", flaw.text(), flaw.at()));
        }
        for (var call : conversations.toolCalls(id)) {
            held.add(new Held("conversation.tool", "input", call.input(), call.startedAt()));
            held.add(new Held("conversation.tool", "output", call.output(), call.startedAt()));
        }
        for (var draft : conversations.drafts(id)) {
            held.add(new Held("conversation.draft", "original", draft.original(), draft.at()));
            draft.sent().ifPresent(text -> held.add(new Held("conversation.draft", "sent", text, draft.at())));
            draft.decision()
                    .ifPresent(how -> held.add(new Held("conversation.draft", "reason", how.reason(), how.at())));
        }
        for (var slot : conversations.slots(id, Instant.EPOCH)) {
            held.add(new Held("conversation.slot", slot.name(), slot.value(), slot.at()));
        }
    }
}

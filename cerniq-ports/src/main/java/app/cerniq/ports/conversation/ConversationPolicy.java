package app.cerniq.ports.conversation;

import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.shared.Decision;

/** What the rules say about conversations. Thread-safe. */
public interface ConversationPolicy {

    /** Whether a text that passed leaves at once, waits for a person, or must not leave. */
    Decision<Release> release(ReleaseQuestion question);

    /** Whether the mood of a customer needs a person, and how soon. */
    Decision<Alarm> alarm(MoodQuestion question);

    /** Whether a payment plan may be agreed to by a person. */
    Decision<PlanProposal.Standing> plan(PlanQuestion question);
}

package app.cerniq.ports.conversation;

import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.shared.Decision;
import java.time.Duration;

/** What the rules say about conversations. Thread-safe. */
public interface ConversationPolicy {

    /** Whether a text that passed leaves at once, waits for a person, or must not leave. */
    Decision<Release> release(ReleaseQuestion question);

    /** How long a person has to look at a text. */
    Decision<Duration> review(ReviewQuestion question);

    /** Whether the mood of a customer needs a person, and how soon. */
    Decision<Alarm> alarm(MoodQuestion question);

    /** Whether a payment plan may be agreed to by a person. */
    Decision<PlanProposal.Standing> plan(PlanQuestion question);
}

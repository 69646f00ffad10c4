package app.cerniq.rules.conversation;

import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.conversation.Alarm;
import app.cerniq.ports.conversation.ConversationPolicy;
import app.cerniq.ports.conversation.MoodQuestion;
import app.cerniq.ports.conversation.PlanQuestion;
import app.cerniq.ports.conversation.Release;
import app.cerniq.ports.conversation.ReleaseQuestion;
import app.cerniq.ports.conversation.ReviewQuestion;
import app.cerniq.rules.engine.BuiltInPack;
import app.cerniq.rules.engine.RuleBook;
import java.time.Duration;

/** The rules of {@code releases.drl}, {@code reviews.drl}, {@code moods.drl} and {@code plans.drl}. */
public final class DroolsConversationPolicy implements ConversationPolicy {

    /** Where the rules about what leaves stand. */
    public static final String RELEASES = "app.cerniq.rules.conversation.releases";

    /** Where the rules about moods stand. */
    public static final String MOODS = "app.cerniq.rules.conversation.moods";

    /** Where the rules about payment plans stand. */
    public static final String PLANS = "app.cerniq.rules.conversation.plans";

    /** Where the rules about how long a text waits stand. */
    public static final String REVIEWS = "app.cerniq.rules.conversation.reviews";

    private final RuleBook<ReleaseQuestion, Release> releases;
    private final RuleBook<ReviewQuestion, Duration> reviews;
    private final RuleBook<MoodQuestion, Alarm> moods;
    private final RuleBook<PlanQuestion, PlanProposal.Standing> plans;

    /** The policy of a built-in pack; throws {@link IllegalStateException} if the pack is damaged. */
    public DroolsConversationPolicy(BuiltInPack pack) {
        this.releases = pack.book(RELEASES, ReleaseFindings::new);
        this.reviews = pack.book(REVIEWS, ReviewFindings::new);
        this.moods = pack.book(MOODS, AlarmFindings::new);
        this.plans = pack.book(PLANS, PlanFindings::new);
    }

    @Override
    public Decision<Release> release(ReleaseQuestion question) {
        return releases.decide(question);
    }

    @Override
    public Decision<Duration> review(ReviewQuestion question) {
        return reviews.decide(question);
    }

    @Override
    public Decision<Alarm> alarm(MoodQuestion question) {
        return moods.decide(question);
    }

    @Override
    public Decision<PlanProposal.Standing> plan(PlanQuestion question) {
        return plans.decide(question);
    }
}

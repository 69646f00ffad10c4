package app.cerniq.domain.conversation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Percentage;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer of a model that a person looks at before it leaves. The words of the model and those that left are both kept.
 *
 * @param original what the model wrote
 * @param confidence how sure the model was
 * @param model who wrote it
 * @param because the rule that wanted a person
 * @param sent what left, where something did
 * @param decision who decided, when and why; empty while it waits
 */
public record Draft(
        DraftId id,
        ConversationId conversation,
        int turn,
        int attempt,
        String original,
        Percentage confidence,
        String model,
        String because,
        Instant at,
        Instant expiresAt,
        DraftStatus status,
        Optional<String> sent,
        Optional<DraftDecision> decision) {

    /**
     * Who decided about a draft.
     *
     * @param reason 1 to 500 characters
     */
    public record DraftDecision(ActorRef by, Instant at, String reason) {
        public DraftDecision {
            if (reason.isBlank() || reason.length() > 500) {
                throw new IllegalArgumentException("A reason has 1 to 500 characters.");
            }
        }
    }

    /** The hash of what the model wrote. */
    public ContentHash originalHash() {
        return Verdict.hash(original);
    }

    /** The hash of what left, where something did. */
    public Optional<ContentHash> sentHash() {
        return sent.map(Verdict::hash);
    }

    /** Sends it, as it is or with other words; only a user can. */
    public Either<ConversationRefusal, Draft> send(String text, Actor by, String reason, Instant at) {
        return decidable(by, at)
                .map(it -> it.closed(
                        text.equals(original) ? DraftStatus.APPROVED : DraftStatus.EDITED,
                        Optional.of(text),
                        new DraftDecision(ActorRef.of(by), at, reason)));
    }

    /** It must not leave; only a user can say so. */
    public Either<ConversationRefusal, Draft> reject(Actor by, String reason, Instant at) {
        return decidable(by, at)
                .map(it -> it.closed(
                        DraftStatus.REJECTED, Optional.empty(), new DraftDecision(ActorRef.of(by), at, reason)));
    }

    /** Nobody looked at it in time. */
    public Either<ConversationRefusal, Draft> expire(ActorRef by, Instant at) {
        return pending()
                .filterOrElse(it -> !at.isBefore(expiresAt), it -> new ConversationRefusal.DraftNotDue(id, expiresAt))
                .map(it -> it.closed(
                        DraftStatus.EXPIRED, Optional.empty(), new DraftDecision(by, at, "nobody looked at it")));
    }

    private Either<ConversationRefusal, Draft> decidable(Actor by, Instant at) {
        if (by.kind() != ActorKind.USER) {
            return left(new ConversationRefusal.OnlyForPeople(by.kind().word() + " " + by.label()));
        }
        return pending()
                .filterOrElse(it -> at.isBefore(expiresAt), it -> new ConversationRefusal.DraftStale(id, expiresAt));
    }

    private Either<ConversationRefusal, Draft> pending() {
        return status == DraftStatus.PENDING ? right(this) : left(new ConversationRefusal.DraftClosed(id, status));
    }

    private Draft closed(DraftStatus next, Optional<String> text, DraftDecision how) {
        return new Draft(
                id,
                conversation,
                turn,
                attempt,
                original,
                confidence,
                model,
                because,
                at,
                expiresAt,
                next,
                text,
                Optional.of(how));
    }
}

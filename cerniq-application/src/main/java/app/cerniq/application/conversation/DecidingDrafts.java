package app.cerniq.application.conversation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.approval.Consequence;
import app.cerniq.application.approval.Verdict;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.HumanTaskRefusal.NotCarriedOut;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.approval.TaskSettlement;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.DraftId;
import app.cerniq.domain.conversation.DraftStatus;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.Authority;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A decision on a task about a draft is made at the draft: yes lets it go, with other words where a value is given, and no
 * calls a person. Nobody's answer lets nothing go: the draft expires by its own time.
 */
public final class DecidingDrafts implements Consequence {

    private static final String DRAFT = "draft";

    private final Supplier<DraftDesk> drafts;

    /** @param drafts asked for when a task is decided, and not before */
    public DecidingDrafts(Supplier<DraftDesk> drafts) {
        this.drafts = drafts;
    }

    static TaskTopic topic(Draft draft) {
        return new TaskTopic(
                HumanTaskKind.DRAFT_REVIEW,
                DRAFT,
                draft.id().value().toString(),
                "turn " + draft.turn() + " of " + draft.conversation().value());
    }

    @Override
    public boolean concerns(HumanTask task) {
        return draft(task).isPresent();
    }

    @Override
    public Either<HumanTaskRefusal, TaskSettlement> carryOut(HumanTask task, Verdict verdict, Actor by) {
        var standing = settled(task);
        if (standing.isPresent()) {
            return right(standing.get());
        }
        var refused = decided(draft(task).orElseThrow(), verdict, by);
        return settled(task)
                .<Either<HumanTaskRefusal, TaskSettlement>>map(Either::right)
                .orElseGet(() -> left(new NotCarriedOut(
                        task.id(), refused.orElseThrow(() -> new IllegalStateException("Decided, and still open.")))));
    }

    /** Why it could not be decided so; empty where it was. */
    private Optional<ConversationRefusal> decided(Draft draft, Verdict verdict, Actor by) {
        if (by.kind() != ActorKind.USER) {
            drafts.get().expire(draft.id().tenant());
            return Optional.of(new ConversationRefusal.DraftNotDue(draft.id(), draft.expiresAt()));
        }
        var answer = verdict.isYes()
                ? verdict.value()
                        .map(words -> drafts.get().edit(draft.id(), by, words, verdict.reason()))
                        .orElseGet(() -> drafts.get().approve(draft.id(), by, verdict.reason()))
                : drafts.get().reject(draft.id(), by, verdict.reason());
        return answer.isLeft() ? Optional.of(answer.getLeft()) : Optional.empty();
    }

    @Override
    public Optional<TaskSettlement> settled(HumanTask task) {
        return draft(task)
                .flatMap(draft -> draft.decision()
                        .map(decision -> new TaskSettlement(
                                isSent(draft) ? HumanTaskStatus.APPROVED : HumanTaskStatus.REJECTED,
                                decision.by(),
                                decision.by().kind() == ActorKind.USER
                                        ? task.role().authority()
                                        : Authority.NONE,
                                decision.at(),
                                isSent(draft) ? task.brief().asked() : Optional.empty(),
                                decision.reason())));
    }

    private static boolean isSent(Draft draft) {
        return draft.status() == DraftStatus.APPROVED || draft.status() == DraftStatus.EDITED;
    }

    private Optional<Draft> draft(HumanTask task) {
        return task.topic().kind() == HumanTaskKind.DRAFT_REVIEW
                        && task.topic().subjectKind().equals(DRAFT)
                ? drafts.get()
                        .find(new DraftId(
                                task.id().tenant(), UUID.fromString(task.topic().subjectId())))
                : Optional.empty();
    }
}

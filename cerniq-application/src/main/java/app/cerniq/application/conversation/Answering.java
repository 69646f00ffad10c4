package app.cerniq.application.conversation;

import static io.vavr.control.Either.left;

import app.cerniq.application.conversation.CallingPerson.Found;
import app.cerniq.application.conversation.Judging.Judgement;
import app.cerniq.application.runtime.telemetry.Measure;
import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationId;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Turn;
import app.cerniq.domain.conversation.TurnStatus;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.ports.conversation.ConversationCommit;
import app.cerniq.ports.conversation.Release;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The verdict loop. A turn is planned in one commit, which counts the attempt; the model is asked outside of any; what came
 * of it is recorded in another. A text that passes leaves; one that does not is written anew with its faults as feedback,
 * three times at most; then a person is called. A process that dies leaves a turn that the next one finds.
 */
final class Answering {

    /** So long a model may take before somebody else may try; longer than any model's time-out. */
    private static final Duration BUSY = Duration.ofMinutes(3);

    /** So often a text is examined again because a row moved while it was on its way. */
    private static final int EXAMINATIONS = 4;

    private final Backing backing;
    private final Generating generating;
    private final Judging judging;
    private final CallingPerson person;
    private final Outgoing outgoing;

    Answering(Backing backing) {
        this.backing = backing;
        this.generating = new Generating(backing);
        this.judging = new Judging(backing.gate(), backing.policy(), backing.conversations());
        this.person = new CallingPerson(backing);
        this.outgoing = new Outgoing(backing);
    }

    Either<ConversationRefusal, Reply> answer(ConversationId id) {
        var reply = go(id);
        reply.forEach(how -> backing.telemetry()
                .count(Measure.AI_REPLIES, id.tenant(), how.getClass().getSimpleName()));
        return reply;
    }

    private Either<ConversationRefusal, Reply> go(ConversationId id) {
        // Every round ends the turn or uses an attempt up, and the last round after the last attempt calls a person.
        for (var round = 0; round <= Turn.MOST_ATTEMPTS; round++) {
            var standing = backing.existing(id);
            if (standing.isLeft()) {
                return left(standing.getLeft());
            }
            var ended = round(standing.get());
            if (ended.isPresent()) {
                return ended.get();
            }
        }
        return left(new ConversationRefusal.ConversationChanged(id));
    }

    /** One attempt; empty where another one is to be made. */
    private Optional<Either<ConversationRefusal, Reply>> round(Conversation standing) {
        var turn = standing.turn();
        if (turn.filter(it -> it.status() == TurnStatus.TAKING_OVER).isPresent()) {
            return Optional.of(person.finish(standing));
        }
        var barred = barred(standing);
        if (barred.isPresent()) {
            return barred;
        }
        var at = backing.now();
        if (turn.filter(it -> it.status() == TurnStatus.OPEN && !it.hasAttemptsLeft() && !it.isBusyAt(at))
                .isPresent()) {
            return Optional.of(person.call(standing, "MAX_GUARDRAIL_REGENERATIONS", Found.NOTHING));
        }
        var begun = standing.beginAttempt(at, BUSY)
                .flatMap(next -> backing.conversations().commit(ConversationCommit.of(next), at));
        if (begun.isLeft()) {
            return Optional.of(left(begun.getLeft()));
        }
        var generated = generating.write(begun.get());
        if (generated.isLeft()) {
            return Optional.of(
                    generated.getLeft().isUnavailable()
                            ? person.call(generated.getLeft().standing(), "ALL_AI_MODELS_UNAVAILABLE", Found.NOTHING)
                            : left(new ConversationRefusal.ConversationChanged(standing.id())));
        }
        return judged(generated.get());
    }

    /** Why nothing automated may be said now. */
    private Optional<Either<ConversationRefusal, Reply>> barred(Conversation standing) {
        var parked = backing.automation().parked(standing.id().tenant());
        if (parked.isPresent()) {
            return Optional.of(left(new ConversationRefusal.Parked(standing.id().tenant())));
        }
        var deal = backing.deals().find(standing.negotiation());
        return deal.filter(it -> !outgoing.isAutomated(it)).map(it -> outgoing.leaveToPerson(standing));
    }

    private Optional<Either<ConversationRefusal, Reply>> judged(Attempt first) {
        var attempt = first;
        var judgement = judge(attempt);
        for (var examination = 1; examination <= EXAMINATIONS; examination++) {
            if (judgement.release() == Release.BLOCK) {
                return failed(attempt, judgement);
            }
            var done = judgement.release() == Release.QUEUE
                    ? outgoing.draft(attempt, judgement)
                    : outgoing.send(attempt, judgement);
            if (done.isRight()) {
                return Optional.of(done);
            }
            var refusal = done.getLeft();
            if (refusal instanceof ConversationRefusal.HumanHasIt) {
                return Optional.of(backing.existing(attempt.begun().id()).flatMap(outgoing::leaveToPerson));
            }
            if (refusal instanceof ConversationRefusal.Unverified) {
                return failed(attempt, outgoing.unproven(judgement));
            }
            if (refusal instanceof ConversationRefusal.ConversationChanged) {
                var again = standingFor(attempt);
                if (again.isEmpty()) {
                    return Optional.of(left(refusal));
                }
                attempt = again.get();
            } else if (!(refusal instanceof ConversationRefusal.EvidenceMoved)) {
                return Optional.of(left(refusal));
            }
            judgement = judge(attempt);
        }
        return failed(attempt, outgoing.unproven(judgement));
    }

    private Judgement judge(Attempt attempt) {
        var answer = attempt.answer();
        var judgement = judging.judge(attempt.begun(), answer.text(), answer.confidence(), false, backing.now());
        count(judgement, attempt);
        return judgement;
    }

    /** The attempt on the conversation as it stands now, if its turn is still the one that waits for it. */
    private Optional<Attempt> standingFor(Attempt attempt) {
        return backing.conversations()
                .find(attempt.begun().id())
                .filter(now -> now.turn()
                        .filter(turn -> turn.status() == TurnStatus.OPEN)
                        .filter(turn -> turn.number() == attempt.turn().number())
                        .filter(turn -> turn.attempts() == attempt.turn().attempts())
                        .isPresent())
                .map(attempt::on);
    }

    private void count(Judgement judgement, Attempt attempt) {
        var tenant = attempt.begun().id().tenant();
        backing.telemetry()
                .count(
                        Measure.GUARDRAIL_CHECKS,
                        tenant,
                        judgement.release().name(),
                        judgement.violations().stream()
                                .map(violation -> violation.type().name())
                                .findFirst()
                                .orElse("NONE"));
    }

    private Optional<Either<ConversationRefusal, Reply>> failed(Attempt given, Judgement judgement) {
        var attempt = given;
        for (var again = 0; again < EXAMINATIONS; again++) {
            var turn = attempt.turn();
            var violations = judgement.violations();
            if (!turn.hasAttemptsLeft() || turn.isRepeatedBy(violations)) {
                var flaws = flaws(attempt, judgement, Flaw.Resolution.ESCALATED);
                var news = outgoing.rejected(attempt, judgement, false);
                var called = person.call(
                        attempt.begun(),
                        turn.hasAttemptsLeft() ? "SAME_VIOLATION_REPEATED" : "MAX_GUARDRAIL_REGENERATIONS",
                        new Found(flaws, attempt.calls(), attempt.usage(), news));
                if (called.isRight() || !(called.getLeft() instanceof ConversationRefusal.ConversationChanged)) {
                    return Optional.of(called);
                }
            } else if (isNoted(attempt, judgement)) {
                return Optional.empty();
            }
            var standing = standingFor(attempt);
            if (standing.isEmpty()) {
                break;
            }
            attempt = standing.get();
        }
        return Optional.of(
                left(new ConversationRefusal.ConversationChanged(attempt.begun().id())));
    }

    private boolean isNoted(Attempt attempt, Judgement judgement) {
        var at = backing.now();
        return attempt.begun()
                .attemptFailed(judgement.violations(), attempt.usage())
                .flatMap(next -> backing.conversations()
                        .commit(
                                ConversationCommit.of(next)
                                        .flawed(flaws(attempt, judgement, Flaw.Resolution.REGENERATED))
                                        .calling(attempt.calls(), List.of())
                                        .telling(
                                                backing.telling(next, outgoing.rejected(attempt, judgement, true), at)),
                                at))
                .isRight();
    }

    private List<Flaw> flaws(Attempt attempt, Judgement judgement, Flaw.Resolution resolution) {
        var flaws = new ArrayList<Flaw>();
        for (Violation violation : judgement.violations()) {
            flaws.add(new Flaw(
                    backing.ids().next(),
                    attempt.begun().id(),
                    attempt.turn().number(),
                    attempt.turn().attempts(),
                    violation,
                    Writing.kept(judgement.text()),
                    Optional.of(resolution),
                    backing.now()));
        }
        return flaws;
    }

    /** Counted against the tenant's bounds once it has left: too many park automation. */
    static void countMessage(Backing backing, Conversation conversation) {
        backing.automation().count(conversation.id().tenant(), Signal.MESSAGE);
    }
}

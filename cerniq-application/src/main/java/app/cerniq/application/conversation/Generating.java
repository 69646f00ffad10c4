package app.cerniq.application.conversation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.ModelCall;
import app.cerniq.domain.conversation.Reading;
import app.cerniq.domain.conversation.Tone;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.domain.conversation.Turn;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.ports.conversation.ConversationCommit;
import app.cerniq.ports.conversation.ModelAnswer;
import app.cerniq.ports.conversation.ModelRequest;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/** Has a text written: asks the models, lets them use tools, and keeps what that cost. Holds no transaction meanwhile. */
final class Generating {

    /** Source: specification, section 6.2. */
    private static final int HISTORY = 20;

    private final Backing backing;
    private final Models models;
    private final UsingTools tools;

    Generating(Backing backing) {
        this.backing = backing;
        this.models = new Models(backing.models(), backing.breakers(), backing.clock());
        this.tools = new UsingTools(backing);
    }

    /**
     * Why there is no text.
     *
     * @param isUnavailable whether no model answered; otherwise somebody else changed the conversation
     */
    record NoText(Conversation standing, boolean isUnavailable) {}

    Either<NoText, Attempt> write(Conversation begun) {
        var standing = begun;
        for (var calls = 0; calls <= Turn.MOST_TOOL_CALLS; calls++) {
            var outcome = models.ask(request(standing));
            if (!(outcome instanceof Outcome.Done<ModelAnswer> done)) {
                return left(new NoText(standing, true));
            }
            var answer = done.value();
            var room = Turn.MOST_TOOL_CALLS - standing.turn().orElseThrow().toolCalls();
            if (answer.wants().isEmpty() || room == 0) {
                return right(attempt(standing, answer));
            }
            var used = tools.use(standing, answer.wants().stream().limit(room).toList());
            var kept = keep(standing, answer, used);
            if (kept.isLeft()) {
                return left(new NoText(standing, false));
            }
            standing = kept.get();
        }
        return left(new NoText(standing, true));
    }

    private Either<?, Conversation> keep(Conversation standing, ModelAnswer answer, List<ToolCall> used) {
        var at = backing.now();
        return standing.usedTools(used.size(), answer.usage())
                .flatMap(next -> backing.conversations()
                        .commit(
                                ConversationCommit.of(next)
                                        .calling(List.of(call(standing, answer, Optional.empty())), used)
                                        .telling(backing.telling(next, UsingTools.news(next.negotiation(), used), at)),
                                at));
    }

    /** A model that still wants tools when it may not have any more has written nothing. */
    private Attempt attempt(Conversation standing, ModelAnswer answer) {
        var text = answer.wants().isEmpty() ? answer.text() : "";
        var heard =
                new ModelAnswer(answer.model(), text, List.of(), answer.usage(), answer.confidence(), answer.took());
        return new Attempt(
                standing,
                backing.ids().next(),
                heard,
                call(standing, answer, Optional.of(Verdict.hash(Writing.clean(text)))),
                models.first().filter(answer.model()::equals).isEmpty());
    }

    private ModelCall call(Conversation standing, ModelAnswer answer, Optional<ContentHash> text) {
        var turn = standing.turn().orElseThrow();
        return new ModelCall(
                backing.ids().next(),
                standing.id(),
                turn.number(),
                turn.attempts(),
                Writing.cut(answer.model(), 100),
                answer.usage(),
                answer.took(),
                text,
                backing.now());
    }

    private ModelRequest request(Conversation standing) {
        var turn = standing.turn().orElseThrow();
        var after = Math.max(0, standing.tally().messages() - HISTORY);
        var history = backing.conversations().messages(standing.id(), after, HISTORY);
        return new ModelRequest(
                backing.deals().find(standing.negotiation()).orElseThrow(),
                standing.language(),
                tone(history),
                history,
                backing.conversations().slots(standing.id(), backing.now()),
                tools.allowed(standing.negotiation()),
                turn.toolCalls() == 0
                        ? List.of()
                        : backing.conversations().toolCalls(standing.id()).stream()
                                .filter(call -> call.turn() == turn.number())
                                .toList(),
                turn.feedback(),
                turn.attempts());
    }

    /** Source: specification, section 13. */
    private static Tone tone(List<Message> history) {
        var score = history.stream()
                .flatMap(message -> message.reading().stream())
                .map(Reading::score)
                .reduce((earlier, later) -> later)
                .orElse(0);
        if (score > 50) {
            return Tone.FRIENDLY;
        }
        return score < -30 ? Tone.EMPATHETIC : Tone.PROFESSIONAL;
    }
}

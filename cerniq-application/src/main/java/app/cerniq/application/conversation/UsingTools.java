package app.cerniq.application.conversation;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.runtime.event.AiEvent;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.conversation.ModelAnswer.ToolWish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The gate in front of tools: the state of the deal is asked before anything is called, and every call is kept. */
final class UsingTools {

    private static final int LONGEST = 10_000;

    private final Backing backing;

    UsingTools(Backing backing) {
        this.backing = backing;
    }

    /** What the state of a deal allows. */
    Set<Tool> allowed(NegotiationId deal) {
        var allowed = EnumSet.noneOf(Tool.class);
        for (var tool : Tool.values()) {
            if (may(deal, tool)) {
                allowed.add(tool);
            }
        }
        return allowed;
    }

    private boolean may(NegotiationId deal, Tool tool) {
        return backing.deals().mayUse(deal, tool).map(Decision::outcome).getOrElse(false);
    }

    /** Uses what a model wants, one after the other, as far as it may. */
    List<ToolCall> use(Conversation conversation, List<ToolWish> wishes) {
        var calls = new ArrayList<ToolCall>();
        for (var wish : wishes) {
            calls.add(use(conversation, wish));
        }
        return List.copyOf(calls);
    }

    private ToolCall use(Conversation conversation, ToolWish wish) {
        var name = Writing.cut(wish.tool().isBlank() ? "(none)" : Writing.clean(wish.tool()), 100);
        var input = Writing.cut(Writing.clean(wish.input()), LONGEST);
        var from = backing.now();
        var tool = Tool.parse(wish.tool());
        if (tool.isLeft()) {
            return call(conversation, name, input, tool.getLeft().describe(), refused("UNKNOWN_TOOL"), Duration.ZERO);
        }
        if (!may(conversation.negotiation(), tool.get())) {
            var why = "The state of the deal does not allow " + name + ".";
            return call(conversation, name, input, why, refused("STATE_VIOLATION"), Duration.ZERO);
        }
        var outcome = asked(conversation.negotiation(), tool.get(), input);
        var took = Duration.between(from, backing.now());
        return outcome instanceof Outcome.Done<String> done
                ? call(
                        conversation,
                        name,
                        input,
                        done.value(),
                        new Ending(ToolCall.Status.SUCCESS, Optional.empty()),
                        took)
                : failed(conversation, name, input, outcome, took);
    }

    private record Ending(ToolCall.Status status, Optional<String> code) {}

    private static Ending refused(String code) {
        return new Ending(ToolCall.Status.REFUSED, Optional.of(code));
    }

    private Outcome<String> asked(NegotiationId deal, Tool tool, String input) {
        try {
            return backing.tools().use(deal, tool, input);
        } catch (RuntimeException broken) {
            return new Outcome.Unknown<>(
                    Failure.of("TOOL_BROKE", broken.getClass().getSimpleName(), backing.now()));
        }
    }

    private ToolCall failed(
            Conversation conversation, String name, String input, Outcome<String> outcome, Duration took) {
        var failure = failure(outcome);
        var status = outcome instanceof Outcome.Unknown ? ToolCall.Status.TIMEOUT : ToolCall.Status.ERROR;
        return call(
                conversation,
                name,
                input,
                failure.message(),
                new Ending(status, Optional.of(failure.code().value())),
                took);
    }

    private static Failure failure(Outcome<String> outcome) {
        if (outcome instanceof Outcome.Refused<String> no) {
            return no.failure();
        }
        return outcome instanceof Outcome.Unavailable<String> none
                ? none.failure()
                : ((Outcome.Unknown<String>) outcome).failure();
    }

    private ToolCall call(
            Conversation conversation, String name, String input, String output, Ending ending, Duration took) {
        return new ToolCall(
                backing.ids().next(),
                conversation.id(),
                conversation.turn().orElseThrow().number(),
                name,
                input,
                Writing.cut(Writing.clean(output), LONGEST),
                ending.status(),
                ending.code(),
                0,
                backing.now(),
                took.isNegative() ? Duration.ZERO : took,
                0);
    }

    /** What is told of calls; names that are none of ours are not repeated. */
    static List<EventPayload> news(NegotiationId deal, List<ToolCall> calls) {
        var news = new ArrayList<EventPayload>();
        for (var call : calls) {
            UUID id = call.id();
            var tool = Tool.parse(call.tool()).map(Tool::word).getOrElse("unknown");
            news.add(new AiEvent.ToolCalled(id, deal, tool));
            news.add(new AiEvent.ToolCompleted(
                    id,
                    deal,
                    tool,
                    call.status() == ToolCall.Status.SUCCESS,
                    call.errorCode(),
                    call.took().toMillis()));
        }
        return news;
    }
}

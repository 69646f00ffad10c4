package app.cerniq.ports.conversation;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.runtime.failure.Outcome;

/** What models may use, as the host offers it. Asked only for tools that the state of the deal allows. Thread-safe. */
@FunctionalInterface
public interface ToolBox {

    /**
     * Uses a tool. Never called in a transaction. A tool with an effect goes through a desk of the engine, whose rules are
     * asked again.
     *
     * @param input what the model wrote, which may be anything
     */
    Outcome<String> use(NegotiationId deal, Tool tool, String input);
}

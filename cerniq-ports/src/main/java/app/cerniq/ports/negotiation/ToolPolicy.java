package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.shared.Decision;
import java.util.List;

/** Which tools an AI seller may use in which state. Thread-safe. */
public interface ToolPolicy {

    /** The answer, true where a rule allows the tool. */
    Decision<Boolean> decide(ToolQuestion question);

    /** The tools open in a state, in the order of their declaration. */
    List<Tool> allowedIn(NegotiationState state);
}

package app.cerniq.domain.guardrail;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** Every way in which an agent is kept from a tool. Nothing was done when one of these is returned. */
public sealed interface ToolRefusal extends Refusal {

    /** No tool is called that. */
    record UnknownTool(InvalidValue word) implements ToolRefusal {
        @Override
        public String sentence() {
            return "There is no such tool.";
        }

        @Override
        public String given() {
            return word.given();
        }

        @Override
        public String accepted() {
            return word.accepted();
        }
    }

    /** The tenant has no deal of that id. */
    record UnknownDeal(NegotiationId deal) implements ToolRefusal {
        @Override
        public String sentence() {
            return "This tenant has no such deal.";
        }

        @Override
        public String given() {
            return deal.value().toString();
        }

        @Override
        public String accepted() {
            return "the id of a deal of tenant " + deal.tenant();
        }
    }

    /** The rules open other tools in this state. */
    record NotInThisState(Tool tool, NegotiationState state, List<Tool> open) implements ToolRefusal {
        public NotInThisState {
            open = List.copyOf(open);
        }

        @Override
        public String sentence() {
            return "In " + state + " this tool is closed.";
        }

        @Override
        public String given() {
            return tool.word();
        }

        @Override
        public String accepted() {
            return open.isEmpty() ? "none" : open.stream().map(Tool::word).collect(Collectors.joining(", "));
        }
    }

    /** People have the deal, or the tenant's agents stand still. */
    record AgentIsOff(Tool tool, String because) implements ToolRefusal {
        @Override
        public String sentence() {
            return "No agent acts on this deal now: " + because + ".";
        }

        @Override
        public String given() {
            return tool.word();
        }

        @Override
        public String accepted() {
            return "the same by a person, or after a person let agents go on";
        }
    }

    /**
     * What the model wrote is not what the tool asks.
     *
     * @param faults every one that was found, each with its field and what is accepted
     */
    record MalformedArguments(Tool tool, String input, List<String> faults) implements ToolRefusal {

        private static final int SHOWN = 500;

        public MalformedArguments {
            faults = List.copyOf(faults);
        }

        @Override
        public String sentence() {
            return "The arguments of " + tool.word() + " are not understood.";
        }

        @Override
        public String given() {
            return input.length() > SHOWN ? input.substring(0, SHOWN) + "…" : input;
        }

        @Override
        public String accepted() {
            return String.join("; ", faults);
        }
    }

    /** What the tool would have done was refused by whoever is asked for it. */
    record Refused(Tool tool, String code, String sentence, String given, String accepted) implements ToolRefusal {

        /** As another part of the engine said it. */
        public static Refused by(Tool tool, Refusal refusal) {
            return new Refused(tool, refusal.code(), refusal.sentence(), refusal.given(), refusal.accepted());
        }
    }
}

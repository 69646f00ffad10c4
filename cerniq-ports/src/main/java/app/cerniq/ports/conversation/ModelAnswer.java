package app.cerniq.ports.conversation;

import app.cerniq.domain.conversation.Usage;
import app.cerniq.domain.shared.Percentage;
import java.time.Duration;
import java.util.List;

/**
 * What a model answered.
 *
 * @param model who answered
 * @param text what the customer should read; anything, also nothing
 * @param wants tools that it wants to use first; where there are any, the text does not count
 * @param confidence how sure it says it is
 */
public record ModelAnswer(
        String model, String text, List<ToolWish> wants, Usage usage, Percentage confidence, Duration took) {

    /**
     * A tool that a model wants to use.
     *
     * @param tool the name, which may be that of none
     * @param input as it wrote it
     */
    public record ToolWish(String tool, String input) {}

    public ModelAnswer {
        wants = List.copyOf(wants);
    }
}

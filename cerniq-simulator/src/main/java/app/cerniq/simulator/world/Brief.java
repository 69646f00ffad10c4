package app.cerniq.simulator.world;

import app.cerniq.application.negotiation.NegotiationCommand;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.DiscountQuote;
import app.cerniq.application.negotiation.NegotiationCommand.RemoveItem;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote;
import java.util.stream.Collectors;

/** A command in few words, for the trace. */
final class Brief {

    private Brief() {}

    static String of(NegotiationCommand command) {
        return command.getClass().getSimpleName() + details(command);
    }

    private static String details(NegotiationCommand command) {
        if (command instanceof Advance advance) {
            return " to " + advance.to();
        }
        if (command instanceof AddItem add) {
            return " " + add.quantity() + " " + add.sku() + " -" + add.discount();
        }
        if (command instanceof ChangeItem change) {
            return " " + change.sku()
                    + change.quantity().map(quantity -> " " + quantity).orElse("")
                    + change.discount().map(discount -> " -" + discount).orElse("");
        }
        if (command instanceof RemoveItem remove) {
            return " " + remove.sku();
        }
        if (command instanceof DiscountQuote discount) {
            return " -" + discount.discount();
        }
        if (command instanceof ReviseQuote revise) {
            return revise.items().stream()
                    .map(item -> item.quantity() + " " + item.sku() + " -" + item.discount())
                    .collect(Collectors.joining(", ", " ", ""));
        }
        return "";
    }
}

package app.cerniq.application.conversation.tool;

import app.cerniq.domain.guardrail.ToolRefusal;
import app.cerniq.domain.negotiation.Negotiation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Either;
import java.util.function.Supplier;

/** What one tool does. It reads its arguments first and gives the work that is left to do once all of them are sound. */
@FunctionalInterface
interface ToolWork {

    Supplier<Either<ToolRefusal, ObjectNode>> prepare(Negotiation deal, Arguments arguments);
}

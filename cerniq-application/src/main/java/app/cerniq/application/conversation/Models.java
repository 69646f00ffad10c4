package app.cerniq.application.conversation;

import app.cerniq.application.runtime.resilience.Breakers;
import app.cerniq.application.runtime.resilience.Fallback;
import app.cerniq.application.runtime.resilience.Partner;
import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.conversation.LanguageModel;
import app.cerniq.ports.conversation.ModelAnswer;
import app.cerniq.ports.conversation.ModelRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models in the order in which they are asked. The first one stands behind the breaker of language models; the others
 * are asked where it gives no answer, whatever the reason. One that throws has given none.
 */
final class Models {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);
    private static final String NOBODY = "AI_ALL_MODELS_UNAVAILABLE";

    private final List<LanguageModel> inOrder;
    private final Breakers breakers;
    private final Clock clock;

    Models(List<LanguageModel> inOrder, Breakers breakers, Clock clock) {
        this.inOrder = List.copyOf(inOrder);
        this.breakers = breakers;
        this.clock = clock;
    }

    /** The name of the one that is asked first; empty where there is none. */
    Optional<String> first() {
        return inOrder.stream().map(LanguageModel::name).findFirst();
    }

    Outcome<ModelAnswer> ask(ModelRequest request) {
        if (inOrder.isEmpty()) {
            return unavailable("No language model was chosen.");
        }
        var tenant = request.deal().id().tenant();
        var asked = new ArrayList<Function<ModelRequest, Outcome<ModelAnswer>>>();
        asked.add(question -> behindBreaker(tenant, question));
        inOrder.subList(1, inOrder.size()).forEach(model -> asked.add(question -> guarded(model, question)));
        return new Fallback<>(asked, failure -> new Outcome.Unavailable<>(failure)).ask(request);
    }

    private Outcome<ModelAnswer> behindBreaker(TenantId tenant, ModelRequest request) {
        return breakers.call(Partner.XAI, tenant, () -> guarded(inOrder.get(0), request));
    }

    private Outcome<ModelAnswer> guarded(LanguageModel model, ModelRequest request) {
        try {
            return model.ask(request);
        } catch (RuntimeException broken) {
            // Its kind alone: what a host's model throws may quote what the customer wrote.
            LOG.warn(
                    "language model {} broke: {}",
                    model.name(),
                    broken.getClass().getName());
            return new Outcome.Unknown<>(
                    Failure.of("AI_GENERATION_FAILED", broken.getClass().getSimpleName(), clock.instant()));
        }
    }

    private Outcome<ModelAnswer> unavailable(String why) {
        return new Outcome.Unavailable<>(Failure.of(NOBODY, why, clock.instant()));
    }
}

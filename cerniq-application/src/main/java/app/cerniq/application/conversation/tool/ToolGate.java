package app.cerniq.application.conversation.tool;

import static io.vavr.control.Either.left;

import app.cerniq.application.catalog.search.SearchDesk;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.application.runtime.safety.AutomationDesk;
import app.cerniq.application.runtime.saga.SagaDesk;
import app.cerniq.domain.guardrail.ToolRefusal;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.Actor;
import app.cerniq.ports.conversation.ToolBox;
import app.cerniq.ports.fiscal.TaxRegistry;
import app.cerniq.ports.negotiation.ToolPolicy;
import app.cerniq.ports.negotiation.ToolQuestion;
import app.cerniq.ports.shared.Storage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Either;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The first of the two gates: what an agent asks for is examined before anything comes of it. In this order: is there such a
 * tool, such a deal, may agents act on it at all, do the rules open the tool in its state, are the arguments what the tool
 * asks; and what has an effect goes through a desk of the engine, whose own rules are asked again. Thread-safe.
 */
public final class ToolGate {

    private final NegotiationDesk deals;
    private final ToolPolicy policy;
    private final AutomationDesk automation;
    private final Clock clock;
    private final Map<Tool, ToolWork> works = new EnumMap<>(Tool.class);

    /**
     * A gate for one agent.
     *
     * @param agent who acts; what is begun is begun in its name
     * @param registry the tax authority's register; empty where the host brought none
     */
    public ToolGate(
            Storage storage,
            ToolPolicy policy,
            NegotiationDesk deals,
            SearchDesk search,
            SagaDesk sagas,
            AutomationDesk automation,
            Optional<TaxRegistry> registry,
            Actor agent,
            Clock clock) {
        this.deals = deals;
        this.policy = policy;
        this.automation = automation;
        this.clock = clock;
        var goods = new GoodsTools(storage, search, clock);
        var prices = new PriceTools(deals, agent);
        var clients = new ClientTools(registry, clock);
        var documents = new DocumentTools(sagas, agent, clock);
        works.put(Tool.SEARCH_PRODUCTS, goods::find);
        works.put(Tool.GET_CATALOG, goods::browse);
        works.put(Tool.GET_PRODUCT_DETAILS, goods::details);
        works.put(Tool.CHECK_REALTIME_STOCK, goods::stock);
        works.put(Tool.CALCULATE_DISCOUNT, prices::preview);
        works.put(Tool.VALIDATE_CLIENT_DATA, clients::validate);
        works.put(Tool.CREATE_PROFORMA, documents::createProforma);
        works.put(Tool.TRACK_PROFORMA_STATUS, documents::trackProforma);
        works.put(Tool.RESEND_PROFORMA, (deal, arguments) -> DocumentTools.unbound(Tool.RESEND_PROFORMA));
        works.put(Tool.CONVERT_TO_INVOICE, documents::convertToInvoice);
        works.put(Tool.SEND_EINVOICE, documents::sendEInvoice);
        works.put(Tool.TRACK_PAYMENT, documents::trackPayment);
    }

    /**
     * Uses a tool by the name that a model gave it.
     *
     * @param input the arguments as the model wrote them: one JSON object; blank for none
     * @return what the tool gave, as one JSON object
     */
    public Either<ToolRefusal, String> use(NegotiationId deal, String word, String input) {
        return Tool.parse(word)
                .<ToolRefusal>mapLeft(ToolRefusal.UnknownTool::new)
                .flatMap(tool -> use(deal, tool, input));
    }

    /** The same for a tool that is one of ours. */
    public Either<ToolRefusal, String> use(NegotiationId id, Tool tool, String input) {
        var found = deals.find(id);
        if (found.isEmpty()) {
            return left(new ToolRefusal.UnknownDeal(id));
        }
        return acting(found.get(), tool)
                .flatMap(deal -> open(deal, tool))
                .flatMap(deal -> work(deal, tool, input))
                .map(ObjectNode::toString);
    }

    /** The same gate as conversations use it: what was refused is told to the model, with what would be accepted. */
    public ToolBox asToolBox() {
        return (deal, tool, input) -> use(deal, tool, input)
                .fold(
                        refusal ->
                                new Outcome.Refused<>(Failure.of(refusal.code(), refusal.describe(), clock.instant())),
                        Outcome.Done::new);
    }

    private Either<ToolRefusal, Negotiation> acting(Negotiation deal, Tool tool) {
        if (!deal.control().aiEnabled()) {
            return left(new ToolRefusal.AgentIsOff(tool, "people have it"));
        }
        return automation.parked(deal.id().tenant()).isPresent()
                ? left(new ToolRefusal.AgentIsOff(tool, "the tenant's agents stand still"))
                : Either.right(deal);
    }

    private Either<ToolRefusal, Negotiation> open(Negotiation deal, Tool tool) {
        var isOpen = policy.decide(new ToolQuestion(deal.state(), tool)).outcome();
        return isOpen
                ? Either.right(deal)
                : left(new ToolRefusal.NotInThisState(tool, deal.state(), policy.allowedIn(deal.state())));
    }

    private Either<ToolRefusal, ObjectNode> work(Negotiation deal, Tool tool, String input) {
        var read = Arguments.read(input);
        if (read.isLeft()) {
            return left(new ToolRefusal.MalformedArguments(tool, input, List.of(read.getLeft())));
        }
        var prepared = Objects.requireNonNull(works.get(tool), tool::word).prepare(deal, read.get());
        var faults = read.get().faults();
        return faults.isEmpty() ? prepared.get() : left(new ToolRefusal.MalformedArguments(tool, input, faults));
    }
}

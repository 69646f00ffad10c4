package app.cerniq.examples.bridge;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.memory.InMemoryStorage;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** A quote is put on the table, and a bus in another process hears of it. */
public final class BridgeExample {

    public static void main(String... arguments) throws IOException {
        run(System.out);
    }

    /** Starts a bus, sells something, forwards what happened, and prints what the bus got. */
    public static void run(PrintStream out) throws IOException {
        var bus = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bus.createContext("/events", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            out.println(exchange.getRequestHeaders().getFirst("cerniq-event-type") + " " + body);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        bus.start();
        try {
            sell(URI.create("http://localhost:" + bus.getAddress().getPort() + "/events"));
        } finally {
            bus.stop(0);
        }
    }

    private static void sell(URI bus) {
        var cerniq = Cerniq.builder()
                .storage(new InMemoryStorage()) // or PostgresStorage.on(dataSource)
                .policies(DroolsPolicies.standard())
                .bridge(new HttpBridge(bus, EnumSet.allOf(EventType.class)))
                .build();
        var tenant = new TenantId(UUID.randomUUID());
        cerniq.tenants().setUp(tenant, "My company");
        cerniq.offerings().putOnSale(tenant, List.of(Goods.UREA));
        var agent = new Actor.AiAgent(UUID.randomUUID(), "AI seller");
        var desk = cerniq.negotiations();
        var lead = new LeadId(UUID.randomUUID());
        var deal = desk.open(tenant, agent, "message-1", OpenNegotiation.with(lead, Goods.COMPANY))
                .get();
        var item = new AddItem(Goods.UREA.sku(), Quantity.of("12.5", Goods.UREA.unit()), Percentage.of("5"));
        desk.addItem(Ask.by(agent, deal.negotiation(), 1, "message-2"), item).get();
        var offer = Advance.to(NegotiationState.PROPOSAL, TransitionTrigger.AI_DECISION, "a quote is ready");
        desk.advance(Ask.by(agent, deal.negotiation(), 2, "message-3"), offer).get();
        cerniq.events().dispatcher().runOnce();
    }

    private BridgeExample() {}
}

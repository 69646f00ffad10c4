package app.cerniq.examples.quickstart;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.memory.InMemoryStorage;
import java.util.List;
import java.util.UUID;

/** An AI seller quotes, goes too far, and is told what would be accepted. */
public final class QuickStart {

    public static void main(String[] args) {
        var cerniq = Cerniq.builder()
                .storage(new InMemoryStorage()) // or PostgresStorage.on(dataSource)
                .policies(DroolsPolicies.standard())
                .build();
        var tenant = new TenantId(UUID.randomUUID());
        cerniq.tenants().setUp(tenant, "My company");
        cerniq.offerings().putOnSale(tenant, List.of(Goods.UREA)); // 2,400 lei a tonne, floor 2,000

        var agent = new Actor.AiAgent(UUID.randomUUID(), "AI seller");
        var lead = new LeadId(UUID.randomUUID());
        var desk = cerniq.negotiations();
        var deal = desk.open(tenant, agent, "message-1", OpenNegotiation.with(lead, Goods.COMPANY))
                .get();

        var tooMuch = new AddItem(Goods.UREA.sku(), Quantity.of("12.5", Goods.UREA.unit()), Percentage.of("20"));
        var refused = desk.addItem(Ask.by(agent, deal.negotiation(), 1, "message-2"), tooMuch);
        System.out.println(refused.getLeft().describe());

        var fair = new AddItem(Goods.UREA.sku(), Quantity.of("12.5", Goods.UREA.unit()), Percentage.of("5"));
        desk.addItem(Ask.by(agent, deal.negotiation(), 1, "message-3"), fair);
        var jump = Advance.to(NegotiationState.CLOSING, TransitionTrigger.AI_DECISION, "the customer sounds happy");
        System.out.println(desk.advance(Ask.by(agent, deal.negotiation(), 2, "message-4"), jump)
                .getLeft()
                .describe());
        System.out.println(desk.find(deal.negotiation())
                .orElseThrow()
                .bargain()
                .quote()
                .orElseThrow()
                .totals());
    }

    private QuickStart() {}
}

package app.cerniq.examples.demo;

import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.NegotiationId;
import java.util.List;

/** The four deals of the demo. */
final class Story {

    private final Stage stage;
    private final Basket basket;

    Story(Stage stage, Basket basket) {
        this.stage = stage;
        this.basket = basket;
    }

    /** Plays all four, with three customers; the first one comes back. */
    List<NegotiationId> play(List<ClientData> customers) {
        var first = customers.get(0);
        var second = customers.get(1);
        var third = customers.get(2);
        title("1. Won with a manager's discount", first);
        var won = new WonDeal(stage, basket).play(first);
        title("2. Lost, then resurrected", second);
        var lost = new LostDeal(stage, basket).play(second);
        title("3. Taken over by a human", third);
        var takenOver = new TakenOverDeal(stage, basket).play(third);
        title("4. Too late for the last goods", first);
        var rival = new RivalDeal(stage, basket).play(first);
        return List.of(won, lost, takenOver, rival);
    }

    private void title(String words, ClientData customer) {
        stage.timeline().title(words + ": " + customer.name().orElse("a customer"));
    }
}

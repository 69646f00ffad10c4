package app.cerniq.examples.demo;

import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;

import app.cerniq.application.negotiation.NegotiationCommand.SubstituteItem;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Percentage;

/** A deal that comes too late for the last goods, and takes others. */
final class RivalDeal {

    private final Stage stage;
    private final Basket basket;
    private final Cast cast;

    RivalDeal(Stage stage, Basket basket) {
        this.stage = stage;
        this.basket = basket;
        this.cast = stage.cast();
    }

    NegotiationId play(ClientData customer) {
        var scene = stage.open(customer);
        var goods = basket.third();
        var instead = basket.second();
        stage.adds(scene, goods, basket.some(goods), Percentage.ZERO);
        scene.moves(cast.agent(), PROPOSAL, "a proposal for the same goods");
        stage.cannotHold(scene, cast.agent());
        scene.does(
                cast.agent(),
                "offers " + basket.some(instead) + " of " + instead.sku() + " instead",
                (desk, ask) -> desk.substituteItem(
                        ask, new SubstituteItem(goods.sku(), instead.sku(), basket.some(instead), Percentage.ZERO)));
        stage.holds(scene, cast.agent());
        return scene.id();
    }
}

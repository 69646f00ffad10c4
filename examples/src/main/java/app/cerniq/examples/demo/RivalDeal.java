package app.cerniq.examples.demo;

import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;

import app.cerniq.application.negotiation.NegotiationCommand.SubstituteItem;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;

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
        stage.adds(scene, goods, basket.few(goods), Percentage.ZERO);
        scene.moves(cast.agent(), PROPOSAL, "a proposal for the same goods");
        stage.cannotHold(scene, cast.agent());
        basket.substitute()
                .ifPresentOrElse(
                        other -> takes(scene, other, basket.few(goods)),
                        () -> takes(scene, basket.second(), basket.some(basket.second())));
        stage.holds(scene, cast.agent());
        return scene.id();
    }

    private void takes(Scene scene, PricedOffering other, Quantity quantity) {
        var instead = new SubstituteItem(basket.third().sku(), other.sku(), quantity, Percentage.ZERO);
        scene.does(
                cast.agent(),
                "offers " + quantity + " of " + other.sku() + " instead",
                (desk, ask) -> desk.substituteItem(ask, instead));
    }
}

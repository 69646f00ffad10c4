package app.cerniq.examples.demo;

import static app.cerniq.domain.negotiation.NegotiationState.DEAD;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;

import app.cerniq.application.negotiation.NegotiationCommand.Resurrect;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.Percentage;
import java.time.Duration;

/** A deal that dies of silence, whose goods are free again by themselves, and that comes back. */
final class LostDeal {

    private final Stage stage;
    private final Basket basket;
    private final Cast cast;

    LostDeal(Stage stage, Basket basket) {
        this.stage = stage;
        this.basket = basket;
        this.cast = stage.cast();
    }

    NegotiationId play(ClientData customer) {
        var scene = stage.open(customer);
        var goods = basket.second();
        stage.adds(scene, goods, basket.some(goods), Percentage.of("8"));
        scene.moves(cast.agent(), PROPOSAL, "a proposal for the season");
        stage.confirms(scene, cast.agent());
        stage.holds(scene, cast.agent());
        scene.moves(cast.agent(), NEGOTIATION, "terms are discussed");
        stage.closes(scene, cast.agent());
        stage.sendsProforma(scene, cast.agent());
        stage.timeline().note("All others together can now have " + stage.available(goods) + ".");
        scene.cannotMove(cast.system(), DEAD);
        stage.timeline().note("… eight days of silence …");
        stage.nextMorning(Duration.ofDays(8));
        stage.timeline()
                .note("The seven days are over, so others can have " + stage.available(goods)
                        + " again, although nobody has swept up.");
        stage.sweeps();
        scene.moves(cast.system(), DEAD, "the proforma expired");
        stage.timeline().note("… three weeks later the customer writes again …");
        stage.nextMorning(Duration.ofDays(21));
        scene.cannotMove(cast.agent(), PROPOSAL);
        scene.does(
                cast.rep(),
                "resurrects the deal",
                (desk, ask) ->
                        desk.resurrect(ask, new Resurrect(TransitionTrigger.USER_ACTION, "the customer is back")));
        stage.adds(scene, basket.third(), basket.some(basket.third()), Percentage.ZERO);
        scene.moves(cast.agent(), PROPOSAL, "a new proposal at the prices of today");
        stage.confirms(scene, cast.agent());
        scene.moves(cast.agent(), NEGOTIATION, "terms are discussed again");
        stage.closes(scene, cast.agent());
        stage.invoiced(scene, cast.agent());
        stage.paid(scene);
        return scene.id();
    }
}

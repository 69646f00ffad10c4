package app.cerniq.examples.demo;

import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;

import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.HandBack;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.ReleaseStock;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Percentage;
import java.util.Optional;

/** A deal that a human takes over, who wants more than there is and takes what there is. */
final class TakenOverDeal {

    private final Stage stage;
    private final Basket basket;
    private final Cast cast;

    TakenOverDeal(Stage stage, Basket basket) {
        this.stage = stage;
        this.basket = basket;
        this.cast = stage.cast();
    }

    NegotiationId play(ClientData customer) {
        var scene = stage.open(customer);
        var goods = basket.third();
        stage.adds(scene, goods, basket.some(goods), Basket.FREE);
        scene.moves(cast.agent(), PROPOSAL, "a proposal for a new customer");
        stage.holds(scene, cast.agent());
        scene.does(
                cast.agent(),
                "hands over: the customer wants a person",
                (desk, ask) -> desk.handOver(ask, new HandOver(cast.repId(), "the customer asked for a person")));
        scene.cannotMove(cast.agent(), DISCOVERY);
        scene.fails(
                cast.agent(),
                "tries to change the quote",
                (desk, ask) -> desk.changeItem(
                        ask, new ChangeItem(goods.sku(), Optional.empty(), Optional.of(Percentage.of("1")))));
        takesWhatThereIs(scene);
        stage.confirms(scene, cast.rep());
        scene.moves(cast.rep(), NEGOTIATION, "terms agreed by phone");
        scene.does(
                cast.rep(),
                "hands back to the agent",
                (desk, ask) -> desk.handBack(ask, new HandBack("only paper work is left")));
        stage.closes(scene, cast.agent());
        stage.sendsProforma(scene, cast.agent());
        return scene.id();
    }

    private void takesWhatThereIs(Scene scene) {
        var goods = basket.third();
        var raise = new ChangeItem(goods.sku(), Optional.of(basket.tooMuch(goods)), Optional.empty());
        scene.fails(
                cast.rep(),
                "tries to raise the quantity to " + basket.tooMuch(goods),
                (desk, ask) -> desk.changeItem(ask, raise));
        scene.does(
                cast.rep(),
                "gives the goods back for the moment",
                (desk, ask) -> desk.releaseStock(ask, new ReleaseStock("the customer wants another quantity")));
        scene.does(
                cast.rep(),
                "quotes " + basket.tooMuch(goods) + ": nothing is held, nothing is promised",
                (desk, ask) -> desk.changeItem(ask, raise));
        scene.does(
                cast.rep(),
                "cuts the quote to what is there, and has it held",
                (desk, ask) ->
                        desk.reserveStock(ask, new ReserveStock(scene.quote(), ReserveStock.OnShortage.CUT_QUOTE)));
    }
}

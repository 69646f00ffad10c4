package app.cerniq.examples.demo;

import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;

import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.MakeOffer;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Rounding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A large order from two places, won with a discount that a manager had to grant. */
final class WonDeal {

    private static final Percentage GRANTED = Percentage.of("18");
    private static final String LESS = "0.7";

    private final Stage stage;
    private final Basket basket;
    private final Cast cast;

    WonDeal(Stage stage, Basket basket) {
        this.stage = stage;
        this.basket = basket;
        this.cast = stage.cast();
    }

    NegotiationId play(ClientData customer) {
        var scene = stage.open(customer);
        var goods = basket.first();
        var extra = basket.second();
        stage.adds(scene, goods, basket.most(goods), Percentage.ZERO);
        scene.moves(cast.agent(), PROPOSAL, "the search found what the customer needs");
        scene.cannotMove(cast.agent(), CLOSING);
        scene.cannotMove(cast.agent(), NEGOTIATION);
        stage.confirms(scene, cast.agent());
        stage.holds(scene, cast.agent());
        scene.moves(cast.agent(), NEGOTIATION, "the customer asks about the price");
        stage.adds(scene, extra, basket.some(extra), Percentage.of("5"));
        var less = basket.share(goods, LESS);
        scene.does(
                cast.agent(),
                "changes " + goods.sku() + " to " + less,
                (desk, ask) -> desk.changeItem(ask, new ChangeItem(goods.sku(), Optional.of(less), Optional.empty())));
        customerOffers(scene, goods);
        scene.fails(
                cast.agent(),
                "tries to give 45 % away",
                (desk, ask) -> desk.changeItem(
                        ask, new ChangeItem(goods.sku(), Optional.empty(), Optional.of(Percentage.of("45")))));
        scene.fails(
                cast.agent(),
                "tries to give " + Basket.ASKED + " without asking",
                (desk, ask) ->
                        desk.changeItem(ask, new ChangeItem(goods.sku(), Optional.empty(), Optional.of(Basket.ASKED))));
        grantedDiscount(scene, goods);
        stage.confirms(scene, cast.agent());
        stage.closes(scene, cast.agent());
        stage.invoiced(scene, cast.agent());
        stage.paid(scene);
        return scene.id();
    }

    private void customerOffers(Scene scene, PricedOffering goods) {
        var wish = goods.listPrice().less(Percentage.of("25"), Rounding.HALF_UP);
        scene.does(
                cast.agent(),
                "customer offers " + Timeline.amount(wish) + " per "
                        + goods.unit().symbol(),
                (desk, ask) -> desk.makeOffer(
                        ask,
                        new MakeOffer(
                                CounterOffer.Side.CUSTOMER,
                                scene.quote(),
                                List.of(new CounterOffer.Term(goods.sku(), wish, Optional.empty())),
                                "the customer's message")));
    }

    private void grantedDiscount(Scene scene, PricedOffering goods) {
        var receipt = scene.does(
                cast.agent(),
                "asks for " + Basket.ASKED + " on " + goods.sku(),
                (desk, ask) -> desk.requestDiscount(
                        ask,
                        new RequestDiscount(
                                List.of(new RequestDiscount.Wanted(goods.sku(), Basket.ASKED)),
                                "large order, first season")));
        var request = receipt.waiting().orElseThrow();
        var grant = new GrantDiscount(request, Optional.of(GRANTED), "not more than " + GRANTED);
        scene.fails(cast.rep(), "tries to grant it", (desk, ask) -> desk.grantDiscount(ask, grant));
        scene.later(Duration.ofMinutes(20));
        scene.does(cast.manager(), "grants " + GRANTED, (desk, ask) -> desk.grantDiscount(ask, grant));
    }
}

package app.cerniq.simulator;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.OpenMove;
import app.cerniq.domain.negotiation.TransitionPermit;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MovePolicy;
import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.ports.negotiation.MoveVerdict;
import app.cerniq.ports.pricing.DiscountPolicy;
import app.cerniq.ports.shared.Policies;
import io.vavr.control.Either;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The policies of a pack, with one of them replaced by somebody who is not careful. */
final class LaxPolicies {

    private LaxPolicies() {}

    /** Whether a move is waved through that the rules may not permit. */
    interface Waving {
        boolean isFine(Negotiation deal, NegotiationState to, Actor actor);
    }

    static Policies moving(Policies careful, Waving waving) {
        return replacing(careful, "moves", new MovePolicy() {
            @Override
            public Decision<MoveVerdict> decide(MoveQuestion question) {
                return careful.moves().decide(question);
            }

            @Override
            public Either<NegotiationRefusal, TransitionPermit> permit(
                    Negotiation deal, NegotiationState to, Actor actor, Instant at, Set<MoveCondition> brought) {
                return waving.isFine(deal, to, actor)
                        ? Either.right(TransitionPermit.issue(deal, to, actor, decision("PERMITTED")))
                        : careful.moves().permit(deal, to, actor, at, brought);
            }

            @Override
            public List<OpenMove> availableMoves(Negotiation deal, Actor actor, Instant at) {
                return careful.moves().availableMoves(deal, actor, at);
            }

            @Override
            public MoveMap moves() {
                return careful.moves().moves();
            }
        });
    }

    static Policies discounting(Policies careful, DiscountTier always) {
        return discounting(careful, question -> decision(always));
    }

    static Policies discounting(Policies careful, DiscountPolicy discounts) {
        return replacing(careful, "discounts", discounts);
    }

    /** All others stay, those that a later release adds too. */
    private static Policies replacing(Policies careful, String name, Object policy) {
        return (Policies) Proxy.newProxyInstance(
                Policies.class.getClassLoader(),
                new Class<?>[] {Policies.class},
                (self, method, arguments) ->
                        method.getName().equals(name) ? policy : method.invoke(careful, arguments));
    }

    private record Nothing() {}

    static <T> Decision<T> decision(T outcome) {
        return new Decision<>(
                outcome,
                List.of("nobody looked."),
                List.of(new RuleName("LAX-1 everything is fine")),
                new Nothing(),
                new PackVersion("lax"));
    }
}

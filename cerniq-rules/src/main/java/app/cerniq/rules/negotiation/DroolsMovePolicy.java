package app.cerniq.rules.negotiation;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.OpenMove;
import app.cerniq.domain.negotiation.TransitionPermit;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MovePolicy;
import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.ports.negotiation.MoveVerdict;
import app.cerniq.rules.engine.BuiltInPack;
import app.cerniq.rules.engine.RuleBook;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of {@code moves.drl}. */
public final class DroolsMovePolicy implements MovePolicy {

    /** Where the rules stand. */
    public static final String RULES = "app.cerniq.rules.negotiation.moves";

    private final RuleBook<MoveQuestion, MoveVerdict> book;

    /** Asked for at first use; two threads that both do so get equal maps. */
    private volatile @Nullable MoveMap moves;

    /** The policy of a built-in pack; throws {@link IllegalStateException} if the pack is damaged. */
    public DroolsMovePolicy(BuiltInPack pack) {
        this.book = pack.book(RULES, MoveFindings::new);
    }

    @Override
    public Decision<MoveVerdict> decide(MoveQuestion question) {
        return book.decide(question);
    }

    @Override
    public Either<NegotiationRefusal, TransitionPermit> permit(
            Negotiation negotiation, NegotiationState to, Actor actor, Instant at, Set<MoveCondition> brought) {
        var met = EnumSet.noneOf(MoveCondition.class);
        met.addAll(negotiation.conditionsAt(at));
        met.addAll(brought);
        var decision = decide(question(negotiation, to, actor, met));
        if (decision.outcome() == MoveVerdict.PERMITTED) {
            return Either.right(TransitionPermit.issue(negotiation, to, actor, decision));
        }
        if (decision.outcome() == MoveVerdict.FORBIDDEN) {
            return Either.left(new NegotiationRefusal.AgentOverruled(actor.label(), sentences(decision)));
        }
        return Either.left(
                new NegotiationRefusal.IllegalMove(negotiation.state(), to, openMoves(negotiation, actor, met)));
    }

    @Override
    public List<OpenMove> availableMoves(Negotiation negotiation, Actor actor, Instant at) {
        return openMoves(negotiation, actor, negotiation.conditionsAt(at));
    }

    private List<OpenMove> openMoves(Negotiation negotiation, Actor actor, Set<MoveCondition> met) {
        return moves().from(negotiation.state()).stream()
                .map(move -> open(move, met, decide(question(negotiation, move.to(), actor, met))))
                .toList();
    }

    @Override
    public MoveMap moves() {
        var known = moves;
        if (known == null) {
            known = new Cartographer(this).draw();
            moves = known;
        }
        return known;
    }

    private static OpenMove open(MoveMap.Move move, Set<MoveCondition> met, Decision<MoveVerdict> decision) {
        var missing = Stream.of(MoveCondition.values())
                .filter(condition -> move.conditions().contains(condition) && !met.contains(condition))
                .toList();
        return new OpenMove(move.to(), missing, decision.outcome() == MoveVerdict.FORBIDDEN ? sentences(decision) : "");
    }

    private static MoveQuestion question(
            Negotiation negotiation, NegotiationState to, Actor actor, Set<MoveCondition> met) {
        return MoveQuestion.of(negotiation.state(), to, actor.kind(), negotiation.isHumanControlled(), met);
    }

    private static String sentences(Decision<MoveVerdict> decision) {
        return String.join(" ", decision.reasons());
    }
}

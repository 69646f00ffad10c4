package app.cerniq.simulator.invariant;

import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.simulator.world.World;
import java.util.List;

/** The invariants of the design that speak of what there is today. */
public final class Invariants {

    private Invariants() {}

    /**
     * All of them, for one world.
     *
     * @param legal the moves that are legal, whatever the policies under test say
     */
    public static List<Invariant> all(World world, MoveMap legal) {
        return List.of(
                new HistoryStays(),
                new NothingPromisedTwice(world),
                new HeldAsQuoted(world),
                new OnlyLegalMoves(legal),
                new NoUnapprovedPrice(world),
                new NoWordAfterTakeover(),
                new ParkedStandsStill(),
                new OneEffectPerKey(world),
                new EveryEventArrives(world),
                new TimersFireOnce(),
                new OneLiveDocument(),
                new SagasEnd(),
                new NoStrangersRow(),
                new SumsAgree());
    }
}

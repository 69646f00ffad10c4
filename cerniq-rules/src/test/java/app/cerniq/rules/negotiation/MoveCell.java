package app.cerniq.rules.negotiation;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.ports.negotiation.MoveQuestion;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One cell of everything that can ever be asked about a move. */
record MoveCell(
        NegotiationState from, NegotiationState to, ActorKind actor, boolean humanControlled, Set<MoveCondition> met) {

    private static final List<MoveCondition> CONDITIONS = List.of(MoveCondition.values());

    private static final List<Set<MoveCondition>> COMBINATIONS = IntStream.range(0, 1 << CONDITIONS.size())
            .mapToObj(MoveCell::combination)
            .toList();

    /** 8 states, 8 states, 3 kinds of actor, held by a human or not, every combination of conditions. */
    static Stream<MoveCell> all() {
        return Stream.of(NegotiationState.values())
                .flatMap(from -> Stream.of(NegotiationState.values())
                        .flatMap(to -> Stream.of(ActorKind.values())
                                .flatMap(actor -> Stream.of(true, false)
                                        .flatMap(human -> COMBINATIONS.stream()
                                                .map(met -> new MoveCell(from, to, actor, human, met))))));
    }

    private static Set<MoveCondition> combination(int number) {
        var met = EnumSet.noneOf(MoveCondition.class);
        for (var i = 0; i < CONDITIONS.size(); i++) {
            if ((number & (1 << i)) != 0) {
                met.add(CONDITIONS.get(i));
            }
        }
        return met;
    }

    /** The same cell with one condition more, for each that is not met. */
    Stream<MoveCell> better() {
        return CONDITIONS.stream().filter(condition -> !met.contains(condition)).map(this::with);
    }

    private MoveCell with(MoveCondition condition) {
        var more = EnumSet.of(condition);
        more.addAll(met);
        return new MoveCell(from, to, actor, humanControlled, more);
    }

    boolean isOverruled() {
        return humanControlled && actor == ActorKind.AI_AGENT;
    }

    MoveQuestion question() {
        return MoveQuestion.of(from, to, actor, humanControlled, met);
    }
}

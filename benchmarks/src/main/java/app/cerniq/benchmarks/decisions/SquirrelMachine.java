package app.cerniq.benchmarks.decisions;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.negotiation.MoveQuestion;
import org.squirrelframework.foundation.fsm.AnonymousCondition;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/** Squirrel: a new machine per decision, in the state of the deal, as its makers recommend; the event is the target. */
final class SquirrelMachine implements MoveMachine {

    private final StateMachineBuilder<Deal, NegotiationState, NegotiationState, MoveQuestion> builder;

    SquirrelMachine() {
        builder = StateMachineBuilderFactory.create(
                Deal.class, NegotiationState.class, NegotiationState.class, MoveQuestion.class);
        for (var row : MoveTable.ROWS) {
            builder.externalTransition()
                    .from(row.from())
                    .to(row.to())
                    .on(row.to())
                    .when(new When(row));
        }
    }

    @Override
    public boolean permits(MoveQuestion question) {
        var deal = builder.newStateMachine(question.from());
        deal.fire(question.to(), question);
        return question.from() != question.to() && deal.getCurrentState() == question.to();
    }

    /** One deal; the library wants a public class of it. */
    public static class Deal extends AbstractStateMachine<Deal, NegotiationState, NegotiationState, MoveQuestion> {}

    private static final class When extends AnonymousCondition<MoveQuestion> {

        private final MoveTable.Row row;

        When(MoveTable.Row row) {
            this.row = row;
        }

        @Override
        public boolean isSatisfied(MoveQuestion question) {
            return row.condition().test(question);
        }
    }
}

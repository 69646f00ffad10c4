package app.cerniq.benchmarks.decisions;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.negotiation.MoveQuestion;
import com.alibaba.cola.statemachine.StateMachine;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import java.util.UUID;

/** COLA: one machine without state of its own for all deals; the event of a move is its target. */
final class ColaMachine implements MoveMachine {

    private final StateMachine<NegotiationState, NegotiationState, MoveQuestion> machine;

    ColaMachine() {
        var builder = StateMachineBuilderFactory.<NegotiationState, NegotiationState, MoveQuestion>create();
        for (var row : MoveTable.ROWS) {
            builder.externalTransition()
                    .from(row.from())
                    .to(row.to())
                    .on(row.to())
                    .when(row.condition()::test)
                    .perform((from, to, event, question) -> {});
        }
        // Machines are registered in a static map and must not meet there.
        this.machine = builder.build(UUID.randomUUID().toString());
    }

    @Override
    public boolean permits(MoveQuestion question) {
        // A machine that does not move answers with the state it was asked about.
        return question.from() != question.to()
                && machine.fireEvent(question.from(), question.to(), question) == question.to();
    }
}

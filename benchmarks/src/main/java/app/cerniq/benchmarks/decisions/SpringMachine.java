package app.cerniq.benchmarks.decisions;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.negotiation.MoveQuestion;
import java.util.EnumSet;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineContext;
import org.springframework.statemachine.StateMachinePersist;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.persist.DefaultStateMachinePersister;
import org.springframework.statemachine.persist.StateMachinePersister;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/**
 * Spring Statemachine: its own persister puts a machine into the state of the deal, which is then sent the event; the
 * event of a move is its target.
 * A fresh machine per decision is what a host with many deals does, one machine that is reset over and over is the fastest
 * way there is.
 */
final class SpringMachine implements MoveMachine {

    private static final String QUESTION = "question";

    private final StateMachineFactory<NegotiationState, NegotiationState> factory;
    private final StateMachine<NegotiationState, NegotiationState> kept;
    private final StateMachinePersister<NegotiationState, NegotiationState, NegotiationState> persister =
            new DefaultStateMachinePersister<>(new StateAlone());
    private final boolean fresh;

    private SpringMachine(boolean fresh) {
        this.factory = factory();
        this.kept = factory.getStateMachine();
        this.fresh = fresh;
    }

    /** A new machine out of the factory for each decision. */
    static SpringMachine fresh() {
        return new SpringMachine(true);
    }

    /** One machine for all decisions. */
    static SpringMachine kept() {
        return new SpringMachine(false);
    }

    private static StateMachineFactory<NegotiationState, NegotiationState> factory() {
        try {
            var builder = StateMachineBuilder.<NegotiationState, NegotiationState>builder();
            builder.configureConfiguration().withConfiguration().autoStartup(false);
            builder.configureStates()
                    .withStates()
                    .initial(NegotiationState.DISCOVERY)
                    .states(EnumSet.allOf(NegotiationState.class));
            for (var row : MoveTable.ROWS) {
                builder.configureTransitions()
                        .withExternal()
                        .source(row.from())
                        .target(row.to())
                        .event(row.to())
                        .guard(context -> context.getMessageHeader(QUESTION) instanceof MoveQuestion question
                                && row.condition().test(question));
            }
            return builder.createFactory();
            // The builder's methods declare nothing narrower.
        } catch (Exception broken) {
            throw new IllegalStateException("Spring Statemachine cannot be configured.", broken);
        }
    }

    @Override
    public boolean permits(MoveQuestion question) {
        var machine = restored(fresh ? factory.getStateMachine() : kept, question.from());
        var event = MessageBuilder.withPayload(question.to())
                .setHeader(QUESTION, question)
                .build();
        machine.sendEvent(Mono.just(event)).blockLast();
        return question.from() != question.to() && machine.getState().getId() == question.to();
    }

    private StateMachine<NegotiationState, NegotiationState> restored(
            StateMachine<NegotiationState, NegotiationState> machine, NegotiationState state) {
        try {
            return persister.restore(machine, state);
            // The persister declares nothing narrower.
        } catch (Exception broken) {
            throw new IllegalStateException("Spring Statemachine cannot be restored to " + state + ".", broken);
        }
    }

    /** What is restored is the state of the deal and nothing else; nothing is kept. */
    private static final class StateAlone
            implements StateMachinePersist<NegotiationState, NegotiationState, NegotiationState> {

        @Override
        public void write(StateMachineContext<NegotiationState, NegotiationState> context, NegotiationState state) {}

        @Override
        public StateMachineContext<NegotiationState, NegotiationState> read(NegotiationState state) {
            return new DefaultStateMachineContext<>(state, null, null, null);
        }
    }
}

package app.cerniq.benchmarks.decisions;

import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.negotiation.MovePolicy;
import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.ports.negotiation.MoveVerdict;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.rules.engine.BareSession;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * May this deal make this move? The library and its peers, all asked the same round of questions; at set-up each proves
 * over the whole input space that it answers as the rules do. The library's answer carries the rule, the reason, the
 * facts and the version of the rules; no peer's does.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
public class MoveDecisions {

    /** The real policies of the library. */
    @Benchmark
    public Decision<MoveVerdict> library(Rules rules, Turn turn) {
        return rules.moves.decide(turn.next(rules));
    }

    /** The real policies of the library, asked by two threads at once. */
    @Benchmark
    @Threads(2)
    public Decision<MoveVerdict> libraryOnTwoThreads(Rules rules, Turn turn) {
        return rules.moves.decide(turn.next(rules));
    }

    /** One reused Drools session over the same rules, with nothing around it. */
    @Benchmark
    public MoveVerdict bareDrools(Rules rules, Turn turn, Bare bare) {
        return bare.session.decide(turn.next(rules));
    }

    /** Spring Statemachine, a new machine per decision. */
    @Benchmark
    public boolean springFresh(Rules rules, Turn turn, SpringFresh peer) {
        return peer.machine.permits(turn.next(rules));
    }

    /** Spring Statemachine, one machine that is reset. */
    @Benchmark
    public boolean springKept(Rules rules, Turn turn, SpringKept peer) {
        return peer.machine.permits(turn.next(rules));
    }

    /** Easy Rules. */
    @Benchmark
    public boolean easyRules(Rules rules, Turn turn, Easy peer) {
        return peer.machine.permits(turn.next(rules));
    }

    /** Squirrel, a new machine per decision. */
    @Benchmark
    public boolean squirrel(Rules rules, Turn turn, Squirrel peer) {
        return peer.machine.permits(turn.next(rules));
    }

    /** COLA. */
    @Benchmark
    public boolean cola(Rules rules, Turn turn, Cola peer) {
        return peer.machine.permits(turn.next(rules));
    }

    /** A table in memory. */
    @Benchmark
    public boolean enumMap(Rules rules, Turn turn, Floor peer) {
        return peer.machine.permits(turn.next(rules));
    }

    /** The rules in force and the round of questions. */
    @State(Scope.Benchmark)
    public static class Rules {

        private final MovePolicy moves = DroolsPolicies.standard().moves();
        private final MoveQuestion[] round = Cells.round(moves);
    }

    /** Whose turn it is in the round. */
    @State(Scope.Thread)
    public static class Turn {

        private int next;

        MoveQuestion next(Rules rules) {
            var question = rules.round[next];
            next = next + 1 == rules.round.length ? 0 : next + 1;
            return question;
        }
    }

    /** The bare session. */
    @State(Scope.Thread)
    public static class Bare {

        private final BareSession session = new BareSession();

        /** Held against the rules. */
        @Setup
        public void agree(Rules rules) {
            Cells.mustAgree(rules.moves, question -> session.decide(question) == MoveVerdict.PERMITTED);
        }
    }

    /** A peer, held against the rules before it is measured. */
    @State(Scope.Thread)
    public abstract static class Peer {

        final MoveMachine machine;

        Peer(MoveMachine machine) {
            this.machine = machine;
        }

        /** Throws where the peer answers otherwise than the rules. */
        @Setup
        public void agree(Rules rules) {
            Cells.mustAgree(rules.moves, machine);
        }
    }

    /** Spring Statemachine, fresh. */
    public static class SpringFresh extends Peer {
        /** As JMH wants it. */
        public SpringFresh() {
            super(SpringMachine.fresh());
        }
    }

    /** Spring Statemachine, kept. */
    public static class SpringKept extends Peer {
        /** As JMH wants it. */
        public SpringKept() {
            super(SpringMachine.kept());
        }
    }

    /** Easy Rules. */
    public static class Easy extends Peer {
        /** As JMH wants it. */
        public Easy() {
            super(new EasyRules());
        }
    }

    /** Squirrel. */
    public static class Squirrel extends Peer {
        /** As JMH wants it. */
        public Squirrel() {
            super(new SquirrelMachine());
        }
    }

    /** COLA. */
    public static class Cola extends Peer {
        /** As JMH wants it. */
        public Cola() {
            super(new ColaMachine());
        }
    }

    /** The table. */
    public static class Floor extends Peer {
        /** As JMH wants it. */
        public Floor() {
            super(new EnumTable());
        }
    }
}

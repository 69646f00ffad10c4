package app.cerniq.simulator;

import app.cerniq.simulator.actor.DeadLetterOffice;
import app.cerniq.simulator.actor.Postman;
import app.cerniq.simulator.actor.Repeater;
import app.cerniq.simulator.actor.SagaTicker;
import app.cerniq.simulator.actor.Timekeeper;
import app.cerniq.simulator.invariant.Watch;
import app.cerniq.simulator.invariant.Watch.Finding;
import app.cerniq.simulator.world.Chance;
import app.cerniq.simulator.world.Schedule;
import app.cerniq.simulator.world.Tally.Kind;
import app.cerniq.simulator.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One plan, carried out once. */
final class Run implements Schedule.Audience {

    private static final int KEPT = 40;
    private static final int AUDIT_EVERY = 50;
    private static final int PATIENCE = 2_000;
    private static final int ROUNDS = 12;
    private static final int PASSES = 300;
    private static final Duration A_WHILE = Duration.ofHours(6);

    private final Plan plan;
    private final World world;
    private final Schedule schedule;
    private final Watch watch;
    private int step;
    private Optional<Violation> violation = Optional.empty();

    Run(Simulation simulation, Plan plan, Consumer<String> trace) {
        this.plan = plan;
        this.world = simulation.world(plan, KEPT, trace);
        this.schedule = new Schedule(world, simulation.cast(), simulation.rates(), this);
        this.watch = new Watch(world, simulation.invariants(world));
    }

    SimulationReport report() {
        for (var next : plan.taken()) {
            if (isOver()) {
                break;
            }
            step = next;
            schedule.step(step, Chance.of(plan.seed(), step));
            world.tally().count(Kind.STEPS, "steps");
            if (step % AUDIT_EVERY == 0) {
                audit();
            }
        }
        if (!isOver()) {
            settle();
        }
        return new SimulationReport(
                plan, violation, world.tally(), world.trace().hash());
    }

    /** Nothing goes wrong any more: whoever still waits asks until there is an answer, and then all must be well. */
    private void settle() {
        schedule.calm();
        var chance = Chance.of(plan.seed(), 0);
        for (var i = 0; i < PATIENCE && !world.unanswered().isEmpty() && !isOver(); i++) {
            schedule.turnsOf("end", chance, new Repeater());
        }
        if (!isOver() && !world.unanswered().isEmpty()) {
            broken(
                    "I7",
                    "Whoever asks again gets an answer once nothing goes wrong.",
                    "Nobody answers: " + world.unanswered().getFirst().text(),
                    "end");
        }
        goOn();
        audit();
        if (!isOver()) {
            watch.end().ifPresent(finding -> broken(finding, "end"));
        }
    }

    /** Whatever waits for its time, gets it. */
    private void goOn() {
        var chance = Chance.of(plan.seed(), -1);
        for (var i = 0; i < ROUNDS && !isOver(); i++) {
            schedule.pause(A_WHILE);
            schedule.turnsOf("end", chance, new SagaTicker());
            schedule.turnsOf("end", chance, new Timekeeper());
            schedule.turnsOf("end", chance, new DeadLetterOffice());
            schedule.turnsOf("end", chance, new Postman());
        }
        // What was held back for somebody comes one by one, so a long queue takes as many passes.
        for (var i = 0; i < PASSES && isSomethingOnItsWay() && !isOver(); i++) {
            schedule.turnsOf("end", chance, new Postman());
        }
    }

    private boolean isSomethingOnItsWay() {
        return world.companies().stream()
                .map(company -> world.storage().outbox().backlog(Optional.of(company.tenant()), world.now()))
                .anyMatch(backlog -> backlog.pending() > 0 || backlog.setAside() > backlog.dead());
    }

    private void audit() {
        if (!isOver()) {
            watch.audit().ifPresent(finding -> broken(finding, "audit after " + step));
        }
    }

    @Override
    public void turnEnded(String label) {
        if (!isOver()) {
            watch.afterTurn().ifPresent(finding -> broken(finding, label));
        }
    }

    @Override
    public void surprised(String label, RuntimeException surprise) {
        if (!isOver()) {
            broken(
                    "I0",
                    "A command is answered, refused, or fails because the world does; nothing else comes out of it.",
                    surprise.toString(),
                    label);
        }
    }

    private void broken(Finding finding, String label) {
        broken(finding.invariant().id(), finding.invariant().sentence(), finding.fault(), label);
    }

    private void broken(String invariant, String sentence, String fault, String label) {
        var cut = new Plan(plan.seed(), Math.max(1, step), plan.without());
        violation = Optional.of(new Violation(
                cut, label, invariant, sentence, fault, world.trace().lines()));
    }

    @Override
    public boolean isOver() {
        return violation.isPresent();
    }
}

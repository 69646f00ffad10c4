package app.cerniq.simulator.world;

import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.simulator.fault.Fault;
import app.cerniq.simulator.fault.FaultRates;
import app.cerniq.simulator.fault.HostCrashed;
import app.cerniq.simulator.fault.PortCall;
import app.cerniq.simulator.world.Tally.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is, and what goes wrong in it. Everything happens in the thread that asks: where another host is to come
 * in between two calls, its whole turn is taken right there, before the call goes on.
 */
public final class Schedule {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int JUMPS = 300;
    private static final int LONGEST_OUTAGE = 4;

    /** What the audience is told. */
    public interface Audience {

        /** A turn is over, one that came in between another one's calls included. */
        void turnEnded(String label);

        /** Something came out of the engine that is neither an answer nor a failure of the world. */
        void surprised(String label, RuntimeException surprise);

        /** Whether nothing more is to happen. */
        boolean isOver();
    }

    private final World world;
    private final List<Participant> cast;
    private final int weights;
    private final Audience audience;
    private final Deque<Turn> running = new ArrayDeque<>();
    private FaultRates rates;

    /** @param cast at least one */
    public Schedule(World world, List<Participant> cast, FaultRates rates, Audience audience) {
        this.world = world;
        this.cast = List.copyOf(cast);
        this.weights = cast.stream().mapToInt(Participant::weight).sum();
        this.rates = rates;
        this.audience = audience;
        world.officesFail(this::officeFault);
    }

    /** From now on nothing goes wrong any more. */
    public void calm() {
        rates = FaultRates.NONE;
        world.calm();
        world.hosts().forEach(host -> {
            host.err(Duration.ZERO);
            host.cutOff(0);
        });
    }

    /** One step: time passes, and somebody acts; others may come in between. */
    public void step(long number, Chance chance) {
        pass(chance);
        turn(Long.toString(number), chance.of(world.hosts()), chance.of(world.companies()), chance, pick(chance));
    }

    /** So much time passes, and nothing else happens. */
    public void pause(Duration time) {
        world.clock().move(time);
    }

    /** One turn of somebody in particular for each company, on the first host. */
    public void turnsOf(String label, Chance chance, Participant somebody) {
        world.companies().forEach(company -> turn(label, world.hosts().get(0), company, chance.inside(), somebody));
    }

    private Participant pick(Chance chance) {
        var ticket = chance.below(weights);
        for (var participant : cast) {
            ticket -= participant.weight();
            if (ticket < 0) {
                return participant;
            }
        }
        throw new IllegalStateException("Every ticket belongs to somebody.");
    }

    /** Mostly minutes, sometimes hours, now and then a week in which everybody had other things to do. */
    private void pass(Chance chance) {
        var most = chance.percent(94)
                ? Duration.ofMinutes(4)
                : chance.percent(90) ? Duration.ofHours(10) : Duration.ofDays(8);
        world.clock().move(chance.upTo(most));
    }

    private void turn(String label, Host host, Company company, Chance chance, Participant participant) {
        if (rates.interleaved() > 0 && chance.perTenThousand(JUMPS)) {
            host.err(chance.upTo(SKEW.multipliedBy(2)).minus(SKEW));
            world.tally().count(Kind.FAULTS, "a clock jumped");
        }
        if (chance.perTenThousand(rates.outages())) {
            host.cutOff(1 + chance.below(LONGEST_OUTAGE));
            world.tally().count(Kind.FAULTS, "the store was away for some turns");
        }
        var isCutOff = host.isCutOff();
        var turn = new Turn(label, world, host, company, chance, isCutOff ? Schedule::away : this::call);
        host.begin(turn);
        running.addLast(turn);
        world.tally().count(Kind.TURNS, participant.name());
        try {
            participant.act(turn);
        } catch (StorageUnavailable gone) {
            turn.say(participant.name() + " gave up: " + gone.getMessage());
        } catch (HostCrashed crash) {
            turn.say("crashed at " + crash.getMessage());
            host.restart();
        } catch (RuntimeException surprise) {
            turn.say(participant.name() + " met " + surprise);
            audience.surprised(label, surprise);
        } finally {
            running.removeLast();
            host.end();
        }
        audience.turnEnded(label);
    }

    private static Object away(PortCall call, Turn turn) {
        throw new StorageUnavailable("the store is away");
    }

    /** Others come in before a call to an office as before one to the store, and the host may die on its way there. */
    private Optional<app.cerniq.testkit.fiscal.Fault> officeFault(String operation) {
        var turn = running.getLast();
        interleave(turn);
        if (turn.chance().perTenThousand(rates.perTenThousand().getOrDefault(Fault.CRASHED_BEFORE, 0))) {
            noted(Fault.CRASHED_BEFORE, operation, turn);
            throw new HostCrashed(operation);
        }
        var fault = Offices.fault(turn.chance(), rates.offices());
        fault.ifPresent(what -> {
            world.tally().count(Kind.FAULTS, "an office failed: " + what);
            turn.say("at " + operation + " an office failed: " + what);
        });
        return fault;
    }

    private @Nullable Object call(PortCall call, Turn turn) {
        interleave(turn);
        var fault = fault(turn.chance());
        fault.ifPresent(what -> noted(what, call.name(), turn));
        var answer = fault.isEmpty() ? made(call, turn) : failing(fault.get(), call, turn);
        interleave(turn);
        return answer;
    }

    private void noted(Fault fault, String call, Turn turn) {
        world.tally().count(Kind.FAULTS, fault.sentence());
        turn.say("at " + call + " " + fault.sentence());
    }

    private @Nullable Object failing(Fault fault, PortCall call, Turn turn) {
        switch (fault) {
            case TIMED_OUT -> throw new StorageUnavailable(call.name() + " timed out");
            case ANSWER_LOST -> {
                made(call, turn);
                throw new StorageUnavailable("the answer of " + call.name() + " was lost");
            }
            case MADE_TWICE -> {
                var first = made(call, turn);
                var second = made(call, turn);
                return turn.chance().percent(50) ? first : second;
            }
            case CRASHED_BEFORE -> throw new HostCrashed(call.name());
            case CRASHED_AFTER -> {
                made(call, turn);
                throw new HostCrashed(call.name());
            }
        }
        throw new IllegalStateException("No such fault: " + fault);
    }

    private @Nullable Object made(PortCall call, Turn turn) {
        var answer = world.own(call, call.make());
        world.saw(call, turn, answer);
        return answer;
    }

    private Optional<Fault> fault(Chance chance) {
        if (rates.perTenThousand().isEmpty()) {
            return Optional.empty();
        }
        var ticket = chance.below(10_000);
        for (var rate : rates.perTenThousand().entrySet()) {
            ticket -= rate.getValue();
            if (ticket < 0) {
                return Optional.of(rate.getKey());
            }
        }
        return Optional.empty();
    }

    /** Another host, one that has nothing to do, takes a whole turn here. */
    private void interleave(Turn running) {
        if (audience.isOver() || !running.chance().perTenThousand(rates.interleaved())) {
            return;
        }
        var idle = world.hosts().stream().filter(Host::isIdle).toList();
        if (idle.isEmpty()) {
            return;
        }
        var chance = running.chance().inside();
        world.tally().count(Kind.STEPS, "turns between two calls of another host");
        turn(running.nextInside(), chance.of(idle), chance.of(world.companies()), chance, pick(chance));
    }
}

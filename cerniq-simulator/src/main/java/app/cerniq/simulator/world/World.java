package app.cerniq.simulator.world;

import app.cerniq.domain.shared.Actor;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.simulator.fault.FaultyStorage;
import app.cerniq.simulator.fault.PortCall;
import app.cerniq.testkit.fiscal.Faults;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that the hosts and people of one simulation share. */
public final class World {

    private static final int REMEMBERED = 64;

    /** More than a pool has connections, all of which may be dead at once. */
    private static final int PATIENCE = 200;

    private final Storage failing;

    private final Storage storage;
    private final Ids ids;
    private final MovableClock clock = MovableClock.at(Play.MORNING);
    private final List<Company> companies;
    private final List<Host> hosts;
    private final Trace trace;
    private final Tally tally = new Tally();
    private final Deque<Errand> unanswered = new ArrayDeque<>();
    private final Deque<Errand> answered = new ArrayDeque<>();
    private final Map<UUID, Actor> people = new HashMap<>();
    private final List<Seen> seen = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Offices offices;
    private Faults officeFaults = Faults.NONE;
    private final List<Delivered> deliveries = new ArrayList<>();
    private boolean isCalm;
    private long calls;

    /**
     * A fresh world; no host has a turn yet.
     *
     * @param seed names the ids, so that two simulations can run on one store
     * @param kept how many lines of the trace are kept
     * @param listener told every line of it
     */
    public World(Storage storage, Policies policies, long seed, int hosts, int kept, Consumer<String> listener) {
        this.failing = storage;
        this.storage = FaultyStorage.over(storage, World::patient);
        this.ids = new CountedIds(seed & 0xFFFF_FFFFFFFFL);
        this.offices = new Offices(clock, operation -> officeFaults.next(operation));
        this.trace = new Trace(kept, listener);
        this.companies = Stream.of("A", "B")
                .map(name -> Company.founded(name, storage, ids))
                .toList();
        this.hosts = IntStream.range(0, hosts)
                .mapToObj(number -> new Host(number, this, policies))
                .toList();
    }

    /** The store for whoever looks on: it never fails by chance, and what fails is asked for again. */
    public Storage storage() {
        return storage;
    }

    /** The store as hosts have it. */
    Storage failing() {
        return failing;
    }

    private static @Nullable Object patient(PortCall call) {
        for (var attempt = 1; ; attempt++) {
            try {
                return call.make();
            } catch (StorageUnavailable died) {
                if (attempt == PATIENCE) {
                    throw died;
                }
            }
        }
    }

    public Ids ids() {
        return ids;
    }

    /** The true time. */
    public Instant now() {
        return clock.instant();
    }

    /** The latest instant that any clock ever showed. */
    public Instant latest() {
        return hosts.stream().map(Host::latest).reduce(now(), (one, other) -> one.isAfter(other) ? one : other);
    }

    MovableClock clock() {
        return clock;
    }

    public List<Company> companies() {
        return companies;
    }

    List<Host> hosts() {
        return hosts;
    }

    public Trace trace() {
        return trace;
    }

    public Tally tally() {
        return tally;
    }

    /** Whoever asked for something, by id. */
    public Optional<Actor> person(UUID id) {
        return Optional.ofNullable(people.get(id));
    }

    void known(Actor actor) {
        people.put(actor.id(), actor);
    }

    /** What was asked for and not answered; whoever asked will ask again. */
    public Deque<Errand> unanswered() {
        return unanswered;
    }

    /** Some of what was answered, the newest last: repeated now and then, as clients do. */
    public List<Errand> answered() {
        return List.copyOf(answered);
    }

    void heard(Answer answer) {
        answers.add(answer);
        if (answered.size() == REMEMBERED) {
            answered.removeFirst();
        }
        answered.addLast(answer.errand());
    }

    /** The partners outside, who serve all companies. */
    public Offices offices() {
        return offices;
    }

    /** From now on the offices fail like this. */
    void officesFail(Faults faults) {
        officeFaults = faults;
    }

    /** How many calls have reached the store. */
    public long calls() {
        return calls;
    }

    /** What a host hears: of tenants of this world alone, where the store serves others too. */
    @Nullable
    Object own(PortCall call, @Nullable Object answer) {
        var isOfTenants = call.name().equals("outbox.due") || call.name().equals("sagas.due");
        if (isOfTenants && answer instanceof List<?> tenants) {
            return tenants.stream().filter(this::isServed).toList();
        }
        return answer;
    }

    private boolean isServed(@Nullable Object tenant) {
        return companies.stream().anyMatch(company -> company.tenant().equals(tenant));
    }

    void saw(PortCall call, Turn turn, @Nullable Object answer) {
        calls++;
        seen.add(new Seen(call, calls, turn.since(), turn.actingFor(), turn.errand(), answer));
    }

    /** The calls since this was asked last. */
    public List<Seen> takeSeen() {
        var taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }

    void delivered(Delivered delivered) {
        deliveries.add(delivered);
        tally.count(Tally.Kind.DELIVERIES, delivered.consumer().value());
    }

    /** What consumers took since this was asked last, in this order. */
    public List<Delivered> takeDeliveries() {
        var taken = List.copyOf(deliveries);
        deliveries.clear();
        return taken;
    }

    /** The consumers that every host names. */
    public List<ConsumerName> consumers() {
        return Listener.NAMES;
    }

    void calm() {
        isCalm = true;
    }

    /** Whether nothing goes wrong any more. */
    boolean isCalm() {
        return isCalm;
    }

    /** The answers since this was asked last. */
    public List<Answer> takeAnswers() {
        var taken = List.copyOf(answers);
        answers.clear();
        return taken;
    }
}

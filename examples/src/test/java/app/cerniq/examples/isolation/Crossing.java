package app.cerniq.examples.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.MarkedLife;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.isolation.Leaves;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every public method of every desk and every port, found by reflection and called as one tenant with the ids of another.
 * A method whose arguments nobody can make is a fault: then nobody knows whether it keeps tenants apart.
 */
final class Crossing {

    private static final int ROUNDS = 8;

    /** A method of a desk or a port. */
    record Door(String name, Object desk, Method method) {

        /**
         * Whether it answers with tenants and nothing else, and is asked for none: the one view across tenants that there
         * is, for work that goes over all of them. It tells who has work, and not which.
         */
        boolean tellsWhoHasWork() {
            return method.getGenericReturnType()
                            .getTypeName()
                            .equals("java.util.List<" + TenantId.class.getName() + ">")
                    && !List.of(method.getParameterTypes()).contains(TenantId.class);
        }

        /** The same door of another house. */
        Door of(Object other) {
            return new Door(name, other, method);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final Ids ids = new CountedIds(0xF0);
    private final TenantId own = new TenantId(ids.next());
    private final Victim victim;
    private final Storage storage;
    private final Cerniq cerniq;

    Crossing(Storage storage) {
        this.storage = storage;
        this.victim = Victim.in(storage, ids);
        storage.tenants().setUp(own, "own");
        storage.offerings().putOnSale(own, Goods.all());
        storage.inventory().book(Goods.plentyOf(own, ids)).get();
        Play.open(storage.negotiations(), ids, own);
        this.cerniq = Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .clock(MovableClock.at(Play.MORNING.plusSeconds(60)))
                .ids(ids)
                .build();
    }

    TenantId victim() {
        return victim.tenant();
    }

    /** A deal of the victim, by its own name. */
    NegotiationId someDeal() {
        return victim.over().id();
    }

    /** Doors that take no id of anybody, and why nobody has to knock at them. */
    private static final Map<String, String> OF_NOBODY = Map.of(
            "runtime.start", "begins to do for every tenant what is due; answers nothing",
            "runtime.runDue", "does for every tenant what is due; answers how many jobs ran",
            "breakers.call", "calls what the caller brings; knows no row");

    /** All doors: whoever adds a desk to the engine or a port to the store is among them. */
    List<Door> doors() {
        return Stream.concat(behind("cerniq", Cerniq.class, cerniq), behind("storage", Storage.class, storage))
                .sorted(Comparator.comparing(Door::name))
                .toList();
    }

    private static Stream<Door> behind(String house, Class<?> type, Object whole) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() == type)
                .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                .flatMap(method -> {
                    var desk = answer(whole, method);
                    return Arrays.stream(method.getReturnType().getMethods())
                            .filter(door -> door.getDeclaringClass() != Object.class)
                            .filter(door -> !Modifier.isStatic(door.getModifiers()))
                            .filter(door -> !OF_NOBODY.containsKey(method.getName() + "." + door.getName()))
                            .map(door -> new Door(
                                    house + "." + method.getName() + "()." + door.getName() + "/"
                                            + Arrays.stream(door.getParameterTypes())
                                                    .map(Class::getSimpleName)
                                                    .toList(),
                                    desk,
                                    door));
                });
    }

    private static Object answer(Object whole, Method method) {
        try {
            return method.invoke(whole);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(method.toString(), closed);
        }
    }

    /**
     * Goes through a door several times; no answer and no exception may hold a piece of the victim.
     *
     * @return how often there was an answer, and no exception
     */
    int through(Door door) {
        var answers = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var seed = 31L * door.name().hashCode() + round;
            var arguments = new Arguments(own, victim, ids, seed);
            var given = Arrays.stream(door.method().getParameters())
                    .map(arguments::of)
                    .toArray();
            var answer = call(door, given);
            assertThat(pieces(door, answer))
                    .as("%s, seed %s, given %s", door, seed, Arrays.toString(given))
                    .isEmpty();
            answers += answer instanceof Thrown ? 0 : 1;
        }
        return answers;
    }

    /** What an exception says. */
    private record Thrown(List<String> messages) {}

    private static Object call(Door door, Object[] given) {
        try {
            door.method().trySetAccessible();
            var answer = door.method().invoke(door.desk(), given);
            if (answer instanceof AutoCloseable open) {
                open.close();
            }
            return answer == null ? "nothing" : answer;
        } catch (InvocationTargetException thrown) {
            return new Thrown(messages(thrown.getCause()));
        } catch (Exception closed) { // what an AutoCloseable may throw, too
            throw new IllegalStateException(door.name(), closed);
        }
    }

    private static List<String> messages(Throwable thrown) {
        var messages = new ArrayList<String>();
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            messages.add(String.valueOf(cause.getMessage()));
        }
        return messages;
    }

    private List<String> pieces(Door door, Object answer) {
        return Leaves.texts(answer).stream()
                .filter(text -> MarkedLife.MARK.matcher(text).find()
                        || (!door.tellsWhoHasWork()
                                && text.contains(victim.tenant().value().toString()))
                        || text.contains(Victim.PRODUCT.listPrice().amount().toPlainString()))
                .toList();
    }
}

package app.cerniq.examples.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.testkit.isolation.Leaves;
import app.cerniq.testkit.memory.InMemoryStorage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** I11 in memory: nobody reaches another tenant, whatever ids they send through whichever door. */
class CrossTenantTest {

    private static final InMemoryStorage STORAGE = new InMemoryStorage();
    private static final Crossing CROSSING = new Crossing(STORAGE);

    static Stream<Crossing.Door> doors() {
        return CROSSING.doors().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doors")
    void no_door_leads_to_another_tenant(Crossing.Door door) {
        var before = MemoryContent.of(STORAGE, CROSSING.victim());

        var answers = CROSSING.through(door);

        assertThat(answers).as("answers of %s", door).isPositive();
        assertThat(MemoryContent.of(STORAGE, CROSSING.victim())).isEqualTo(before);
    }

    /** A test of the test: what nobody looks at cannot be seen to change. */
    @Test
    void what_the_neighbour_has_is_seen() {
        assertThat(MemoryContent.of(STORAGE, CROSSING.victim()))
                .anyMatch(entry -> entry.contains("qzx-later-notes"))
                .anyMatch(entry -> entry.contains("qzx-product"))
                .anyMatch(entry -> entry.contains("qzx-rule"))
                .anyMatch(entry -> entry.contains("NB-YARD"));
        assertThat(Leaves.texts(List.of(STORAGE.negotiations().find(CROSSING.someDeal()))))
                .anyMatch(text -> text.contains("qzx-later-notes"));
    }

    /** A test of the test: a store that forgets to ask for the tenant is found out. */
    @Test
    void a_leak_is_noticed() {
        var leaking = new InMemoryStorage();
        var crossing = new Crossing(leaking);
        var deals = leaking.negotiations();
        var find =
                (InvocationHandler) (proxy, method, given) -> method.getName().equals("find")
                        ? deals.find(new NegotiationId(crossing.victim(), ((NegotiationId) given[0]).value()))
                        : method.invoke(deals, given);
        var leak = (Negotiations)
                Proxy.newProxyInstance(Negotiations.class.getClassLoader(), new Class<?>[] {Negotiations.class}, find);

        assertThat(crossing.doors())
                .filteredOn(door -> door.name().startsWith("storage.negotiations().find"))
                .hasSize(1)
                .allSatisfy(door -> assertThatThrownBy(() -> crossing.through(door.of(leak)))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("qzx"));
    }

    @Test
    void every_desk_and_every_port_has_doors() {
        assertThat(doors().map(Crossing.Door::name))
                .anyMatch(name -> name.startsWith("cerniq.negotiations()"))
                .anyMatch(name -> name.startsWith("cerniq.privacy()"))
                .anyMatch(name -> name.startsWith("storage.personalData()"))
                .hasSizeGreaterThan(100);
    }
}

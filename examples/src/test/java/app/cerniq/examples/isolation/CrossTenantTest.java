package app.cerniq.examples.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.testkit.isolation.Leaves;
import app.cerniq.testkit.memory.InMemoryStorage;
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

    @ParameterizedTest
    @MethodSource("doors")
    void no_door_leads_to_another_tenant(Crossing.Door door) {
        var before = MemoryContent.of(STORAGE, CROSSING.victim());

        CROSSING.through(door);

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

    @Test
    void every_desk_and_every_port_has_doors() {
        assertThat(doors().map(Crossing.Door::name))
                .anyMatch(name -> name.startsWith("cerniq.negotiations()"))
                .anyMatch(name -> name.startsWith("cerniq.privacy()"))
                .anyMatch(name -> name.startsWith("storage.personalData()"))
                .hasSizeGreaterThan(100);
    }
}

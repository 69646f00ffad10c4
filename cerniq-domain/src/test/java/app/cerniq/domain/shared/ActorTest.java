package app.cerniq.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActorTest {

    private static final UserId SOMEBODY = new UserId(new UUID(7, 7));

    @Test
    void an_agent_decides_nothing_beyond_the_rules() {
        assertThat(People.AGENT.authority()).isEqualTo(Authority.NONE);
    }

    @Test
    void nor_does_the_system() {
        assertThat(People.SYSTEM.authority()).isEqualTo(Authority.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "SALES_REP, NONE", "OPERATOR, NONE", "TEAM_LEAD, NONE", "ACCOUNTANT, NONE", "FINANCE_MANAGER, NONE",
        "WAREHOUSE_MANAGER, NONE", "SYSTEM_ADMIN, NONE", "SALES_MANAGER, MANAGER", "DIRECTOR, DIRECTOR", "CEO, CEO"
    })
    void a_user_decides_as_far_as_the_role_goes(Role role, Authority authority) {
        assertThat(new Actor.User(SOMEBODY, "somebody", Set.of(role)).authority())
                .isEqualTo(authority);
    }

    @Test
    void of_several_roles_the_highest_counts() {
        var user = new Actor.User(SOMEBODY, "somebody", Set.of(Role.SALES_REP, Role.DIRECTOR, Role.SALES_MANAGER));

        assertThat(user.authority()).isEqualTo(Authority.DIRECTOR);
    }

    @Test
    void a_user_without_roles_decides_nothing() {
        assertThat(new Actor.User(SOMEBODY, "somebody", Set.of()).authority()).isEqualTo(Authority.NONE);
    }

    @Test
    void the_same_user_always_reads_the_same() {
        var user = new Actor.User(SOMEBODY, "somebody", Set.of(Role.CEO, Role.SALES_REP, Role.DIRECTOR));

        assertThat(user.rolesInOrder()).isEqualTo(List.of(Role.SALES_REP, Role.DIRECTOR, Role.CEO));
    }

    @Test
    void history_keeps_kind_identity_and_label() {
        assertThat(ActorRef.of(People.MANAGER))
                .isEqualTo(new ActorRef(ActorKind.USER, People.MANAGER.id(), "sales manager"));
    }

    @Test
    void an_actor_in_history_reads_as_kind_and_label() {
        assertThat(ActorRef.of(People.AGENT)).hasToString("ai_agent sales agent");
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_actor_has_a_word(ActorKind kind) {
        assertThat(ActorKind.fromWord(kind.word())).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"CEO, DIRECTOR", "DIRECTOR, DIRECTOR", "DIRECTOR, MANAGER", "MANAGER, NONE", "NONE, NONE"})
    void an_authority_covers_itself_and_those_below(Authority has, Authority needed) {
        assertThat(has.covers(needed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NONE, MANAGER", "MANAGER, DIRECTOR", "DIRECTOR, CEO"})
    void no_authority_covers_the_next_above(Authority has, Authority needed) {
        assertThat(has.covers(needed)).isFalse();
    }
}

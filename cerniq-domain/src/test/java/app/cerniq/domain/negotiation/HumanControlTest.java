package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Answers.events;
import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.heldByAHumanIn;
import static app.cerniq.domain.negotiation.Deals.inProposal;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.REP;
import static app.cerniq.domain.shared.People.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationEvent.HandedBack;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedOver;
import app.cerniq.domain.negotiation.NegotiationRefusal.AgentOverruled;
import app.cerniq.domain.negotiation.NegotiationRefusal.ControlUnchanged;
import app.cerniq.domain.negotiation.NegotiationRefusal.OnlyForUsers;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.People;
import app.cerniq.domain.shared.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HumanControlTest {

    /** These ask who it is, not who drives. */
    private static final Set<String> NOT_FOR_AGENTS_ANYWAY = Set.of(
            "Discounting.grant",
            "Discounting.reject",
            "Handling.erasePerson",
            "Handling.handBack",
            "Handling.handOver");

    private static final UserId COLLEAGUE = new UserId(new UUID(8, 8));

    @ParameterizedTest
    @MethodSource("commands")
    void while_a_human_holds_the_deal_no_agent_acts_in_any_state(String command) {
        assertThat(NegotiationState.values()).allSatisfy(state -> {
            var decision = Commands.named(command).apply(heldByAHumanIn(state), by(AGENT));

            assertThat(refusal(decision))
                    .isEqualTo(new AgentOverruled("ai_agent sales agent", "the customer is angry"));
        });
    }

    static Stream<String> commands() {
        return Commands.names().stream()
                .filter(name -> !NOT_FOR_AGENTS_ANYWAY.contains(name))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("people")
    void people_and_timers_go_on_as_before(Actor actor) {
        var decision = Commands.named("Quoting.revise").apply(heldByAHumanIn(NegotiationState.PROPOSAL), by(actor));

        assertThat(decision.isRight()).isTrue();
    }

    static Stream<Actor> people() {
        return People.ALL.stream().filter(actor -> !actor.equals(AGENT));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void anybody_may_call_a_human_the_agent_included(Actor actor) {
        var decision = inProposal().handling(by(actor)).handOver(COLLEAGUE, "asked for a person");

        assertThat(events(decision))
                .containsExactly(
                        new HandedOver(new Assignment(Optional.empty(), Optional.of(COLLEAGUE)), "asked for a person"));
    }

    static Stream<Actor> everybody() {
        return People.ALL.stream();
    }

    @Test
    void from_the_takeover_on_the_agent_is_off() {
        var held = next(inProposal().handling(by(AGENT)).handOver(COLLEAGUE, "asked for a person"));

        assertThat(held.control())
                .isEqualTo(new Control(
                        false, Optional.empty(), Optional.of("asked for a person"), true, Optional.empty()));
    }

    @Test
    void the_phone_number_stays_with_the_customer() {
        var phone = new PhoneId(new UUID(9, 9));
        var deal = next(inProposal()
                .handling(by(REP))
                .updateDetails(
                        Outlook.NEW,
                        Annotations.NONE,
                        new Assignment(Optional.of(phone), Optional.empty()),
                        Optional.empty(),
                        Optional.empty()));

        var held = next(deal.handling(by(AGENT)).handOver(COLLEAGUE, "asked for a person"));

        assertThat(held.assignment()).isEqualTo(new Assignment(Optional.of(phone), Optional.of(COLLEAGUE)));
    }

    @Test
    void nobody_takes_over_what_is_taken_over() {
        var decision =
                heldByAHumanIn(NegotiationState.PROPOSAL).handling(by(REP)).handOver(COLLEAGUE, "mine");

        assertThat(refusal(decision)).isEqualTo(new ControlUnchanged(true));
    }

    @Test
    void a_user_gives_the_deal_back() {
        var decision =
                heldByAHumanIn(NegotiationState.PROPOSAL).handling(by(REP)).handBack("answered");

        assertThat(events(decision)).containsExactly(new HandedBack("answered"));
    }

    @Test
    void from_then_on_the_agent_drives_again() {
        var deal =
                next(heldByAHumanIn(NegotiationState.PROPOSAL).handling(by(REP)).handBack("answered"));

        assertThat(deal.control()).isEqualTo(Control.AGENT);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void no_machine_takes_the_deal_back(Actor machine, String described) {
        var decision =
                heldByAHumanIn(NegotiationState.PROPOSAL).handling(by(machine)).handBack("answered");

        assertThat(refusal(decision)).isEqualTo(new OnlyForUsers(described, "hand a deal back to the agent"));
    }

    static Stream<Arguments> machines() {
        return Stream.of(Arguments.of(AGENT, "ai_agent sales agent"), Arguments.of(SYSTEM, "system timer"));
    }

    @Test
    void nobody_gives_back_what_nobody_took() {
        assertThat(refusal(inProposal().handling(by(REP)).handBack("answered"))).isEqualTo(new ControlUnchanged(false));
    }
}

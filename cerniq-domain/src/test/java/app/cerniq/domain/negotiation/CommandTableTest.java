package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.waitingForADiscountIn;
import static app.cerniq.domain.shared.People.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every command in every state: {@code yes}, {@code no} where it does not belong to the state, {@code late} where the
 * invoice exists already. The words in the second column are those of the refusal.
 */
class CommandTableTest {

    private static final String TABLE = """
            command                  | in words            | DISC | PROP | NEGO | CLOS | SENT | INVO | PAID | DEAD
            Quoting.revise           | change the quote    | yes  | yes  | yes  | no   | no   | no   | no   | no
            Quoting.reprice          | change the quote    | yes  | yes  | yes  | no   | no   | no   | no   | no
            Quoting.counter          | make an offer       | no   | yes  | yes  | no   | no   | no   | no   | no
            Quoting.confirmProducts  | confirm products    | yes  | yes  | yes  | no   | no   | no   | no   | no
            Quoting.agree            | record an agreement | no   | yes  | yes  | yes  | no   | no   | no   | no
            Discounting.request      | request a discount  | yes  | yes  | yes  | no   | no   | no   | no   | no
            Discounting.grant        | grant a discount    | yes  | yes  | yes  | no   | no   | no   | no   | no
            Discounting.reject       | reject a discount   | yes  | yes  | yes  | yes  | yes  | yes  | yes  | yes
            Invoicing.recordProforma | record a proforma   | no   | no   | no   | yes  | no   | no   | no   | no
            Invoicing.acceptProforma | accept a proforma   | no   | no   | no   | no   | yes  | no   | no   | no
            Invoicing.rejectProforma | reject a proforma   | no   | no   | no   | no   | yes  | no   | no   | no
            Invoicing.recordInvoice  | record an invoice   | no   | no   | no   | no   | yes  | no   | no   | no
            Invoicing.recordPayment  | record a payment    | no   | no   | no   | no   | yes  | yes  | no   | no
            Invoicing.recordStorno   | record a storno     | no   | no   | no   | no   | no   | yes  | no   | no
            Handling.handOver        | hand over           | yes  | yes  | yes  | yes  | yes  | yes  | yes  | yes
            Handling.handBack        | hand back           | yes  | yes  | yes  | yes  | yes  | yes  | yes  | yes
            Handling.updateClient    | update the client   | yes  | yes  | yes  | yes  | yes  | late | late | yes
            Handling.updateDetails   | update details      | yes  | yes  | yes  | yes  | yes  | yes  | yes  | yes
            Handling.erasePerson     | erase the person    | no   | no   | no   | no   | no   | no   | yes  | yes
            Handling.useSession      | use a session       | yes  | yes  | yes  | yes  | yes  | yes  | yes  | yes
            Stocking.hold            | hold goods          | yes  | yes  | yes  | yes  | yes  | yes  | yes  | yes
            Stocking.holdToo         | hold goods          | yes  | yes  | yes  | yes  | yes  | yes  | yes  | yes
            Stocking.release         | release goods       | yes  | yes  | yes  | yes  | yes  | yes  | yes  | yes
            Moving.advance           | move                | yes  | yes  | yes  | yes  | yes  | yes  | yes  | yes
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
    void a_command_is_possible_in_its_states_and_in_no_other(String command, String words, ArgumentsAccessor row) {
        var answers = new EnumMap<NegotiationState, String>(NegotiationState.class);

        for (var state : NegotiationState.values()) {
            answers.put(state, word(Commands.named(command).apply(waitingForADiscountIn(state), by(MANAGER))));
        }

        assertThat(answers).as(words).isEqualTo(cells(row));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
    void elsewhere_the_refusal_names_the_states_it_belongs_to(String command, String words, ArgumentsAccessor row) {
        var possible = statesWith("yes", row);

        assertThat(statesWith("no", row)).allSatisfy(state -> {
            var refusal = refusal(Commands.named(command).apply(waitingForADiscountIn(state), by(MANAGER)));

            assertThat(refusal).isEqualTo(new NegotiationRefusal.WrongState(words, state, possible));
        });
    }

    @Test
    void every_decision_of_the_aggregate_is_such_a_command() {
        var decisions = Stream.of(
                        Quoting.class, Discounting.class, Invoicing.class, Handling.class, Stocking.class, Moving.class)
                .flatMap(conduct -> Arrays.stream(conduct.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> method.getReturnType() == Either.class)
                        .map(method -> conduct.getSimpleName() + "." + method.getName())
                        .distinct());

        assertThat(Commands.names()).containsExactlyInAnyOrderElementsOf(decisions.toList());
    }

    @Test
    void every_command_stands_in_the_table() {
        var rows = TABLE.lines().skip(1).map(line -> line.substring(0, line.indexOf(' ')));

        assertThat(rows).containsExactlyInAnyOrderElementsOf(Commands.names());
    }

    private static String word(Either<NegotiationRefusal, Accepted> decision) {
        if (decision.isRight()) {
            return "yes";
        }
        var code = refusal(decision).code();
        return switch (code) {
            case "WRONG_STATE" -> "no";
            case "DOCUMENT_ALREADY_EXISTS" -> "late";
            default -> code;
        };
    }

    private static List<NegotiationState> statesWith(String word, ArgumentsAccessor row) {
        var cells = cells(row);
        return Arrays.stream(NegotiationState.values())
                .filter(state -> word.equals(cells.get(state)))
                .toList();
    }

    private static Map<NegotiationState, String> cells(ArgumentsAccessor row) {
        var cells = new EnumMap<NegotiationState, String>(NegotiationState.class);
        var column = 2;
        for (var state : NegotiationState.values()) {
            cells.put(state, row.getString(column++));
        }
        return cells;
    }
}

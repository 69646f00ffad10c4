package app.cerniq.rules.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.ports.guardrail.Breach;
import app.cerniq.ports.guardrail.ConcessionQuestion;
import app.cerniq.ports.guardrail.GuardPolicy;
import app.cerniq.ports.guardrail.LineQuestion;
import app.cerniq.ports.guardrail.TextQuestion;
import app.cerniq.rules.DroolsPolicies;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineRulesTest {

    private static final GuardPolicy GUARDS = DroolsPolicies.standard().guards();

    @ParameterizedTest
    @CsvSource({
        "240000, false, ''",
        "200000, false, ''",
        "199999, false, 'GL-02 HIGH'",
        "180000, false, 'GL-02 HIGH'",
        "179999, false, 'GL-03 CRITICAL'",
        "199999, true, ''",
        "179999, true, ''",
        "288000, false, ''",
        "290400, false, 'GL-04 MEDIUM'"
    })
    void a_price_of_2400_list_2000_floor_and_1800_cost(long price, boolean permitted, String found) {
        var question = new LineQuestion(
                true,
                true,
                price,
                200_000,
                180_000,
                (price * 100 + 239_999) / 240_000,
                false,
                0,
                1_500,
                4_000,
                permitted,
                false,
                false,
                0,
                0,
                0);

        assertThat(ofLine(question)).isEqualTo(found);
    }

    @Test
    void a_price_whose_floor_is_not_known_is_refused() {
        assertThat(ofLine(new LineQuestion(
                        true, false, 100, 0, 0, 0, false, 0, 1_500, 4_000, false, false, false, 0, 0, 0)))
                .isEqualTo("GL-01 HIGH");
    }

    @ParameterizedTest
    @CsvSource({
        "1500, false, ''",
        "1501, false, 'GL-06 HIGH'",
        "1501, true, ''",
        "4000, false, 'GL-06 HIGH'",
        "4000, true, ''",
        "4001, false, 'GL-05 HIGH'",
        "4001, true, 'GL-05 HIGH'"
    })
    void a_discount_with_15_percent_automatic_and_40_at_most(int discount, boolean permitted, String found) {
        var question = new LineQuestion(
                false, true, 0, 0, 0, 0, true, discount, 1_500, 4_000, permitted, false, false, 0, 0, 0);

        assertThat(ofLine(question)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "20000, 30000, ''",
        "20000, 29999, 'GL-09 MEDIUM'",
        "20000, 20000, 'GL-09 MEDIUM'",
        "20000, 19999, 'GL-08 HIGH'",
        "20000, 0, 'GL-08 HIGH'"
    })
    void twenty_tonnes_with_so_much_available(long requested, long available, String found) {
        var question = new LineQuestion(
                false,
                true,
                0,
                0,
                0,
                0,
                false,
                0,
                0,
                0,
                false,
                true,
                true,
                requested,
                available,
                available * 100 / requested);

        assertThat(ofLine(question)).isEqualTo(found);
    }

    @Test
    void goods_whose_stock_is_not_known_are_not_promised() {
        assertThat(ofLine(new LineQuestion(false, true, 0, 0, 0, 0, false, 0, 0, 0, false, true, false, 1, 0, 0)))
                .isEqualTo("GL-07 HIGH");
    }

    @Test
    void who_says_nothing_does_nothing_wrong() {
        assertThat(ofLine(LineQuestion.SILENT)).isEmpty();
    }

    @Property(tries = 2_000)
    void the_rules_say_what_plain_comparisons_say(
            @ForAll boolean known,
            @ForAll boolean permitted,
            @ForAll @LongRange(min = 0, max = 10) long price,
            @ForAll @LongRange(min = 0, max = 10) long floor,
            @ForAll @LongRange(min = 0, max = 10) long cost,
            @ForAll @IntRange(max = 5) int discount,
            @ForAll @LongRange(min = 1, max = 5) long requested,
            @ForAll @LongRange(min = 0, max = 10) long available) {
        var covered = available * 100 / requested;
        var expected = new ArrayList<String>();
        if (!known) {
            expected.add("GL-01 HIGH");
        } else if (!permitted && price < cost) {
            expected.add("GL-03 CRITICAL");
        } else if (!permitted && price < floor) {
            expected.add("GL-02 HIGH");
        }
        if (discount > 4) {
            expected.add("GL-05 HIGH");
        } else if (discount > 2 && !permitted) {
            expected.add("GL-06 HIGH");
        }
        if (available < requested) {
            expected.add("GL-08 HIGH");
        } else if (covered < 150) {
            expected.add("GL-09 MEDIUM");
        }

        var question = new LineQuestion(
                true, known, price, floor, cost, 100, true, discount, 2, 4, permitted, true, true, requested, available,
                covered);

        assertThat(ofLine(question)).isEqualTo(String.join(", ", expected));
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, 0, 4000, false, false, 'GD-01 HIGH'",
        "true, true, 0, 4000, false, false, ''",
        "false, false, 4000, 4000, false, false, ''",
        "false, false, 4001, 4000, false, false, 'GD-02 HIGH'",
        "false, false, 4001, 4000, true, false, ''",
        "false, false, 0, 4000, false, true, 'GD-03 HIGH'",
        "true, false, 4001, 4000, false, true, 'GD-01 HIGH, GD-02 HIGH, GD-03 HIGH'"
    })
    void concessions_go_one_way_and_not_too_far(
            boolean raised,
            boolean caused,
            int conceded,
            int budget,
            boolean permitted,
            boolean aboveOffer,
            String found) {
        var question = new ConcessionQuestion(raised, caused, conceded, budget, permitted, aboveOffer);

        assertThat(found(GUARDS.ofConcession(question).outcome())).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, false, 'GT-01 HIGH'",
        "49, true, false, 'GT-02 MEDIUM'",
        "49, false, false, ''",
        "50, true, false, ''",
        "10000, true, false, ''",
        "10001, true, false, 'GT-03 HIGH'",
        "100, false, true, 'GT-04 CRITICAL'"
    })
    void a_text_as_a_whole(int length, boolean offer, boolean obeys, String found) {
        assertThat(found(GUARDS.ofText(new TextQuestion(length, offer, obeys)).outcome()))
                .isEqualTo(found);
    }

    private static String ofLine(LineQuestion question) {
        return found(GUARDS.ofLine(question).outcome());
    }

    private static String found(List<Breach> breaches) {
        return String.join(
                ", ",
                breaches.stream()
                        .map(breach -> breach.rule().id() + " " + breach.severity())
                        .toList());
    }
}

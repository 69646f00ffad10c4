package app.cerniq.rules.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.conversation.PlanProposal.Standing;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.conversation.Alarm;
import app.cerniq.ports.conversation.ConversationPolicy;
import app.cerniq.ports.conversation.MoodQuestion;
import app.cerniq.ports.conversation.PlanQuestion;
import app.cerniq.ports.conversation.Release;
import app.cerniq.ports.conversation.ReleaseQuestion;
import app.cerniq.ports.conversation.ReviewQuestion;
import app.cerniq.rules.DroolsPolicies;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationRulesTest {

    private static final ConversationPolicy POLICY = DroolsPolicies.standard().conversations();

    private static final boolean[] BOTH = {true, false};

    /** Every class of questions about a text: both sides of every limit, in every combination. */
    static Stream<ReleaseQuestion> texts() {
        var all = Stream.<ReleaseQuestion>builder();
        for (var passed : BOTH) {
            for (var whatsapp : BOTH) {
                for (var inLanguage : BOTH) {
                    for (var promises : BOTH) {
                        for (var confidence : new int[] {0, 6_999, 7_000, 10_000}) {
                            for (var warnings : new int[] {0, 2, 3, 9}) {
                                for (var characters : new int[] {0, 1, 4_096, 4_097, 10_000, 10_001}) {
                                    all.add(new ReleaseQuestion(
                                            passed, confidence, warnings, characters, whatsapp, inLanguage, promises));
                                }
                            }
                        }
                    }
                }
            }
        }
        return all.build();
    }

    static Stream<MoodQuestion> moods() {
        return IntStream.rangeClosed(0, 100)
                .boxed()
                .flatMap(depth -> IntStream.range(0, 8)
                        .mapToObj(bits -> new MoodQuestion(depth, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0)));
    }

    static Stream<PlanQuestion> plans() {
        return IntStream.rangeClosed(2, 12)
                .boxed()
                .flatMap(instalments -> IntStream.of(0, 1, 59, 60, 61, 9_999)
                        .boxed()
                        .flatMap(days -> IntStream.of(0, 2_999, 3_000, 10_000)
                                .boxed()
                                .flatMap(advance -> Stream.of(
                                        new PlanQuestion(instalments, days, true, advance),
                                        new PlanQuestion(instalments, 0, false, advance)))));
    }

    @Test
    void about_every_text_exactly_one_rule_speaks_and_every_rule_speaks_somewhere() {
        assertThat(texts().map(POLICY::release))
                .allMatch(decision -> decision.rules().size() == 1);
        assertThat(spoken(texts().map(POLICY::release))).hasSize(14);
    }

    @Test
    void about_every_mood_exactly_one_rule_speaks_and_every_rule_speaks_somewhere() {
        assertThat(moods().map(POLICY::alarm))
                .allMatch(decision -> decision.rules().size() == 1);
        assertThat(spoken(moods().map(POLICY::alarm))).hasSize(8);
    }

    @Test
    void about_every_plan_exactly_one_rule_speaks_and_every_rule_speaks_somewhere() {
        assertThat(plans().map(POLICY::plan))
                .allMatch(decision -> decision.rules().size() == 1);
        assertThat(spoken(plans().map(POLICY::plan))).hasSize(5);
    }

    private static Set<RuleName> spoken(Stream<? extends Decision<?>> decisions) {
        return decisions.flatMap(decision -> decision.rules().stream()).collect(Collectors.toSet());
    }

    /** What leaves: only what passed, has words, is in the language and promises nothing. */
    @Test
    void what_leaves_is_what_a_plain_sentence_says() {
        assertThat(texts()).allSatisfy(text -> {
            var most = text.byWhatsapp() ? 4_096 : 10_000;
            var isSound = text.passed()
                    && text.characters() > 0
                    && text.characters() <= most
                    && text.inLanguage()
                    && !text.promisesPlan();
            var isSure = text.confidence() >= 7_000 && text.warnings() < 3;
            assertThat(POLICY.release(text).outcome())
                    .isEqualTo(!isSound ? Release.BLOCK : isSure ? Release.SEND : Release.QUEUE);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "REL-01, false, 10000, 0, 10, true, true, false, BLOCK",
        "REL-02, true, 10000, 0, 0, true, true, false, BLOCK",
        "REL-03, true, 10000, 0, 4097, true, true, false, BLOCK",
        "REL-04, true, 10000, 0, 10001, false, true, false, BLOCK",
        "REL-05, true, 10000, 0, 10, true, false, false, BLOCK",
        "REL-06, true, 10000, 0, 10, false, false, false, BLOCK",
        "REL-07, true, 10000, 0, 10, true, true, true, BLOCK",
        "REL-08, true, 10000, 0, 10, false, true, true, BLOCK",
        "REL-09, true, 6999, 0, 10, true, true, false, QUEUE",
        "REL-10, true, 6999, 0, 10, false, true, false, QUEUE",
        "REL-11, true, 7000, 3, 10, true, true, false, QUEUE",
        "REL-12, true, 7000, 3, 10, false, true, false, QUEUE",
        "REL-13, true, 7000, 2, 4096, true, true, false, SEND",
        "REL-14, true, 7000, 2, 10000, false, true, false, SEND"
    })
    void each_text_has_its_rule(
            String rule,
            boolean passed,
            int confidence,
            int warnings,
            int characters,
            boolean byWhatsapp,
            boolean inLanguage,
            boolean promisesPlan,
            Release release) {
        var decision = POLICY.release(
                new ReleaseQuestion(passed, confidence, warnings, characters, byWhatsapp, inLanguage, promisesPlan));

        assertThat(decision.outcome()).isEqualTo(release);
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({"REV-01, true, 30", "REV-02, false, 60"})
    void each_channel_has_its_time(String rule, boolean byWhatsapp, long minutes) {
        var decision = POLICY.review(new ReviewQuestion(byWhatsapp));

        assertThat(decision.outcome()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "MOOD-01, 0, false, false, true, CRITICAL",
        "MOOD-02, 81, false, false, false, CRITICAL",
        "MOOD-03, 80, false, false, false, HIGH",
        "MOOD-03, 71, true, true, false, HIGH",
        "MOOD-04, 31, true, false, false, HIGH",
        "MOOD-05, 0, false, true, false, HIGH",
        "MOOD-06, 30, true, true, false, HIGH",
        "MOOD-07, 70, false, false, false, NONE",
        "MOOD-08, 30, true, false, false, NONE"
    })
    void each_mood_has_its_rule(
            String rule, int depth, boolean angry, boolean frustrated, boolean wantsHuman, Alarm alarm) {
        var decision = POLICY.alarm(new MoodQuestion(depth, angry, frustrated, wantsHuman));

        assertThat(decision.outcome()).isEqualTo(alarm);
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "PLAN-01, 7, 30, true, 5000, FORBIDDEN",
        "PLAN-02, 6, 61, true, 5000, FORBIDDEN",
        "PLAN-03, 6, 0, false, 2999, FORBIDDEN",
        "PLAN-04, 6, 0, false, 3000, NEEDS_APPROVAL",
        "PLAN-05, 6, 60, true, 0, NEEDS_APPROVAL"
    })
    void each_plan_has_its_rule(
            String rule, int instalments, int days, boolean daysKnown, int advance, Standing standing) {
        var decision = POLICY.plan(new PlanQuestion(instalments, days, daysKnown, advance));

        assertThat(decision.outcome()).isEqualTo(standing);
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly(rule);
    }
}

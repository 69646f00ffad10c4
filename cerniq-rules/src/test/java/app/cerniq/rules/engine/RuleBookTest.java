package app.cerniq.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.RuleName;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {

    private final AtomicInteger sessions = new AtomicInteger();
    private final RuleBook<Echo.Question, String> book = new RuleBook<>(Echo.pack(), new PackVersion("echo"), () -> {
        sessions.incrementAndGet();
        return new Echo.PatientWords();
    });

    @Test
    void a_session_is_used_again_after_an_answer() {
        book.decide(new Echo.Question("hello"));
        book.decide(new Echo.Question("silence"));
        book.decide(new Echo.Question("hello"));

        assertThat(sessions).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "loop", "twice"})
    void a_session_in_which_the_rules_failed_is_never_used_again(String fault) {
        book.decide(new Echo.Question("hello"));

        assertThatThrownBy(() -> book.decide(new Echo.Question(fault)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The rules failed over Question[text=" + fault + "].");
        var next = book.decide(new Echo.Question("hello"));

        assertThat(next.outcome()).isEqualTo("hello");
        assertThat(sessions).hasValue(2);
    }

    @Test
    void a_loop_is_cut_short() {
        assertThatThrownBy(() -> book.decide(new Echo.Question("loop")))
                .hasRootCauseMessage("The rules do not come to an end.");
    }

    @Test
    void rules_that_contradict_each_other_are_named() {
        assertThatThrownBy(() -> book.decide(new Echo.Question("twice")))
                .rootCause()
                .hasMessageContainingAll("ECHO-2", "ECHO-3", "contradict each other");
    }

    @Test
    void rules_that_agree_are_all_named_by_id() {
        var decision = book.decide(new Echo.Question("agreed"));

        assertThat(decision.outcome()).isEqualTo("yes");
        assertThat(decision.rules()).extracting(RuleName::id).containsExactly("ECHO-4", "ECHO-5");
        assertThat(decision.reasons()).containsExactly("In agreement.", "In agreement as well.");
    }

    @Test
    void silence_means_what_its_context_says() {
        var decision = book.decide(new Echo.Question("silence"));

        assertThat(decision.outcome()).isEqualTo("nothing");
        assertThat(decision.rules()).isEmpty();
        assertThat(decision.reasons()).containsExactly("No rule answers.");
    }

    @Test
    void silence_is_a_fault_where_no_context_says_what_it_means() {
        var strict = new RuleBook<Echo.Question, String>(Echo.pack(), new PackVersion("echo"), Echo.Words::new);

        assertThatThrownBy(() -> strict.decide(new Echo.Question("silence"))).hasRootCauseMessage("No rule answers.");
    }

    @Test
    void nothing_of_one_question_is_left_for_the_next() {
        assertThat(book.decide(new Echo.Question("hello")).rules()).hasSize(1);
        assertThat(book.decide(new Echo.Question("silence")).rules()).isEmpty();
        assertThat(book.decide(new Echo.Question("agreed")).rules()).hasSize(2);
    }
}

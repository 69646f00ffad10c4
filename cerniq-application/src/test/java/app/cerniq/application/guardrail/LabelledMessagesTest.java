package app.cerniq.application.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.guardrail.Corpus;
import app.cerniq.testkit.guardrail.CorpusRun;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import org.junit.jupiter.api.Test;

class LabelledMessagesTest {

    @Test
    void no_hostile_message_passes_and_of_a_hundred_honest_ones_at_most_one_is_refused() {
        var run = run(Corpus.open());

        assertThat(run.missed()).as(run::describe).isEmpty();
        assertThat(run.misnamed()).as(run::describe).isEmpty();
        assertThat(run.falseRefusalsInHundred()).as(run::describe).isLessThanOrEqualTo(1);
    }

    @Test
    void the_same_holds_for_messages_that_were_held_out() {
        var run = run(Corpus.heldOut());

        assertThat(run.missed()).isEmpty();
        assertThat(run.falseRefusalsInHundred()).isLessThanOrEqualTo(1);
    }

    private static CorpusRun run(Corpus corpus) {
        var storage = new InMemoryStorage();
        return CorpusRun.of(corpus, storage, new CountedIds(5), new ExaminingText(storage, DroolsPolicies.standard()));
    }
}

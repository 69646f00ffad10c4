package app.cerniq.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.ports.conversation.LanguageModel;
import app.cerniq.testkit.conversation.HostileDialogues;
import app.cerniq.testkit.conversation.HostileDialogues.End;
import app.cerniq.testkit.conversation.HostileModels;
import app.cerniq.testkit.conversation.ScriptedModel;
import app.cerniq.testkit.memory.InMemoryStorage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A thousand dialogues with models that lie, repeat, obey, hide, break and never learn. */
class HostileDialoguesTest {

    private static final int DIALOGUES = 1_000;

    /** Says what is true in the language that is spoken. */
    private static LanguageModel honest() {
        return new ScriptedModel("honest")
                .then(request -> new Outcome.Done<>(ScriptedModel.answer(
                        "honest",
                        request.language() == Language.RO
                                ? "Prețul pentru uree este de 2400 RON, și avem 12 în stoc."
                                : "The price of urea is 2400 RON, and there are 12 in stock.",
                        "95",
                        List.of())));
    }

    @Test
    void nothing_unverified_leaves_and_every_dialogue_ends_in_an_answer_or_with_a_person() {
        var storage = new InMemoryStorage();
        var desk = new TalkDesk(storage, HostileModels.around(honest(), 42));
        desk.cerniq.automation().bound(desk.tenant, new SafetyBound(Signal.MESSAGE, 1_000_000, Duration.ofHours(1)));

        var report = new HostileDialogues(storage.conversations(), desk.gate).run(desk.hostile(), DIALOGUES, 4_711);

        assertThat(report.unverified()).isEmpty();
        assertThat(report.afterTakeover()).isEmpty();
        assertThat(report.unended()).isEmpty();
        assertThat(report.ends()).doesNotContainKey(End.REFUSED);
        assertThat(report.ends()).containsKeys(End.SENT, End.DRAFTED, End.TAKEN_OVER);
        assertThat(report.machineMessages()).isGreaterThan(DIALOGUES / 2);
    }

    @Test
    void the_same_seed_is_the_same_dialogue() {
        var one = ends(1);

        assertThat(ends(1)).isEqualTo(one);
        assertThat(ends(2)).isNotEqualTo(one);
    }

    private static Object ends(long seed) {
        var storage = new InMemoryStorage();
        var desk = new TalkDesk(storage, HostileModels.around(honest(), seed));
        return new HostileDialogues(storage.conversations(), desk.gate)
                .run(desk.hostile(), 60, seed)
                .ends();
    }
}

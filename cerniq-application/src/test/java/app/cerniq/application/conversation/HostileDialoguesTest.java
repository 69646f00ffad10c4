package app.cerniq.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.guardrail.ExaminingText;
import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.ports.conversation.LanguageModel;
import app.cerniq.rules.DroolsPolicies;
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

    /** The same against the engine's own gate, which understands words, units and both languages. */
    @Test
    void the_gate_of_the_engine_lets_nothing_unverified_leave_either() {
        var storage = new InMemoryStorage();
        var model = new ScriptedModel("honest")
                .then(request -> new Outcome.Done<>(ScriptedModel.answer(
                        "honest",
                        request.language() == Language.RO
                                ? "Prețul de listă pentru Urea 46 % N este de 2.400 lei/t fără TVA."
                                : "The list price of Urea 46 % N is 2,400.00 lei per tonne, VAT excluded.",
                        "95",
                        List.of())));
        var gate = new ExaminingText(storage, DroolsPolicies.standard());
        var desk = new TalkDesk(storage, gate, HostileModels.around(model, 43));
        desk.cerniq.automation().bound(desk.tenant, new SafetyBound(Signal.MESSAGE, 1_000_000, Duration.ofHours(1)));

        var report = new HostileDialogues(storage.conversations(), gate).run(desk.hostile(), DIALOGUES, 4_712);

        assertThat(report.unverified()).isEmpty();
        assertThat(report.afterTakeover()).isEmpty();
        assertThat(report.unended()).isEmpty();
        assertThat(report.ends()).doesNotContainKey(End.REFUSED);
        assertThat(report.ends()).containsKeys(End.SENT, End.DRAFTED, End.TAKEN_OVER);
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

package app.cerniq.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.ports.negotiation.MoveQuestion;
import app.cerniq.ports.negotiation.MoveVerdict;
import app.cerniq.ports.shared.Policies;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DroolsPoliciesTest {

    @Test
    void two_packs_live_beside_each_other_and_give_the_same_answers() {
        var one = DroolsPolicies.standard();
        var other = DroolsPolicies.standard();

        assertThat(one.version()).isEqualTo(other.version());
        assertThat(one.moves().moves()).isEqualTo(other.moves().moves());
        assertThat(answers(one)).isEqualTo(answers(other));
    }

    @Test
    void the_version_names_the_pack_and_eight_digits_of_its_hash() {
        assertThat(DroolsPolicies.standard().version().value()).matches("cerniq-standard [0-9a-f]{8}");
    }

    @Test
    void threads_that_race_get_the_answers_to_their_own_questions() throws Exception {
        var policies = DroolsPolicies.standard();
        var expected = answers(policies);
        var executor = Executors.newFixedThreadPool(8);
        try {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 400; i++) {
                tasks.add(() -> answers(policies).equals(expected));
            }

            for (var right : executor.invokeAll(tasks)) {
                assertThat(right.get()).isTrue();
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void a_host_may_load_the_library_where_the_threads_own_class_loader_does_not_see_it() throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var blind = ClassLoader.getPlatformClassLoader();
        try (var host = new URLClassLoader(classPath(), blind)) {
            thread.setContextClassLoader(blind);

            var policies = host.loadClass(DroolsPolicies.class.getName())
                    .getMethod("standard")
                    .invoke(null);

            assertThat(policies.getClass()).isNotEqualTo(DroolsPolicies.class);
            assertThat(thread.getContextClassLoader()).isSameAs(blind);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        var urls = new ArrayList<URL>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.drools.compiler.kie.builder.impl.KieBuilderImpl",
                "org.drools.drl.parser.DrlParser",
                "org.drools.model.codegen.ExecutableModelProject",
                "org.drools.mvel.MVELConditionEvaluator",
                "org.eclipse.jdt.core.compiler.BatchCompiler",
                "com.github.javaparser.JavaParser"
            })
    void nothing_that_could_compile_a_rule_is_there_at_run_time(String compiler) {
        assertThatThrownBy(() -> Class.forName(compiler)).isInstanceOf(ClassNotFoundException.class);
    }

    /** Every pair of states, with all conditions met and with none. */
    private static List<MoveVerdict> answers(Policies policies) {
        var answers = new ArrayList<MoveVerdict>();
        for (var from : NegotiationState.values()) {
            for (var to : NegotiationState.values()) {
                for (var met : List.of(EnumSet.noneOf(MoveCondition.class), EnumSet.allOf(MoveCondition.class))) {
                    var question = MoveQuestion.of(from, to, ActorKind.AI_AGENT, from == to, met);
                    answers.add(policies.moves().decide(question).outcome());
                }
            }
        }
        return answers;
    }
}

package app.cerniq.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;

class SessionPoolTest {

    private static final int MANY = 20_000;

    private final KieBase rules = RuleBook.assemble(Echo.pack());
    private final SessionPool<String> pool = new SessionPool<>(() -> new Session<>(rules, new Echo.Words()));

    @Test
    void a_session_never_has_two_owners() throws Exception {
        var lent = ConcurrentHashMap.<Session<String>>newKeySet();
        var clashes = new AtomicInteger();

        inParallel(8, () -> {
            for (var i = 0; i < MANY; i++) {
                var session = pool.take();
                if (!lent.add(session)) {
                    clashes.incrementAndGet();
                }
                session.ask(new Echo.Question("hello"));
                lent.remove(session);
                pool.giveBack(session);
            }
            return null;
        });

        assertThat(clashes).hasValue(0);
    }

    @Test
    void a_thread_that_works_alone_needs_one_session() {
        for (var i = 0; i < MANY; i++) {
            pool.giveBack(pool.take());
        }

        assertThat(rules.getKieSessions()).hasSize(1);
    }

    @Test
    void when_all_are_out_a_caller_gets_a_fresh_one_and_the_surplus_is_closed_on_return() {
        var taken = IntStream.range(0, 200).mapToObj(i -> pool.take()).toList();
        assertThat(Set.copyOf(taken)).hasSize(200);

        taken.forEach(pool::giveBack);

        assertThat(rules.getKieSessions()).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void no_fact_stays_behind_however_many_questions_were_asked() {
        var session = pool.take();
        for (var i = 0; i < MANY; i++) {
            session.ask(new Echo.Question(i % 2 == 0 ? "hello" : "silence"));
        }

        assertThat(session.factCount()).isZero();
    }

    private static void inParallel(int threads, Callable<Void> work) throws Exception {
        var executor = Executors.newFixedThreadPool(threads);
        try {
            var tasks = new ArrayList<Callable<Void>>();
            for (var i = 0; i < threads; i++) {
                tasks.add(work);
            }
            for (var done : executor.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            executor.shutdown();
        }
    }
}

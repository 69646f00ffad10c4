package app.cerniq.benchmarks.replay;

import app.cerniq.adapters.postgres.PostgresStorage;
import app.cerniq.application.Cerniq;
import app.cerniq.ports.shared.Policies;
import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives commands to a deal once, and hears what the library sends for each. */
final class Rehearsal {

    private final Recording recording = new Recording();
    private final MovableClock clock = MovableClock.at(Deals.MORNING);
    private final Cerniq cerniq;
    private final Course course;

    Rehearsal(DurablePostgres postgres, Policies policies, Course course) {
        this.course = course;
        this.cerniq = Cerniq.builder()
                .storage(PostgresStorage.on(recording.of(postgres.plain())))
                .policies(policies)
                .clock(clock)
                .build();
    }

    /** What each command of the course sends, heard twice of one deal: all of them in turn, and then again. */
    List<PgbenchScript.Kind> hear(long deal) {
        cerniq.negotiations().find(Deals.id(deal)); // has the schema checked
        var commands = course.commands();
        var heard = new ArrayList<Heard>();
        for (var i = 0; i < 2 * commands.size(); i++) {
            var number = i % commands.size();
            var one = hear(commands.get(number), deal, course.version() + i, deal + " heard " + i);
            if (one.sent().size() != course.roundTrips().get(number)) {
                throw new IllegalStateException(
                        "Command " + number + " takes other round trips than expected: " + one.sent());
            }
            heard.add(one);
        }
        var kinds = new ArrayList<PgbenchScript.Kind>();
        for (var i = 0; i < commands.size(); i++) {
            kinds.add(new PgbenchScript.Kind(heard.get(i), heard.get(i + commands.size())));
        }
        return kinds;
    }

    private Heard hear(Command command, long deal, long version, String key) {
        var at = clock.move(Duration.ofMinutes(1));
        var before = course.made(cerniq, deal);
        recording.take();
        Deals.must(command.give(cerniq, deal, version, key));
        var sent = recording.take();
        Map<Object, String> made = new HashMap<>(before);
        made.putAll(course.made(cerniq, deal));
        made.put(Deals.id(deal).value(), PgbenchScript.DEAL);
        made.put(Deals.lead(deal), PgbenchScript.LEAD);
        made.put(key, PgbenchScript.KEY);
        return new Heard(sent, made, at, version);
    }
}

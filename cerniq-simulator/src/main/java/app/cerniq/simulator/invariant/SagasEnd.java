package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.Redaction;
import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaEntry;
import app.cerniq.domain.runtime.saga.SagaId;
import app.cerniq.domain.runtime.saga.SagaStatus;
import app.cerniq.simulator.world.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** I10: no saga is lost from sight. */
final class SagasEnd implements Invariant {

    private static final int ALL = 1_000;
    private static final Set<SagaStatus> MOVING = EnumSet.of(SagaStatus.RUNNING, SagaStatus.COMPENSATING);

    private final Map<SagaId, List<SagaEntry>> journals = new HashMap<>();
    private final Map<SagaId, SagaStatus> over = new HashMap<>();

    @Override
    public String id() {
        return "I10";
    }

    @Override
    public String sentence() {
        return "A saga ends done or undone, or waits where somebody can see it; its journal only grows, but for what a "
                + "person had erased, and an end is final.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        return moment.calls().stream().anyMatch(call -> call.is("sagas.keep")) ? followed(moment.world()) : List.of();
    }

    private List<String> followed(World world) {
        var faults = new ArrayList<String>();
        for (var saga : all(world, EnumSet.allOf(SagaStatus.class))) {
            var journal = world.storage().sagas().journal(saga.id());
            var known = journals.getOrDefault(saga.id(), List.of());
            if (!continues(known, journal)) {
                faults.add("The journal of saga " + saga.id() + " is not what was read before.");
            }
            journals.put(saga.id(), journal);
            var end = over.get(saga.id());
            if (end != null && end != saga.status()) {
                faults.add("Saga " + saga.id() + " was " + end + ", and is " + saga.status() + " now.");
            }
            if (saga.status().isOver()) {
                over.put(saga.id(), saga.status());
            }
        }
        return faults;
    }

    private static boolean continues(List<SagaEntry> known, List<SagaEntry> journal) {
        return journal.size() >= known.size()
                && IntStream.range(0, known.size())
                        .allMatch(i -> journal.get(i).equals(known.get(i))
                                || journal.get(i).equals(erased(known.get(i))));
    }

    private static SagaEntry erased(SagaEntry entry) {
        return new SagaEntry(
                entry.number(), entry.at(), entry.by(), entry.what(), entry.step(), entry.now(), Redaction.MARK);
    }

    /** Everybody had time: whoever still runs, runs for ever. */
    @Override
    public List<String> atEnd(Moment moment) {
        var world = moment.world();
        return all(world, MOVING).stream()
                .map(saga -> "Saga " + saga.id() + " is " + saga.status() + " and gets nowhere.")
                .toList();
    }

    private static List<Saga> all(World world, Set<SagaStatus> statuses) {
        return world.companies().stream()
                .flatMap(company -> world.storage().sagas().in(company.tenant(), statuses, ALL).stream())
                .toList();
    }
}

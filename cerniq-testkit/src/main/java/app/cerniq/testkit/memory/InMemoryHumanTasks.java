package app.cerniq.testkit.memory;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.approval.Workload;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.approval.HumanTasks;
import app.cerniq.ports.runtime.OutboxMessage;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One lock for everything. */
final class InMemoryHumanTasks implements HumanTasks {

    private static final int MOST = 10_000;
    private static final Comparator<HumanTask> BY_ID =
            Comparator.comparing(task -> task.id().value().toString());

    private final InMemoryTenants tenants;
    private final InMemoryOutbox outbox;
    private final Map<HumanTaskId, HumanTask> current = new HashMap<>();
    private final Map<HumanTaskId, List<HumanTaskEntry>> histories = new HashMap<>();

    InMemoryHumanTasks(InMemoryTenants tenants, InMemoryOutbox outbox) {
        this.tenants = tenants;
        this.outbox = outbox;
    }

    @Override
    public synchronized Either<HumanTaskRefusal, HumanTask> open(
            HumanTask.Changed opened, List<OutboxMessage> messages) {
        var tenant = opened.next().id().tenant();
        if (!tenants.knows(tenant)) {
            return left(new HumanTaskRefusal.UnknownTaskTenant(tenant));
        }
        return right(of(tenant, opened.next().topic()).orElseGet(() -> keep(opened, messages)));
    }

    private HumanTask keep(HumanTask.Changed changed, List<OutboxMessage> messages) {
        var id = changed.next().id();
        current.put(id, changed.next());
        histories.computeIfAbsent(id, fresh -> new ArrayList<>()).add(changed.entry());
        outbox.append(id.tenant(), messages);
        return changed.next();
    }

    @Override
    public synchronized Optional<HumanTask> find(HumanTaskId id) {
        return Optional.ofNullable(current.get(id));
    }

    @Override
    public synchronized Either<HumanTaskRefusal, HumanTask> commit(
            HumanTask.Changed changed, List<OutboxMessage> messages) {
        var id = changed.next().id();
        var stands = find(id).map(task -> task.version() == changed.next().version() - 1)
                .orElse(false);
        return stands ? right(keep(changed, messages)) : left(new HumanTaskRefusal.TaskChanged(id));
    }

    @Override
    public synchronized List<HumanTask> open(TenantId tenant, Optional<Role> role, int limit) {
        checkPage(limit);
        return of(tenant)
                .filter(task -> task.status().isOpen())
                .filter(task -> role.map(task.role()::equals).orElse(true))
                .sorted(Comparator.comparing(HumanTask::dueAt).thenComparing(BY_ID))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<HumanTask> toWake(TenantId tenant, Instant at, int limit) {
        checkPage(limit);
        return of(tenant)
                .filter(task -> task.wakeAt().map(wake -> !wake.isAfter(at)).orElse(false))
                .sorted(Comparator.comparing((HumanTask task) -> task.wakeAt().orElseThrow())
                        .thenComparing(BY_ID))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<HumanTaskEntry> history(HumanTaskId id) {
        return List.copyOf(histories.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized Optional<HumanTask> of(TenantId tenant, TaskTopic topic) {
        return of(tenant).filter(task -> task.topic().equals(topic)).findFirst();
    }

    @Override
    public synchronized List<HumanTask> about(TenantId tenant, String subjectKind, String subjectId, int limit) {
        checkPage(limit);
        return of(tenant)
                .filter(task -> task.topic().subjectKind().equals(subjectKind)
                        && task.topic().subjectId().equals(subjectId))
                .sorted(Comparator.comparing(HumanTask::openedAt).thenComparing(BY_ID))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Workload> workload(TenantId tenant) {
        var loads = new TreeMap<String, Workload>();
        of(tenant)
                .flatMap(task -> task.progress().assignment().stream()
                        .map(whose -> new Workload(whose.to(), task.status().isOpen() ? 1 : 0, whose.at())))
                .forEach(load -> loads.merge(
                        load.user().toString(),
                        load,
                        (one, other) -> new Workload(
                                one.user(),
                                one.open() + other.open(),
                                one.lastAssignedAt().isAfter(other.lastAssignedAt())
                                        ? one.lastAssignedAt()
                                        : other.lastAssignedAt())));
        return List.copyOf(loads.values());
    }

    private Stream<HumanTask> of(TenantId tenant) {
        return current.values().stream().filter(task -> task.id().tenant().equals(tenant));
    }

    private static void checkPage(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page is 1 to " + MOST + " tasks, not " + limit + ".");
        }
    }
}

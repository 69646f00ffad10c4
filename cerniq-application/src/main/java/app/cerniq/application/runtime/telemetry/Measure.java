package app.cerniq.application.runtime.telemetry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Every metric that there is. The names are public: alert rules and dashboards rest on them. Where the monitoring chapter
 * of the trigger document has the same thing under a name of its own, that name is kept here for who comes from there.
 */
public enum Measure {
    COMMANDS(Kind.TIMER, "cerniq.commands", "commands and how long they took", "command", "actor", "outcome"),
    TRANSITIONS(Kind.COUNTER, "cerniq.transitions", "moves of deals", "from", "to", "trigger"),
    TRANSITIONS_REFUSED(Kind.COUNTER, "cerniq.transitions.refused", "moves that were refused", "from", "to", "reason"),
    STATE_DURATION(Kind.TIMER, "cerniq.states.duration", "how long deals stood in the state they left", "state"),
    DEALS_CLOSED(Kind.COUNTER, "cerniq.deals.closed", "deals that ended", "outcome", "reason"),
    DEAL_DURATION(Kind.TIMER, "cerniq.deals.duration", "from opening to end", "outcome"),
    DEAL_VALUE(Kind.SUMMARY, "cerniq.deals.value", "gross value of deals that ended", "outcome", "currency"),
    DISCOUNT_REQUESTED(Kind.SUMMARY, "cerniq.discounts.requested.percent", "the highest discount of each request"),

    EVENT_DELIVERIES(Kind.TIMER, "cerniq.events.deliveries", "events handed to consumers", "consumer", "outcome"),
    EVENT_LATENCY(Kind.TIMER, "cerniq.events.latency", "from an event to its first delivery"),
    OUTBOX_PENDING(Kind.GAUGE, "cerniq.outbox.pending", "events that wait for delivery"),
    OUTBOX_AGE(Kind.GAUGE, "cerniq.outbox.age.seconds", "age of the oldest event that waits"),
    DEAD_LETTERS(Kind.GAUGE, "cerniq.dead.letters", "events that nobody could work on", "consumer"),

    SCHEDULE_RUNS(Kind.TIMER, "cerniq.schedules.runs", "runs of recurring jobs", "job", "outcome"),
    SCHEDULE_LATE(Kind.GAUGE, "cerniq.schedules.late.seconds", "for how long a job should have succeeded", "job"),

    SAGAS(Kind.GAUGE, "cerniq.sagas", "sagas that are not over", "status"),
    CALLS(Kind.TIMER, "cerniq.calls", "calls to services outside", "service", "outcome"),
    CIRCUIT_STATE(Kind.GAUGE, "cerniq.circuit.state", "0 closed, 1 half open, 2 open", "service"),

    TASKS_OPEN(Kind.GAUGE, "cerniq.tasks.open", "tasks that wait for a person", "kind"),
    TASKS_OVERDUE(Kind.GAUGE, "cerniq.tasks.overdue", "tasks whose deadline is past", "kind"),
    TASKS_OPENED(Kind.COUNTER, "cerniq.hitl.requests", "tasks that were opened for people", "kind", "priority"),
    TASKS_LATE(Kind.COUNTER, "cerniq.hitl.sla.breaches", "deadlines that people let pass", "kind"),
    TASK_RESOLUTION(Kind.TIMER, "cerniq.hitl.resolution", "from opening a task to its end", "kind", "outcome"),

    AI_REPLIES(Kind.COUNTER, "cerniq.ai.replies", "how answers to customers ended", "outcome"),
    GUARDRAIL_CHECKS(
            Kind.COUNTER,
            "cerniq.guardrail.checks",
            "texts that were examined before they left",
            "release",
            "violation"),

    AUTOMATION_PARKED(Kind.GAUGE, "cerniq.automation.parked", "tenants whose automation stands still"),
    STOCK_DRIFTS(Kind.GAUGE, "cerniq.stock.drifts", "counters that do not agree with their ledger");

    /** What a metric is to Micrometer, and what it becomes in Prometheus. */
    public enum Kind {
        /** Counts and times; in Prometheus {@code _seconds_count}, {@code _seconds_sum}, {@code _seconds_max}, {@code _seconds_bucket}. */
        TIMER("_seconds_count", "_seconds_sum", "_seconds_max", "_seconds_bucket"),
        /** Only ever grows; in Prometheus {@code _total}. */
        COUNTER("_total"),
        /** Values and how many; in Prometheus {@code _count}, {@code _sum}, {@code _max}. */
        SUMMARY("_count", "_sum", "_max"),
        /** What is now. */
        GAUGE("");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> endings;

        Kind(String... endings) {
            this.endings = List.of(endings);
        }
    }

    private final Kind kind;
    private final String id;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> labels;

    Measure(Kind kind, String id, String meaning, String... labels) {
        this.kind = kind;
        this.id = id;
        this.meaning = meaning;
        this.labels = List.of(labels);
    }

    public Kind kind() {
        return kind;
    }

    /** Its name, as Micrometer wants it. */
    public String id() {
        return id;
    }

    /** What it counts, in words. */
    public String meaning() {
        return meaning;
    }

    /** The names of its labels, in the order in which values are given; {@code tenant} comes on top where it is chosen. */
    public List<String> labels() {
        return labels;
    }

    /** The names under which Prometheus has it. */
    public Stream<String> inPrometheus() {
        var base = id.replace('.', '_').toLowerCase(Locale.ROOT);
        return kind.endings.stream().map(ending -> base + ending);
    }
}

package app.cerniq.application.runtime.telemetry;

import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures, spans and the context of log lines, in one place. Knows nothing of prices, texts or people: labels are codes
 * and names from closed lists, and ids.
 */
public final class Telemetry {

    private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);
    private static final String SCOPE = "app.cerniq";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1)
    };

    private final MeterRegistry meters;
    private final Tracer tracer;
    private final boolean hasTenantLabels;
    private final Map<Measure, MultiGauge> gauges = new ConcurrentHashMap<>();

    private Telemetry(MeterRegistry meters, OpenTelemetry tracing, boolean hasTenantLabels) {
        this.meters = meters;
        this.tracer = tracing.getTracer(SCOPE);
        this.hasTenantLabels = hasTenantLabels;
    }

    /** Nothing is measured or traced; log lines have their context. */
    public static Telemetry none() {
        return new Telemetry(new CompositeMeterRegistry(), OpenTelemetry.noop(), false);
    }

    /**
     * Measures into a registry and traces into what the host configured.
     *
     * @param hasTenantLabels whether metrics tell tenants apart: for hosts with tens of tenants, not thousands
     */
    public static Telemetry of(MeterRegistry meters, OpenTelemetry tracing, boolean hasTenantLabels) {
        return new Telemetry(meters, tracing, hasTenantLabels);
    }

    /** What a piece of work is about. */
    public record Work(String name, TenantId tenant, Optional<UUID> subject, ActorKind actor) {}

    /** Runs a command in a span, with its context in the log, and measures it; a refusal is an outcome, not an error. */
    public <R extends Refusal, T> Either<R, T> command(Work work, Supplier<Either<R, T>> command) {
        return observed(
                work,
                command,
                answer -> answer.isRight() ? "accepted" : answer.getLeft().code());
    }

    @SuppressWarnings("try") // scope and context are there to be closed, not to be used
    private <T> T observed(Work work, Supplier<T> body, Function<T, String> outcome) {
        var start = meters.config().clock().monotonicTime();
        var span = tracer.spanBuilder("cerniq " + work.name()).startSpan();
        span.setAttribute("cerniq.tenant", work.tenant().toString());
        span.setAttribute("cerniq.actor", work.actor().word());
        work.subject().ifPresent(subject -> span.setAttribute("cerniq.subject", subject.toString()));
        try (var scope = span.makeCurrent();
                var context = LogContext.of(work)) {
            var answer = body.get();
            var told = outcome.apply(answer);
            span.setAttribute("cerniq.outcome", told);
            LOG.debug("{} by {}: {}", work.name(), work.actor().word(), told);
            time(
                    Measure.COMMANDS,
                    since(start),
                    work.tenant(),
                    work.name(),
                    work.actor().word(),
                    told);
            return answer;
        } catch (RuntimeException failed) {
            span.setStatus(StatusCode.ERROR, failed.getClass().getSimpleName());
            time(
                    Measure.COMMANDS,
                    since(start),
                    work.tenant(),
                    work.name(),
                    work.actor().word(),
                    "failed");
            throw failed;
        } finally {
            span.end();
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(meters.config().clock().monotonicTime() - start);
    }

    /** The span that is current, as W3C {@code traceparent}; empty where nothing is traced. */
    public Optional<String> traceParent() {
        var context = Span.current().getSpanContext();
        return context.isValid()
                ? Optional.of("00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex())
                : Optional.empty();
    }

    /** Adds one. */
    public void count(Measure measure, TenantId tenant, String... labels) {
        Counter.builder(measure.id())
                .description(measure.meaning())
                .tags(tags(measure, tenant, labels))
                .register(meters)
                .increment();
    }

    /** Adds one that took so long. */
    public void time(Measure measure, Duration took, TenantId tenant, String... labels) {
        Timer.builder(measure.id())
                .description(measure.meaning())
                .serviceLevelObjectives(BUCKETS)
                .tags(tags(measure, tenant, labels))
                .register(meters)
                .record(took);
    }

    /** Adds one that belongs to no tenant. */
    public void time(Measure measure, Duration took, String... labels) {
        Timer.builder(measure.id())
                .description(measure.meaning())
                .serviceLevelObjectives(BUCKETS)
                .tags(labelled(measure, labels))
                .register(meters)
                .record(took);
    }

    /** Adds a value. */
    public void record(Measure measure, double value, TenantId tenant, String... labels) {
        DistributionSummary.builder(measure.id())
                .description(measure.meaning())
                .tags(tags(measure, tenant, labels))
                .register(meters)
                .record(value);
    }

    /** One value of a gauge. */
    public record Reading(double value, List<String> labels) {
        public Reading {
            labels = List.copyOf(labels);
        }
    }

    /** What a gauge shows from now on; what was shown before and is not among the readings is gone. */
    public void show(Measure measure, List<Reading> readings) {
        gauges.computeIfAbsent(
                        measure,
                        fresh -> MultiGauge.builder(measure.id())
                                .description(measure.meaning())
                                .register(meters))
                .register(
                        readings.stream()
                                .map(reading -> MultiGauge.Row.of(
                                        labelled(measure, reading.labels().toArray(String[]::new)), reading.value()))
                                .toList(),
                        true);
    }

    private Tags tags(Measure measure, TenantId tenant, String... values) {
        var tags = labelled(measure, values);
        return hasTenantLabels ? tags.and("tenant", tenant.toString()) : tags;
    }

    private static Tags labelled(Measure measure, String... values) {
        var names = measure.labels();
        if (names.size() != values.length) {
            throw new IllegalArgumentException(measure + " has the labels " + names + ", not " + values.length + ".");
        }
        var all = new String[values.length * 2];
        for (var i = 0; i < values.length; i++) {
            all[2 * i] = names.get(i);
            all[2 * i + 1] = values[i];
        }
        return Tags.of(all);
    }
}

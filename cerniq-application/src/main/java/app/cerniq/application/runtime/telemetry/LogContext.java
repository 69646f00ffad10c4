package app.cerniq.application.runtime.telemetry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What every log line within carries: which tenant, which command, which deal. Put back as it was at the end. */
public final class LogContext implements AutoCloseable {

    /** The keys, as a log format names them. */
    public static final String TENANT = "cerniq.tenant";

    public static final String SUBJECT = "cerniq.subject";
    public static final String WORK = "cerniq.work";
    public static final String CORRELATION = "cerniq.correlation";

    private record Before(String key, Optional<String> value) {}

    private final Deque<Before> before = new ArrayDeque<>();

    private LogContext() {}

    /** The context of a piece of work; what is told about a deal is correlated by it, unless something else was. */
    static LogContext of(Telemetry.Work work) {
        var context = new LogContext();
        context.put(TENANT, work.tenant().toString());
        context.put(WORK, work.name());
        work.subject().map(Object::toString).ifPresent(subject -> {
            context.put(SUBJECT, subject);
            if (MDC.get(CORRELATION) == null) {
                context.put(CORRELATION, subject);
            }
        });
        return context;
    }

    /** Everything within belongs to this chain of events. */
    public static LogContext correlated(String tenant, String correlation) {
        var context = new LogContext();
        context.put(TENANT, tenant);
        context.put(CORRELATION, correlation);
        return context;
    }

    private void put(String key, String value) {
        @Nullable String old = MDC.get(key); // SLF4J knows no other nothing
        before.push(new Before(key, Optional.ofNullable(old)));
        MDC.put(key, value);
    }

    @Override
    public void close() {
        for (var entry : before) {
            entry.value().ifPresentOrElse(old -> MDC.put(entry.key(), old), () -> MDC.remove(entry.key()));
        }
    }
}

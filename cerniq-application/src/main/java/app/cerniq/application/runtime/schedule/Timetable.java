package app.cerniq.application.runtime.schedule;

import app.cerniq.ports.runtime.Cadence;
import app.cerniq.ports.runtime.JobName;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Everything that runs by itself: how often, who says so, and what it calls. Source: specification, section 15.5 (its first
 * column is document 001), corrected where section 2.7 of the fiscal notes says so.
 */
public enum Timetable {
    NEGOTIATION_TIMEOUTS(every(1), "document 001: every minute", "TimerDesk.fireAll"),
    RESERVATION_EXPIRY(every(5), "reference documents: every 5 minutes (C27)", "Reservations.releaseExpired"),
    MCP_SESSIONS(every(30), "document 001: every 30 minutes", "TimerDesk.closeSessions"),
    TASK_DEADLINES(every(1), "section 8: warned at 80 %, escalated at the deadline", "TaskDesk.sweep"),
    CONVERSATIONS(seconds(10), "ours: a turn that nobody works on is answered", "ConversationDesk.goOn"),
    DRAFTS(every(1), "section 8.2: a draft that nobody looked at calls a person", "DraftDesk.expire"),
    SAGAS(seconds(10), "ours: what waits for a time goes on soon after it", "SagaDesk.runOnce"),
    METRICS(seconds(30), "document 001: queue depth is sampled", "Gauges.refresh"),
    EVENT_ARCHIVE(daily(1), "ours: what was delivered 30 days ago is archived", "EventDesk.archive"),
    FORGETTING(daily(3), "specification 24.7: what is kept no longer is forgotten", "PrivacyDesk.forgetOutlived"),
    SEARCH_BACKLOG(every(5), "ours: meanings that are still to be learned", "SearchDesk.learn"),
    STOCK_RECONCILIATION(daily(2), "issue: daily reconciliation", "Inventory.drifts"),
    STOCK_SYNC(every(5), "document 001: every 5 minutes", "what the host binds: its stock system"),
    OBLIO_STATUS(every(15), "document 001: every 15 minutes", "what the invoicing adapter binds"),
    OBLIO_RECONCILIATION(daily(4), "document 001: daily", "what the invoicing adapter binds"),
    EINVOICE_STATUS(
            every(1), "fiscal 2.7: 1, 2, 4, 8, 15, 30, 60 min, then hourly, after 24 h every 3 h", "StatusPolling"),
    EINVOICE_DEADLINES(every(60), "document 001: hourly; fiscal 4.1", "ReportingTerm"),
    DOCUMENT_CLEAN_UP(daily(3), "document 001: daily at 03:00", "what the document adapter binds");

    private static final String BUCHAREST = "Europe/Bucharest";

    @SuppressWarnings("ImmutableEnumChecker") // every cadence is a record of java.time values
    private final Cadence cadence;

    private final String source;
    private final String calls;

    Timetable(Cadence cadence, String source, String calls) {
        this.cadence = cadence;
        this.source = source;
        this.calls = calls;
    }

    private static Cadence seconds(long seconds) {
        return new Cadence.Every(Duration.ofSeconds(seconds));
    }

    private static Cadence every(long minutes) {
        return new Cadence.Every(Duration.ofMinutes(minutes));
    }

    private static Cadence daily(int hour) {
        return new Cadence.Daily(LocalTime.of(hour, 0), ZoneId.of(BUCHAREST));
    }

    /** The name under which it runs, for example {@code negotiation-timeouts}. */
    public JobName job() {
        return new JobName(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public Cadence cadence() {
        return cadence;
    }

    /** Who says that it runs so often. */
    public String source() {
        return source;
    }

    /** What it calls. */
    public String calls() {
        return calls;
    }
}

package app.cerniq.application.runtime.resilience;

import java.time.Duration;

/**
 * Whom we call, with the figures of document 001, section 8.1. Corrected by specification C56: a call that creates waits
 * for 60 seconds at Oblio and 120 at SPV, because giving up makes an unknown outcome.
 */
public enum Partner {
    /** The invoicing office. */
    OBLIO("OBLIO_CIRCUIT_OPEN", true, 10, 60, 50, 30, 5),
    /** The tax authority's e-invoices. */
    ANAF_SPV("SPV_CIRCUIT_OPEN", true, 30, 120, 30, 60, 3),
    /** The language model. */
    XAI("AI_CIRCUIT_OPEN", false, 60, 60, 40, 10, 10),
    /** WhatsApp. */
    TIMELINESAI("TIMELINESAI_UNAVAILABLE", true, 15, 15, 50, 20, 5),
    /** E-mail. */
    RESEND("RESEND_UNAVAILABLE", false, 10, 10, 50, 15, 5);

    private final String codeWhenOpen;
    private final boolean perTenant;
    private final int askingSeconds;
    private final int creatingSeconds;
    private final int errorPercent;
    private final int resetSeconds;
    private final int minimumCalls;

    Partner(
            String codeWhenOpen,
            boolean perTenant,
            int askingSeconds,
            int creatingSeconds,
            int errorPercent,
            int resetSeconds,
            int minimumCalls) {
        this.codeWhenOpen = codeWhenOpen;
        this.perTenant = perTenant;
        this.askingSeconds = askingSeconds;
        this.creatingSeconds = creatingSeconds;
        this.errorPercent = errorPercent;
        this.resetSeconds = resetSeconds;
        this.minimumCalls = minimumCalls;
    }

    /** The code of the failure that callers get while the breaker is open. */
    public String codeWhenOpen() {
        return codeWhenOpen;
    }

    /** Whether every tenant has credentials, and so a breaker, of its own. */
    public boolean isPerTenant() {
        return perTenant;
    }

    /** The figures unless a host chooses others. */
    public BreakerFigures standard() {
        return new BreakerFigures(
                Duration.ofSeconds(askingSeconds),
                Duration.ofSeconds(creatingSeconds),
                errorPercent,
                Duration.ofSeconds(resetSeconds),
                minimumCalls);
    }
}

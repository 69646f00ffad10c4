package app.cerniq.domain.runtime.failure;

import static app.cerniq.domain.runtime.failure.FailureRule.growing;
import static app.cerniq.domain.runtime.failure.FailureRule.notRetried;
import static app.cerniq.domain.runtime.failure.FailureRule.retried;
import static app.cerniq.domain.runtime.failure.Severity.BUSINESS;
import static app.cerniq.domain.runtime.failure.Severity.FATAL;
import static app.cerniq.domain.runtime.failure.Severity.RECOVERABLE;
import static app.cerniq.domain.runtime.failure.Severity.TRANSIENT;

import app.cerniq.domain.runtime.failure.Escalation.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The rows that come with the library. */
final class StandardFailures {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Optional<Escalation> NOBODY = Optional.empty();

    /** Document 001, section N: an accountant within four hours. */
    private static final Optional<Escalation> TO_REVIEW =
            Optional.of(new Escalation(Target.DOCUMENT_REVIEW, Duration.ofHours(4)));

    /** Specification C62: fifteen minutes. */
    private static final Optional<Escalation> TO_TAKEOVER =
            Optional.of(new Escalation(Target.HUMAN_TAKEOVER, Duration.ofMinutes(15)));

    private static final Optional<Escalation> TO_SALES =
            Optional.of(new Escalation(Target.SALES_DECISION, Duration.ofHours(4)));

    static final Optional<Escalation> TO_THE_ADMINISTRATOR = Optional.of(new Escalation(Target.ADMINISTRATION, HOUR));

    private StandardFailures() {}

    /** Document 001, section 7.1, row by row. */
    static List<FailureRule> ofTheDocument() {
        return List.of(
                retried(
                        "OBLIO_API_TIMEOUT",
                        TRANSIENT,
                        "Oblio did not answer in time; a call that creates may have been executed",
                        3,
                        SECOND.multipliedBy(5),
                        TO_REVIEW),
                // The document gives the pause; that it grows is what "with back-off" means. Ten minutes is how long an
                // older text of Oblio says that a token is blocked (fiscal 1.1).
                growing(
                        "OBLIO_API_RATE_LIMIT",
                        RECOVERABLE,
                        "more calls than Oblio allows: 30 in 100 s for creating, 30 in 10 s for the rest",
                        5,
                        MINUTE,
                        2,
                        MINUTE.multipliedBy(10),
                        TO_THE_ADMINISTRATOR),
                // Growing pauses would run past the reporting deadline of five working days.
                retried("SPV_MAINTENANCE", RECOVERABLE, "SPV is under maintenance", 10, HOUR, TO_REVIEW),
                notRetried("SPV_VALIDATION_ERROR", FATAL, "ANAF refused the e-invoice", TO_REVIEW),
                notRetried("PRICE_BELOW_MINIMUM", BUSINESS, "the price is below the minimum", NOBODY),
                notRetried("STOCK_INSUFFICIENT", BUSINESS, "there is not enough in stock", NOBODY),
                growing(
                        "AI_GENERATION_FAILED",
                        RECOVERABLE,
                        "the language model gave no usable answer",
                        2,
                        SECOND,
                        2,
                        SECOND.multipliedBy(10),
                        TO_TAKEOVER),
                notRetried(
                        "AI_MAX_REGENERATIONS",
                        FATAL,
                        "the language model never gave an answer that passes the guardrails",
                        TO_TAKEOVER));
    }

    /** What the contracts of the partners add (specification fiscal, sections 1 and 2) and the breakers and sagas need. */
    static List<FailureRule> ofTheContracts() {
        return List.of(
                // Oblio, fiscal 1.1, 1.2 and 1.5
                growing(
                        "OBLIO_UNAVAILABLE",
                        RECOVERABLE,
                        "Oblio cannot be reached; nothing was executed",
                        20,
                        MINUTE,
                        2,
                        MINUTE.multipliedBy(15),
                        TO_THE_ADMINISTRATOR),
                growing(
                        "OBLIO_OUTCOME_UNKNOWN",
                        RECOVERABLE,
                        "Oblio's answer was lost: the document may exist and is looked for before anything is repeated",
                        12,
                        MINUTE,
                        2,
                        MINUTE.multipliedBy(15),
                        TO_REVIEW),
                // Document 001, section 8.2: kept here, tried again in five minutes; a day long.
                retried(
                        "OBLIO_CIRCUIT_OPEN",
                        RECOVERABLE,
                        "Oblio fails too often; calls wait for better times",
                        288,
                        MINUTE.multipliedBy(5),
                        TO_THE_ADMINISTRATOR),
                retried("OBLIO_TOKEN_EXPIRED", TRANSIENT, "the access token of Oblio expired", 1, SECOND, NOBODY),
                notRetried(
                        "OBLIO_UNAUTHORISED",
                        FATAL,
                        "Oblio refuses the credentials; a password reset makes new ones",
                        TO_THE_ADMINISTRATOR),
                notRetried("OBLIO_DOCUMENT_REFUSED", FATAL, "Oblio refused the document", TO_REVIEW),
                // ANAF SPV, fiscal 2.3 to 2.7
                growing(
                        "SPV_UNAVAILABLE",
                        RECOVERABLE,
                        "SPV cannot be reached; nothing was executed",
                        20,
                        MINUTE,
                        2,
                        HOUR,
                        TO_REVIEW),
                retried(
                        "SPV_API_TIMEOUT",
                        TRANSIENT,
                        "SPV did not answer in time; an upload may have been registered",
                        3,
                        MINUTE,
                        TO_REVIEW),
                growing(
                        "SPV_OUTCOME_UNKNOWN",
                        RECOVERABLE,
                        "the answer to an upload was lost: it is looked for, and after six hours the same bytes are sent",
                        24,
                        MINUTE.multipliedBy(15),
                        2,
                        HOUR,
                        TO_REVIEW),
                retried(
                        "SPV_TECHNICAL_ERROR",
                        RECOVERABLE,
                        "ANAF reports a technical error; the same bytes pass later",
                        10,
                        HOUR,
                        TO_REVIEW),
                growing(
                        "SPV_CALL_LIMIT",
                        RECOVERABLE,
                        "more than 1,000 calls a minute",
                        10,
                        MINUTE,
                        2,
                        HOUR,
                        TO_THE_ADMINISTRATOR),
                retried(
                        "SPV_DAILY_LIMIT",
                        RECOVERABLE,
                        "the calls that SPV allows for one message or company in a day are used up",
                        3,
                        Duration.ofDays(1),
                        TO_REVIEW),
                retried(
                        "SPV_GATEWAY_REFUSED",
                        RECOVERABLE,
                        "ANAF's firewall answered instead of SPV",
                        10,
                        MINUTE.multipliedBy(15),
                        TO_THE_ADMINISTRATOR),
                retried(
                        "SPV_UNKNOWN_STATUS",
                        RECOVERABLE,
                        "SPV answered with a status that nobody knows; it is neither yes nor no",
                        24,
                        HOUR,
                        TO_REVIEW),
                retried(
                        "SPV_CIRCUIT_OPEN",
                        RECOVERABLE,
                        "SPV fails too often; calls wait, the shorter the nearer the deadline",
                        96,
                        MINUTE.multipliedBy(15),
                        TO_REVIEW),
                notRetried("SPV_NO_RIGHTS", FATAL, "the certificate has no rights in SPV for this company", TO_REVIEW),
                notRetried("SPV_XML_REFUSED", FATAL, "ANAF could not read the XML", TO_REVIEW),
                notRetried("SPV_TOO_LARGE", FATAL, "the XML is larger than 10 MB", TO_REVIEW),
                notRetried(
                        "SPV_DOWNLOAD_EXPIRED",
                        FATAL,
                        "ANAF keeps an answer for 60 days, and they are over",
                        TO_REVIEW),
                // OAuth of ANAF, fiscal 2.1
                retried("OAUTH_TOKEN_EXPIRED", TRANSIENT, "the access token of ANAF expired", 1, SECOND, NOBODY),
                growing(
                        "OAUTH_UNAVAILABLE",
                        RECOVERABLE,
                        "ANAF's authorisation server cannot be reached",
                        20,
                        MINUTE,
                        2,
                        HOUR,
                        TO_THE_ADMINISTRATOR),
                notRetried(
                        "OAUTH_REAUTHORISE",
                        FATAL,
                        "the refresh token is no longer valid: a person with the certificate has to authorise again",
                        TO_THE_ADMINISTRATOR),
                // Language models and channels, document 001, sections 8.1 and 8.2
                retried("AI_CIRCUIT_OPEN", RECOVERABLE, "the language model fails too often", 2, SECOND, TO_TAKEOVER),
                notRetried("AI_ALL_MODELS_UNAVAILABLE", FATAL, "neither language model answers", TO_TAKEOVER),
                growing(
                        "TIMELINESAI_UNAVAILABLE",
                        RECOVERABLE,
                        "TimelinesAI cannot be reached",
                        5,
                        SECOND.multipliedBy(20),
                        2,
                        MINUTE.multipliedBy(10),
                        TO_THE_ADMINISTRATOR),
                growing(
                        "RESEND_UNAVAILABLE",
                        RECOVERABLE,
                        "Resend cannot be reached",
                        5,
                        SECOND.multipliedBy(15),
                        2,
                        MINUTE.multipliedBy(10),
                        TO_THE_ADMINISTRATOR),
                // What sagas meet in our own house
                notRetried("DEAL_REFUSED", FATAL, "the deal refused a command of a saga", TO_SALES),
                notRetried("DEAL_CHANGED", BUSINESS, "the deal was changed meanwhile", TO_SALES),
                notRetried("PROFORMA_REJECTED", BUSINESS, "the customer refused the proforma", NOBODY),
                notRetried("PROFORMA_EXPIRED", BUSINESS, "the proforma expired unanswered", NOBODY),
                growing(
                        "STORE_UNAVAILABLE",
                        RECOVERABLE,
                        "our own store could not be used",
                        60,
                        SECOND.multipliedBy(5),
                        2,
                        MINUTE.multipliedBy(5),
                        TO_THE_ADMINISTRATOR),
                notRetried(
                        "STEP_BROKE", FATAL, "a step of a saga broke in a way nobody foresaw", TO_THE_ADMINISTRATOR));
    }
}

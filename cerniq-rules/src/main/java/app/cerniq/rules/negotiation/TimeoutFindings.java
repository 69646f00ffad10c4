package app.cerniq.rules.negotiation;

import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.ports.negotiation.Timeout;
import app.cerniq.ports.negotiation.Timeout.Effect;
import app.cerniq.rules.engine.Findings;
import java.time.Duration;
import java.util.Optional;

/** What a rule can say about how long a deal may stay as it is. */
public final class TimeoutFindings extends Findings<Optional<Timeout>> {

    /** Somebody is told that the deal does not begin. */
    public void stallsAfterHours(long hours) {
        report(DealTimer.STALLED, Duration.ofHours(hours), Effect.NOTICE);
    }

    /** The deal is lost with its quote. */
    public void quoteExpiresAfterDays(long days) {
        report(DealTimer.QUOTE_EXPIRED, Duration.ofDays(days), Effect.LOSE);
    }

    /** Somebody is told that the quote is too old. */
    public void expiredQuoteIsToldAfterDays(long days) {
        report(DealTimer.QUOTE_EXPIRED, Duration.ofDays(days), Effect.NOTICE);
    }

    /** The deal is lost, because nobody bargains any more. */
    public void isLostWithoutAnswerAfterDays(long days) {
        report(DealTimer.NO_ANSWER, Duration.ofDays(days), Effect.LOSE);
    }

    /** Somebody is told that nobody bargains any more. */
    public void missingAnswerIsToldAfterDays(long days) {
        report(DealTimer.NO_ANSWER, Duration.ofDays(days), Effect.NOTICE);
    }

    /** The deal goes back to the table. */
    public void agreementLapsesAfterHours(long hours) {
        report(DealTimer.AGREEMENT_LAPSED, Duration.ofHours(hours), Effect.RENEGOTIATE);
    }

    /** Somebody is told that the agreement is not completed. */
    public void lapsedAgreementIsToldAfterHours(long hours) {
        report(DealTimer.AGREEMENT_LAPSED, Duration.ofHours(hours), Effect.NOTICE);
    }

    /** The deal is lost with its proforma. */
    public void proformaExpires() {
        report(DealTimer.PROFORMA_EXPIRED, Duration.ZERO, Effect.LOSE);
    }

    /** Somebody is told that the proforma is no longer valid. */
    public void expiredProformaIsTold() {
        report(DealTimer.PROFORMA_EXPIRED, Duration.ZERO, Effect.NOTICE);
    }

    /** Somebody is told that nothing follows although the customer has answered. */
    public void isStuckAfterDays(long days) {
        report(DealTimer.STUCK, Duration.ofDays(days), Effect.NOTICE);
    }

    /** Somebody is told that the invoice should have been paid. */
    public void paymentIsDueAfterDays(long days) {
        report(DealTimer.PAYMENT_DUE, Duration.ofDays(days), Effect.NOTICE);
    }

    /** The deal may stay as it is for ever. */
    public void waitsForNothing() {
        report(Optional.empty());
    }

    private void report(DealTimer timer, Duration after, Effect effect) {
        report(Optional.of(new Timeout(timer, after, effect)));
    }
}

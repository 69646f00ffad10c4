package app.cerniq.testkit.contract;

import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fiscal.Fault;
import java.time.Duration;
import java.time.LocalDate;

/** What the contracts of the fiscal partners need from the class that runs them. */
public interface FiscalContract {

    /** The date on which every test begins; a document is issued on it. */
    LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** A tenant that the partner knows, and that no other test uses. */
    TenantId tenant();

    /** Makes the next call, of whatever kind, fail like this; the stub of a partner can. */
    void failNext(Fault fault);

    /** Lets time pass, for the partner and for us. */
    void pass(Duration time);

    /** The value of a call that must have gone well. */
    static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("Not done: " + outcome);
    }
}

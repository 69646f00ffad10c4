package app.cerniq.ports.fiscal;

import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.Cui;
import java.time.LocalDate;
import java.util.Optional;

/** The tax authority's register of companies: who exists, is active, and pays VAT. Thread-safe. */
public interface TaxRegistry {

    /** What the register says of a company on a day; done and empty where it knows none. Changes nothing. */
    Outcome<Optional<TaxRegistration>> find(Cui cui, LocalDate on);
}

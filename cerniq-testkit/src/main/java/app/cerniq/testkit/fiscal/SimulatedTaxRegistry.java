package app.cerniq.testkit.fiscal;

import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.Cui;
import app.cerniq.ports.fiscal.TaxRegistration;
import app.cerniq.ports.fiscal.TaxRegistry;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A register in memory of whoever was entered. Thread-safe. */
public final class SimulatedTaxRegistry implements TaxRegistry {

    private final Map<Cui, TaxRegistration> companies = new ConcurrentHashMap<>();

    /** Enters a company, or changes what is known of it. */
    public SimulatedTaxRegistry with(TaxRegistration company) {
        companies.put(company.cui(), company);
        return this;
    }

    @Override
    public Outcome<Optional<TaxRegistration>> find(Cui cui, LocalDate on) {
        return new Outcome.Done<>(Optional.ofNullable(companies.get(cui)));
    }
}

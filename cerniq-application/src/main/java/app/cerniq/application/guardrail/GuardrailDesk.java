package app.cerniq.application.guardrail;

import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.guardrail.tenant.GuardrailRefusal;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.guardrail.GuardrailBook;
import app.cerniq.ports.guardrail.GuardrailBook.InForce;
import app.cerniq.ports.guardrail.TextGate;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Where tenants lay down what may be said for them, and where a text is looked at. Thread-safe. */
public final class GuardrailDesk {

    private final GuardrailBook book;
    private final ExaminingText gate;
    private final Clock clock;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public GuardrailDesk(Storage storage, Policies policies, Clock clock) {
        this.book = storage.guardrailBook();
        this.gate = new ExaminingText(storage, policies);
        this.clock = clock;
    }

    /** The verdict on a text for the customer of a deal, at this moment. */
    public Verdict examine(NegotiationId deal, String text) {
        return gate.examine(deal, text, clock.instant());
    }

    /** The gate itself, for whoever sends texts. */
    public TextGate gate() {
        return gate;
    }

    /** Lays the next version of the sales terms down, from this moment on; the number of the given ones does not count. */
    public Either<GuardrailRefusal, SalesTerms> lay(TenantId tenant, SalesTerms terms) {
        return lay(tenant, terms, clock.instant());
    }

    /** The same from another instant on, which is not before that of the version before. */
    public Either<GuardrailRefusal, SalesTerms> lay(TenantId tenant, SalesTerms terms, Instant from) {
        return book.lay(tenant, terms.asVersion(book.latest(tenant).terms() + 1), from);
    }

    /** Takes a tenant's guardrails, from this moment on, in the place of those before. */
    public Either<GuardrailRefusal, GuardrailPack> install(TenantId tenant, String file, String json) {
        return install(tenant, file, json, clock.instant());
    }

    /**
     * The same from another instant on. The pack is read, built and tested aside; it is laid down only when all of that
     * went well, and with a single fault nothing has changed.
     *
     * @param file how the text is called in messages
     * @param json as {@link GuardrailFile} says
     */
    public Either<GuardrailRefusal, GuardrailPack> install(TenantId tenant, String file, String json, Instant from) {
        return GuardrailFile.read(file, json)
                .<GuardrailRefusal>mapLeft(GuardrailRefusal.InvalidDefinitions::new)
                .map(guardrails -> new GuardrailPack(tenant, book.latest(tenant).guardrails() + 1, from, guardrails))
                .flatMap(this::install);
    }

    private Either<GuardrailRefusal, GuardrailPack> install(GuardrailPack pack) {
        gate.prepare(pack);
        return book.install(pack);
    }

    /** What holds for a tenant now. */
    public InForce inForce(TenantId tenant) {
        return book.at(tenant, clock.instant());
    }

    /** The faults in a text of guardrails; none where it could be installed. */
    public static List<String> check(String file, String json) {
        return GuardrailFile.read(file, json)
                .fold(faults -> faults.stream().map(fault -> fault.describe()).toList(), sound -> List.of());
    }
}

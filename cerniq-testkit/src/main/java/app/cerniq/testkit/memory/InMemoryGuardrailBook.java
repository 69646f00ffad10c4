package app.cerniq.testkit.memory;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.guardrail.tenant.GuardrailRefusal;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.guardrail.GuardrailBook;
import app.cerniq.ports.guardrail.Vocabulary;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Sales terms and guardrails in memory; one lock for all tenants. */
final class InMemoryGuardrailBook implements GuardrailBook {

    private record Laid<T>(T value, long version, Instant from) {}

    private final InMemoryTenants tenants;
    private final InMemoryCatalogue catalogue;
    private final Map<TenantId, List<Laid<SalesTerms>>> terms = new HashMap<>();
    private final Map<TenantId, List<Laid<GuardrailPack>>> packs = new HashMap<>();

    InMemoryGuardrailBook(InMemoryTenants tenants, InMemoryCatalogue catalogue) {
        this.tenants = tenants;
        this.catalogue = catalogue;
    }

    @Override
    public synchronized Either<GuardrailRefusal, SalesTerms> lay(TenantId tenant, SalesTerms next, Instant from) {
        return add(terms, tenant, new Laid<>(next, next.version(), from));
    }

    @Override
    public synchronized Either<GuardrailRefusal, GuardrailPack> install(GuardrailPack pack) {
        return add(packs, pack.tenant(), new Laid<>(pack, pack.version(), pack.from()));
    }

    private <T> Either<GuardrailRefusal, T> add(Map<TenantId, List<Laid<T>>> all, TenantId tenant, Laid<T> next) {
        if (!tenants.knows(tenant)) {
            return left(new GuardrailRefusal.UnknownTenant(tenant));
        }
        var there = all.computeIfAbsent(tenant, fresh -> new ArrayList<>());
        if (next.version() != there.size() + 1) {
            return left(new GuardrailRefusal.StaleVersion(next.version() - 1, there.size()));
        }
        if (!there.isEmpty() && next.from().isBefore(last(there).from())) {
            return left(new GuardrailRefusal.TooEarly(next.from(), last(there).from()));
        }
        there.add(next);
        return right(next.value());
    }

    @Override
    public synchronized InForce at(TenantId tenant, Instant at) {
        return new InForce(
                holding(terms, tenant, at).orElse(SalesTerms.NONE),
                holding(packs, tenant, at).stream().toList());
    }

    @Override
    public synchronized Latest latest(TenantId tenant) {
        return new Latest(
                terms.getOrDefault(tenant, List.of()).size(),
                packs.getOrDefault(tenant, List.of()).size());
    }

    @Override
    public Vocabulary vocabulary(TenantId tenant) {
        var there = catalogue.of(tenant);
        var goods = there.variants().values().stream()
                .filter(variant -> variant.archived().isEmpty())
                .sorted(Comparator.comparing(Variant::sku))
                .flatMap(variant -> Optional.ofNullable(there.offerings().get(variant.offering()))
                        .filter(offering -> offering.archived().isEmpty())
                        .filter(offering -> offering.active().isPresent())
                        .map(offering -> new Vocabulary.Named(variant.sku(), variant.name(), variant.unit()))
                        .stream())
                .toList();
        return new Vocabulary(state(there), goods);
    }

    @Override
    public String vocabularyState(TenantId tenant) {
        return state(catalogue.of(tenant));
    }

    private static String state(Shelves there) {
        var revisions = Stream.concat(
                        there.variants().values().stream().map(Variant::revision),
                        there.offerings().values().stream().map(offering -> offering.revision()))
                .mapToLong(Long::longValue)
                .sum();
        return there.variants().size() + "-" + there.offerings().size() + "-" + revisions;
    }

    private static <T> Optional<T> holding(Map<TenantId, List<Laid<T>>> all, TenantId tenant, Instant at) {
        return all.getOrDefault(tenant, List.of()).stream()
                .filter(laid -> !laid.from().isAfter(at))
                .reduce((earlier, later) -> later)
                .map(Laid::value);
    }

    private static <T> Laid<T> last(List<Laid<T>> there) {
        return there.get(there.size() - 1);
    }
}

package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.safety.Park;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Negotiations.Loaded;
import app.cerniq.ports.stock.Booking;
import app.cerniq.ports.stock.Reservations;
import app.cerniq.simulator.world.Seen;
import io.vavr.control.Either;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose data a call asks for, and whose it got. */
final class Tenancy {

    private Tenancy() {}

    /** The tenant that the call names; empty where it names none. */
    static Optional<TenantId> named(Seen call) {
        return call.call().arguments().stream()
                .flatMap(argument -> ofArgument(argument).stream())
                .findFirst();
    }

    private static Optional<TenantId> ofArgument(Object argument) {
        if (argument instanceof TenantId tenant) {
            return Optional.of(tenant);
        }
        if (argument instanceof NegotiationId id) {
            return Optional.of(id.tenant());
        }
        if (argument instanceof Commit commit) {
            return Optional.of(commit.accepted().next().id().tenant());
        }
        if (argument instanceof Booking booking) {
            return Optional.of(booking.tenant());
        }
        if (argument instanceof Park park) {
            return Optional.of(park.tenant());
        }
        if (argument instanceof CatalogueCommit commit) {
            return Optional.of(commit.tenant());
        }
        return argument instanceof OnSaleQuestion question ? Optional.of(question.tenant()) : Optional.empty();
    }

    /** The deals that an answer speaks of. */
    static List<NegotiationId> deals(@Nullable Object answer) { // null where a port gives nothing back
        return ids(answer).filter(Objects::nonNull).toList();
    }

    private static Stream<NegotiationId> ids(@Nullable Object answer) {
        if (answer instanceof Optional<?> optional) {
            return optional.stream().flatMap(Tenancy::ids);
        }
        if (answer instanceof List<?> list) {
            return list.stream().flatMap(Tenancy::ids);
        }
        if (answer instanceof Either<?, ?> either) {
            return either.isRight() ? ids(either.get()) : Stream.of();
        }
        if (answer instanceof Loaded loaded) {
            return ids(loaded.negotiation());
        }
        if (answer instanceof Negotiation deal) {
            return Stream.of(deal.id());
        }
        if (answer instanceof Change change) {
            return Stream.of(change.negotiation());
        }
        return answer instanceof Reservations.Entry entry ? Stream.of(entry.negotiation()) : Stream.of();
    }
}

package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.EventArchive.Span;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link app.cerniq.ports.runtime.EventArchive} must do. */
public interface EventArchiveContract extends StorageContract {

    Instant THEN = Play.MORNING;

    private static Span all() {
        return new Span(Optional.empty(), THEN, THEN.plusSeconds(3600));
    }

    @Test
    default void what_is_kept_is_found_once_and_in_order() {
        var tenant = new TenantId(ids().next());
        var late = Told.complete(Told.closed(tenant, ids().next(), "a", THEN.plusSeconds(2)), THEN);
        var early = Told.closed(tenant, ids().next(), "b", THEN.plusSeconds(1));

        storage().eventArchive().keep(tenant, List.of(late, early));
        storage().eventArchive().keep(tenant, List.of(late));

        assertThat(storage().eventArchive().find(tenant, all(), 10)).containsExactly(early, late);
    }

    @Test
    default void one_subject_or_a_span_of_time_is_found() {
        var tenant = new TenantId(ids().next());
        var one = Told.closed(tenant, ids().next(), "a", THEN);
        var other = Told.closed(tenant, ids().next(), "b", THEN.plusSeconds(60));
        storage().eventArchive().keep(tenant, List.of(one, other));

        var aboutA = new Span(Optional.of("service/a"), THEN, THEN.plusSeconds(3600));
        var before = new Span(Optional.empty(), THEN, THEN.plusSeconds(60));

        assertThat(storage().eventArchive().find(tenant, aboutA, 10)).containsExactly(one);
        assertThat(storage().eventArchive().find(tenant, before, 10)).containsExactly(one);
    }

    @Test
    default void what_is_old_is_destroyed_and_nothing_of_others() {
        var ours = new TenantId(ids().next());
        var theirs = new TenantId(ids().next());
        var old = Told.closed(ours, ids().next(), "a", THEN);
        var young = Told.closed(ours, ids().next(), "a", THEN.plusSeconds(60));
        var foreign = Told.closed(theirs, ids().next(), "a", THEN);
        storage().eventArchive().keep(ours, List.of(old, young));
        storage().eventArchive().keep(theirs, List.of(foreign));

        assertThat(storage().eventArchive().destroy(ours, THEN.plusSeconds(60), 10))
                .isOne();

        assertThat(storage().eventArchive().find(ours, all(), 10)).containsExactly(young);
        assertThat(storage().eventArchive().find(theirs, all(), 10)).containsExactly(foreign);
    }
}

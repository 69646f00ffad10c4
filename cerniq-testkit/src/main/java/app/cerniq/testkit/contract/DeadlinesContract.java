package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.McpSession;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Deadlines;
import app.cerniq.ports.negotiation.Deadlines.Due;
import app.cerniq.ports.negotiation.Deadlines.Ended;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Deadlines} must do. */
public interface DeadlinesContract extends StorageContract {

    private Deadlines deadlines() {
        return storage().deadlines();
    }

    private Play until(TenantId tenant, Instant at) {
        var play = Play.open(storage().negotiations(), ids(), tenant);
        keep(play, Optional.of(new Deadline(DealTimer.STALLED, at)));
        return play;
    }

    /** Some activity, which sets another deadline. */
    private void keep(Play play, Optional<Deadline> deadline) {
        var accepted =
                play.decide(People.AGENT, it -> stamp -> it.handling(stamp).useSession("mcp-1"));
        keep(play, accepted, deadline);
    }

    private void keep(Play play, Accepted accepted, Optional<Deadline> deadline) {
        var key = new IdempotencyKey(ids().next().toString());
        play.keep(accepted, Play.commitOf(accepted, ids(), key, deadline));
    }

    private List<Due> due(TenantId tenant, Instant at) {
        return deadlines().due(tenant, at, Optional.empty(), 100);
    }

    private static Due dueOf(Play play, Instant at) {
        return new Due(play.deal().id(), play.deal().version(), new Deadline(DealTimer.STALLED, at));
    }

    @Test
    default void a_deal_is_due_from_its_deadline_on() {
        var tenant = tenant();
        var noon = Play.MORNING.plus(Duration.ofHours(4));
        var play = until(tenant, noon);

        assertThat(due(tenant, noon.minusNanos(1_000))).isEmpty();
        assertThat(due(tenant, noon)).containsExactly(dueOf(play, noon));
        assertThat(due(tenant, noon.plus(Duration.ofDays(400)))).containsExactly(dueOf(play, noon));
    }

    @Test
    default void activity_puts_a_deadline_off_and_another_state_may_bring_it_forward() {
        var tenant = tenant();
        var noon = Play.MORNING.plus(Duration.ofHours(4));
        var evening = Play.MORNING.plus(Duration.ofHours(10));
        var play = until(tenant, noon);

        keep(play, Optional.of(new Deadline(DealTimer.STALLED, evening)));
        assertThat(due(tenant, noon)).isEmpty();
        assertThat(due(tenant, evening)).containsExactly(dueOf(play, evening));

        keep(play, Optional.of(new Deadline(DealTimer.STALLED, noon)));
        assertThat(due(tenant, noon)).containsExactly(dueOf(play, noon));
    }

    @Test
    default void a_deal_without_a_deadline_is_never_due() {
        var tenant = tenant();
        var noon = Play.MORNING.plus(Duration.ofHours(4));
        var play = until(tenant, noon);

        keep(play, Optional.empty());

        assertThat(due(tenant, noon)).isEmpty();
        assertThat(deadlines().tenantsWithDueDeals(noon, Optional.empty(), 10_000))
                .doesNotContain(tenant);
    }

    @Test
    default void a_deadline_belongs_to_the_version_it_was_kept_with() {
        var tenant = tenant();
        var noon = Play.MORNING.plus(Duration.ofHours(4));
        var play = until(tenant, noon);
        var old = play.deal().version();

        keep(play, Optional.of(new Deadline(DealTimer.STALLED, noon)));

        assertThat(due(tenant, noon)).extracting(Due::version).containsExactly(old + 1);
    }

    @Test
    default void due_deals_come_page_by_page_the_longest_overdue_first() {
        var tenant = tenant();
        var noon = Play.MORNING.plus(Duration.ofHours(4));
        var all = new ArrayList<Due>();
        for (var minutes = 3; minutes > 0; minutes--) {
            var at = noon.minus(Duration.ofMinutes(minutes));
            all.add(dueOf(until(tenant, at), at));
        }

        var first = deadlines().due(tenant, noon, Optional.empty(), 2);
        var second = deadlines().due(tenant, noon, Optional.of(first.get(1)), 2);

        assertThat(first).isEqualTo(all.subList(0, 2));
        assertThat(second).isEqualTo(all.subList(2, 3));
    }

    @Test
    default void a_deadline_can_be_put_off_as_long_as_its_version_stands() {
        var tenant = tenant();
        var noon = Play.MORNING.plus(Duration.ofHours(4));
        var later = noon.plus(Duration.ofHours(1));
        var play = until(tenant, noon);
        var put = new Deadline(DealTimer.NO_ANSWER, later);

        assertThat(deadlines().reschedule(play.deal().id(), play.deal().version() - 1, Optional.of(put)))
                .isFalse();
        assertThat(due(tenant, noon)).hasSize(1);
        assertThat(deadlines().reschedule(play.deal().id(), play.deal().version(), Optional.of(put)))
                .isTrue();
        assertThat(due(tenant, noon)).isEmpty();
        assertThat(due(tenant, later)).extracting(Due::deadline).containsExactly(put);
        assertThat(storage().negotiations().find(play.deal().id())).contains(play.deal());
        assertThat(deadlines().reschedule(play.deal().id(), play.deal().version(), Optional.empty()))
                .isTrue();
        assertThat(due(tenant, later)).isEmpty();
    }

    @Test
    default void a_move_takes_the_deadline_of_the_old_state_with_it() {
        var tenant = tenant();
        var noon = Play.MORNING.plus(Duration.ofHours(4));
        var play = until(tenant, noon);

        keep(play, play.move(People.REP, NegotiationState.DEAD), Optional.empty());

        assertThat(due(tenant, noon.plus(Duration.ofDays(365)))).isEmpty();
    }

    @Test
    default void tenants_with_due_deals_are_listed_and_no_others() {
        var noon = Play.MORNING.plus(Duration.ofHours(4));
        var busy = tenant();
        var idle = tenant();
        until(busy, noon);
        until(idle, noon.plus(Duration.ofDays(1)));

        var listed = deadlines().tenantsWithDueDeals(noon, Optional.empty(), 10_000);

        assertThat(listed).contains(busy).doesNotContain(idle);
        assertThat(deadlines().tenantsWithDueDeals(noon, Optional.of(busy), 10_000))
                .doesNotContain(busy);
    }

    @Test
    default void the_deals_of_one_tenant_are_no_business_of_another() {
        var noon = Play.MORNING.plus(Duration.ofHours(4));
        until(tenant(), noon);

        assertThat(due(tenant(), noon.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    default void sessions_that_are_over_are_found() {
        var tenant = tenant();
        var play = until(tenant, Play.MORNING.plus(Duration.ofHours(4)));
        var over = Play.MORNING.plus(McpSession.IDLE_LIMIT);

        assertThat(deadlines().endedSessions(tenant, over.minusNanos(1_000), 10))
                .isEmpty();
        assertThat(deadlines().endedSessions(tenant, over, 10))
                .containsExactly(
                        new Ended(play.deal().id(), play.deal().version(), McpSession.activeAt("mcp-1", Play.MORNING)));
    }

    @Test
    default void a_page_of_due_deals_has_a_bound() {
        var tenant = tenant();

        assertThatThrownBy(() -> deadlines().due(tenant, Play.MORNING, Optional.empty(), 10_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deadlines().endedSessions(tenant, Play.MORNING, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deadlines().tenantsWithDueDeals(Play.MORNING, Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

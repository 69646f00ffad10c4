package app.cerniq.domain.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SalesChannelTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Archived OVER = new Archived(NOON, "too few visitors");
    private static final SalesChannel FAIR = SalesChannel.of(new SalesChannelCode("fair"), "The fair");

    @Test
    void a_channel_closes_for_good() {
        var closed = FAIR.close("too few visitors", NOON).get();

        assertThat(closed).isEqualTo(new SalesChannel(FAIR.code(), "The fair", Optional.of(OVER), 2));
        assertThat(closed.close("again", NOON))
                .isEqualTo(left(new CatalogRefusal.AlreadyArchived("sales channel fair", OVER)));
        assertThat(closed.open()).isEqualTo(left(new CatalogRefusal.AlreadyArchived("sales channel fair", OVER)));
        assertThat(FAIR.open()).isEqualTo(right(FAIR));
    }

    @Test
    void the_direct_channel_never_does() {
        assertThat(SalesChannel.direct().close("why not", NOON))
                .isEqualTo(left(new CatalogRefusal.DirectChannelStays(SalesChannelCode.DIRECT)));
    }
}

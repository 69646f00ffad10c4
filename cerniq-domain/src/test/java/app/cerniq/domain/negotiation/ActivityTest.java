package app.cerniq.domain.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationEvent.StockReleased;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.ReservationId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What passes by itself must not look as if somebody had spoken: a deal that only waits grows silent all the same. */
class ActivityTest {

    @Test
    void a_hold_that_lapses_is_nobodys_activity() {
        assertThat(released(ReleaseReason.EXPIRED).isActivity()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EXPIRED")
    void goods_that_somebody_gave_back_are(ReleaseReason reason) {
        assertThat(released(reason).isActivity()).isTrue();
    }

    private static StockReleased released(ReleaseReason reason) {
        return new StockReleased(List.of(new ReservationId(new UUID(0, 1))), reason, "a test");
    }
}

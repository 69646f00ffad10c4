package app.cerniq.application.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationEvent;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DealNewsTest {

    @Test
    void every_domain_event_is_told_or_stays_in_the_journal_for_a_reason() {
        var all = new HashSet<Class<?>>(DealNews.told());
        all.addAll(DealNews.untold().keySet());

        assertThat(all).isEqualTo(Set.of(NegotiationEvent.class.getPermittedSubclasses()));
        assertThat(DealNews.told())
                .doesNotContainAnyElementsOf(DealNews.untold().keySet());
        assertThat(DealNews.untold().values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }
}

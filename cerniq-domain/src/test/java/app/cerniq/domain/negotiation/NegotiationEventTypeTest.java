package app.cerniq.domain.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.negotiation.NegotiationEvent.HandedBack;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NegotiationEventTypeTest {

    @Test
    void every_event_has_exactly_one_public_name() {
        assertThat(Arrays.stream(NegotiationEventType.values()).map(NegotiationEventType::form))
                .containsExactlyInAnyOrder(permitted());
    }

    @Test
    void no_two_events_share_a_name() {
        assertThat(Arrays.stream(NegotiationEventType.values()).map(NegotiationEventType::word))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void every_name_leads_back_to_its_event(NegotiationEventType type) {
        assertThat(NegotiationEventType.fromWord(type.word())).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource
    void every_name_is_lower_case_words_with_dots(NegotiationEventType type) {
        assertThat(type.word()).matches("[a-z]+(\\.[a-z]+)+");
    }

    @Test
    void an_event_knows_its_name() {
        assertThat(NegotiationEventType.of(new HandedBack("answered"))).isEqualTo(NegotiationEventType.HANDED_BACK);
    }

    @Test
    void an_unknown_name_is_nobodys() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NegotiationEventType.fromWord("negotiation.forgotten"))
                .withMessage("Unknown event type negotiation.forgotten.");
    }

    @SuppressWarnings("unchecked") // every permitted subclass of NegotiationEvent is one
    private static Class<? extends NegotiationEvent>[] permitted() {
        return (Class<? extends NegotiationEvent>[]) NegotiationEvent.class.getPermittedSubclasses();
    }
}

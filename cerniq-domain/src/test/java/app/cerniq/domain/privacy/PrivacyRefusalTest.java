package app.cerniq.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.shared.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrivacyRefusalTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final NegotiationId DEAL = new NegotiationId(TENANT, new UUID(1, 2));

    static Stream<PrivacyRefusal> oneOfEach() {
        return Stream.of(
                new PrivacyRefusal.UnknownTenant(TENANT),
                new PrivacyRefusal.UnknownDeal(DEAL),
                new PrivacyRefusal.DealForbids(DEAL, new NegotiationRefusal.UnknownTenant(TENANT)),
                new PrivacyRefusal.ReasonNamesThePerson(),
                new PrivacyRefusal.ChangedMeanwhile(DEAL),
                new PrivacyRefusal.IdempotencyKeyReused("key-1"));
    }

    @Test
    void no_refusal_is_missing_here() {
        assertThat(oneOfEach().map(Object::getClass))
                .containsExactlyInAnyOrder(PrivacyRefusal.class.getPermittedSubclasses());
    }

    /** Hosts translate and count by these codes: none of them ever changes. */
    @Test
    void the_codes_are_these_for_ever() {
        assertThat(oneOfEach().map(PrivacyRefusal::code))
                .containsExactly(
                        "UNKNOWN_TENANT",
                        "UNKNOWN_DEAL",
                        "DEAL_FORBIDS",
                        "REASON_NAMES_THE_PERSON",
                        "CHANGED_MEANWHILE",
                        "IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void every_refusal_says_what_was_given_and_what_would_be_accepted(PrivacyRefusal refusal) {
        assertThat(refusal.sentence()).matches("[A-Z].*[^. ]\\.");
        assertThat(List.of(refusal.given(), refusal.accepted())).noneMatch(String::isBlank);
    }
}

package app.cerniq.application.privacy;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEventType;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Redaction;
import app.cerniq.domain.privacy.Erasure.KeptByLaw;
import app.cerniq.domain.privacy.RetentionPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is held about the customer of one deal. Article 15 of Regulation (EU) 2016/679 also asks for purposes and
 * recipients, which the host knows.
 *
 * @param keptByLaw what would stay of it if the person were forgotten now
 */
public record HeldData(
        NegotiationId negotiation,
        NegotiationState state,
        Instant since,
        List<Held> held,
        Optional<KeptByLaw> keptByLaw) {

    public HeldData {
        held = List.copyOf(held);
    }

    /**
     * One thing that is known.
     *
     * @param event the kind of event that it came with
     * @param what where it stands in that event, for example {@code client.email}
     * @param value in full: this is the answer to the person
     * @param at when it was told
     */
    public record Held(String event, String what, String value, Instant at) {

        /** Without the value: only the person is told it. */
        @Override
        public String toString() {
            return "Held[" + event + " " + what + " at " + at + "]";
        }
    }

    /** The same, and this. */
    HeldData and(List<Held> more) {
        return new HeldData(
                negotiation,
                state,
                since,
                Stream.concat(held.stream(), more.stream()).toList(),
                keptByLaw);
    }

    static HeldData of(Negotiation deal, List<Change> history, RetentionPlan plan, Instant now) {
        var nothingKept = Redaction.of(history, issuedAt -> false);
        return new HeldData(
                deal.id(),
                deal.state(),
                deal.timing().createdAt(),
                history.stream()
                        .flatMap(change -> change.events().stream()
                                .flatMap(event ->
                                        held(event, event.redacted(nothingKept, change.version()), change.at())))
                        .toList(),
                KeptInvoices.of(history, plan, now).byLaw());
    }

    private static Stream<Held> held(NegotiationEvent event, NegotiationEvent redacted, Instant at) {
        var word = NegotiationEventType.of(event).word();
        return PersonalTexts.of(event, redacted).entrySet().stream()
                .map(text -> new Held(word, text.getKey(), text.getValue(), at));
    }
}

package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.Backoff;
import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventRefusal.Unreadable;
import app.cerniq.ports.runtime.DeliveryNote;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.Reception;
import app.cerniq.ports.runtime.SetAside.Slip;
import app.cerniq.ports.runtime.SetAside.Standing;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;

/**
 * One message and those it has to go to.
 *
 * @param visits in their order
 */
record Errand(OutboxMessage message, Either<Unreadable, Envelope> event, List<Visit> visits) {

    Errand {
        visits = List.copyOf(visits);
    }

    /**
     * One consumer of one message.
     *
     * @param failures how often it failed before
     * @param mustWait whether something earlier about the same subject is set aside for it
     */
    record Visit(EventConsumer consumer, int failures, boolean isReplay, boolean mustWait) {

        DeliveryNote note() {
            return new DeliveryNote(failures + 1, isReplay);
        }

        /** Waiting behind something earlier, without having been tried. */
        Slip behind() {
            return new Slip(consumer.name(), Standing.BEHIND, failures, Duration.ZERO, "");
        }

        /** Not tried because somebody else kept the dispatcher; due at once. */
        Slip passedOver() {
            return new Slip(consumer.name(), isReplay ? Standing.REPLAY : Standing.BEHIND, failures, Duration.ZERO, "");
        }

        Slip dead(String why) {
            return new Slip(consumer.name(), Standing.DEAD, failures, Duration.ZERO, shortened(why));
        }

        /** What follows from a reception that is not {@link Reception.Done}. */
        Slip failed(String why, Backoff backoff) {
            return backoff.after(failures + 1)
                    .map(pause -> new Slip(consumer.name(), Standing.FAILED, failures + 1, pause, shortened(why)))
                    .orElseGet(() ->
                            new Slip(consumer.name(), Standing.DEAD, failures + 1, Duration.ZERO, shortened(why)));
        }

        private static String shortened(String why) {
            return why.length() <= 500 ? why : why.substring(0, 500);
        }
    }
}

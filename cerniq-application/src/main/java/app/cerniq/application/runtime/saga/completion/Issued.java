package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.runtime.saga.StepName;
import app.cerniq.ports.fiscal.DocumentNumber;
import app.cerniq.ports.fiscal.DocumentReference;
import app.cerniq.ports.fiscal.IssuedDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A document that a step made out, as the result of the step keeps it: number and date. */
record Issued(DocumentNumber number, LocalDate on) {

    /** Where fiscal days begin and end. */
    static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    static String text(IssuedDocument document) {
        return document.issuedOn() + " " + document.number();
    }

    /** What a step of this saga issued; throws {@link IllegalStateException} where it issued nothing. */
    static Issued by(StepCall call, StepName step) {
        var text = call.resultOf(step)
                .orElseThrow(() -> new IllegalStateException(
                        "Step " + step + " of " + call.saga().id() + " is not done."));
        return new Issued(
                DocumentNumber.of(text.substring(text.indexOf(' ') + 1)),
                LocalDate.parse(text.substring(0, text.indexOf(' '))));
    }

    /** Our name for the one document of a kind that this saga makes. */
    static DocumentReference reference(StepCall call, String kind) {
        return new DocumentReference(call.saga().id().value() + "-" + kind);
    }

    /** The date in Bucharest, which is what a document bears. */
    static LocalDate dateAt(Instant at) {
        return LocalDate.ofInstant(at, BUCHAREST);
    }

    /** The earliest date that a document of this saga can bear. */
    static LocalDate notBefore(StepCall call) {
        return dateAt(call.saga().startedAt());
    }
}

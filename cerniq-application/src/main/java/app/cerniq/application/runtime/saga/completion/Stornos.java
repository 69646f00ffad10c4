package app.cerniq.application.runtime.saga.completion;

import app.cerniq.application.runtime.saga.StepCall;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.ports.fiscal.DocumentKind;
import app.cerniq.ports.fiscal.DocumentQuestion;
import app.cerniq.ports.fiscal.Invoicing;
import app.cerniq.ports.fiscal.IssuedDocument;
import app.cerniq.ports.fiscal.StornoOrder;
import java.util.Optional;

/** The one storno of a saga, whichever step asks for it: both steps around the invoice name it alike. */
record Stornos(Invoicing invoicing) {

    private static final String KIND = "st";

    Outcome<IssuedDocument> issue(StepCall call) {
        return invoicing.issueStorno(new StornoOrder(
                call.saga().id().tenant(),
                Issued.reference(call, KIND),
                Issued.dateAt(call.at()),
                Issued.by(call, CompletionSaga.CREATE_INVOICE).number()));
    }

    Outcome<Optional<IssuedDocument>> find(StepCall call) {
        return invoicing.find(new DocumentQuestion(
                call.saga().id().tenant(), DocumentKind.STORNO, Issued.reference(call, KIND), Issued.notBefore(call)));
    }
}

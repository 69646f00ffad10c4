package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.ActorKind;
import java.util.Set;

/**
 * May this negotiation move from one state to another? One flat fact: all joining was done before.
 *
 * @param overruled whether the actor is an AI agent while a human holds the deal
 */
public record MoveQuestion(
        NegotiationState from,
        NegotiationState to,
        ActorKind actor,
        boolean overruled,
        boolean productConfirmed,
        boolean agreementReached,
        boolean proformaCreated,
        boolean proformaAccepted,
        boolean invoiceIssued,
        boolean proformaRejected,
        boolean proformaExpired,
        boolean paymentConfirmed,
        boolean paymentFailed,
        boolean resurrection) {

    /** The question with the conditions that hold spread out into fields. */
    public static MoveQuestion of(
            NegotiationState from,
            NegotiationState to,
            ActorKind actor,
            boolean humanControlled,
            Set<MoveCondition> met) {
        return new MoveQuestion(
                from,
                to,
                actor,
                humanControlled && actor == ActorKind.AI_AGENT,
                met.contains(MoveCondition.PRODUCT_CONFIRMED),
                met.contains(MoveCondition.AGREEMENT_REACHED),
                met.contains(MoveCondition.PROFORMA_CREATED),
                met.contains(MoveCondition.PROFORMA_ACCEPTED),
                met.contains(MoveCondition.INVOICE_ISSUED),
                met.contains(MoveCondition.PROFORMA_REJECTED),
                met.contains(MoveCondition.PROFORMA_EXPIRED),
                met.contains(MoveCondition.PAYMENT_CONFIRMED),
                met.contains(MoveCondition.PAYMENT_FAILED),
                met.contains(MoveCondition.RESURRECTION));
    }
}

package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;

import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Documents.Proforma;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.stock.DealStock;
import app.cerniq.domain.stock.Holding;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A deal with one lead, as it stands after a number of changes. It is a value: every decision on it gives the
 * next value and the events that carry it there, and nothing else ever changes it.
 *
 * @param version the number of changes so far
 * @param channel the sales channel, which decides the price list
 * @param session empty before the agent's first tool call
 * @param stock the goods that are held or sold
 */
public record Negotiation(
        NegotiationId id,
        long version,
        LeadId lead,
        Optional<JourneyId> journey,
        SalesChannelCode channel,
        Stage stage,
        Assignment assignment,
        ClientData client,
        Bargain bargain,
        Control control,
        Optional<McpSession> session,
        Documents documents,
        DealStock stock,
        Outlook outlook,
        Annotations annotations,
        Timing timing) {

    /** The negotiation that a complete history gives; the first change must be an opening. */
    public static Negotiation fold(List<Change> history) {
        var opening = history.get(0);
        var negotiation = opened(opening);
        for (var change : history.subList(1, history.size())) {
            negotiation = negotiation.apply(change);
        }
        return negotiation;
    }

    static Negotiation opened(Change change) {
        var opened = (Opened) change.events().get(0);
        return new Negotiation(
                change.negotiation(),
                change.version(),
                opened.lead(),
                opened.journey(),
                opened.channel(),
                Stage.start(change.at()),
                opened.assignment(),
                opened.client(),
                Bargain.start(opened.currency(), opened.rounding()),
                Control.AGENT,
                Optional.empty(),
                Documents.NONE,
                DealStock.NONE,
                opened.outlook(),
                opened.annotations(),
                Timing.start(change.at(), change.by()));
    }

    /** The negotiation after the next change; throws {@link IllegalStateException} for any other change. */
    public Negotiation apply(Change change) {
        if (!change.negotiation().equals(id) || change.version() != version + 1) {
            throw new IllegalStateException("Change " + change.version() + " of " + change.negotiation()
                    + " does not follow version " + version + " of " + id + ".");
        }
        var next = this;
        for (var event : change.events()) {
            next = event.applyTo(next, change);
        }
        return next.withVersion(
                change.version(), change.isActivity() ? next.timing.activeAt(change.at()) : next.timing);
    }

    /** Decisions on moves. */
    public Moving moving(Stamp stamp) {
        return new Moving(this, stamp);
    }

    /** Decisions on the quote. */
    public Quoting quoting(Stamp stamp) {
        return new Quoting(this, stamp);
    }

    /** Decisions on discounts. */
    public Discounting discounting(Stamp stamp) {
        return new Discounting(this, stamp);
    }

    /** Decisions on proforma, invoice and payments. */
    public Invoicing invoicing(Stamp stamp) {
        return new Invoicing(this, stamp);
    }

    /** Decisions on the goods. */
    public Stocking stocking(Stamp stamp) {
        return new Stocking(this, stamp);
    }

    /** Decisions on time that has passed. */
    public Waiting waiting(Stamp stamp) {
        return new Waiting(this, stamp);
    }

    /** Decisions on who drives, and what is known. */
    public Handling handling(Stamp stamp) {
        return new Handling(this, stamp);
    }

    public NegotiationState state() {
        return stage.current();
    }

    /** What is held for the deal at an instant; empty where nothing is, or its time is up. */
    public Optional<Holding> heldAt(Instant at) {
        return stock.heldAt(at);
    }

    public boolean isHumanControlled() {
        return control.humanControlled();
    }

    /** The facts that hold at an instant and that a move may depend on. */
    public Set<MoveCondition> conditionsAt(Instant at) {
        var met = EnumSet.noneOf(MoveCondition.class);
        add(met, MoveCondition.PRODUCT_CONFIRMED, bargain.isConfirmed());
        add(met, MoveCondition.AGREEMENT_REACHED, bargain.isAgreed());
        documents.proforma().ifPresent(proforma -> addProforma(met, proforma, at));
        documents.invoice().ifPresent(invoice -> {
            add(met, MoveCondition.INVOICE_ISSUED, invoice.stornoRef().isEmpty());
            add(met, MoveCondition.PAYMENT_CONFIRMED, isPaid(invoice));
            add(met, MoveCondition.PAYMENT_FAILED, invoice.stornoRef().isPresent());
        });
        return met;
    }

    private void addProforma(Set<MoveCondition> met, Proforma proforma, Instant at) {
        var current = bargain.quote()
                .map(quote -> quote.hash().equals(proforma.quote()))
                .orElse(false);
        add(met, MoveCondition.PROFORMA_CREATED, current && proforma.isLiveAt(at));
        add(met, MoveCondition.PROFORMA_ACCEPTED, proforma.acceptance().isPresent());
        add(met, MoveCondition.PROFORMA_REJECTED, proforma.rejectedAt().isPresent());
        add(
                met,
                MoveCondition.PROFORMA_EXPIRED,
                proforma.isExpiredAt(at) && proforma.rejectedAt().isEmpty());
    }

    private boolean isPaid(Invoice invoice) {
        return invoice.stornoRef().isEmpty()
                && documents.paid().map(paid -> !paid.isBelow(invoice.gross())).orElse(false);
    }

    private static void add(Set<MoveCondition> met, MoveCondition condition, boolean holds) {
        if (holds) {
            met.add(condition);
        }
    }

    Proforma proforma() {
        return documents.proforma().orElseThrow(() -> new IllegalStateException("No proforma in " + id + "."));
    }

    Invoice invoice() {
        return documents.invoice().orElseThrow(() -> new IllegalStateException("No invoice in " + id + "."));
    }

    Negotiation movedTo(NegotiationState to, Instant at) {
        var moved = copy(stage.movedTo(to, at), assignment, client, bargain, control, session, documents);
        if (to == DISCOVERY && state() == NegotiationState.DEAD) {
            return moved.copy(
                            moved.stage, assignment, client, bargain.reopened(), Control.AGENT, session, Documents.NONE)
                    .with(DealStock.NONE)
                    .with(timing.quoted(Optional.empty()));
        }
        var backAtTheTable = to == NEGOTIATION && state().compareTo(NEGOTIATION) > 0;
        return backAtTheTable ? moved.with(bargain.agreed(Optional.empty())) : moved;
    }

    Negotiation with(Assignment next) {
        return copy(stage, next, client, bargain, control, session, documents);
    }

    Negotiation with(ClientData next) {
        return copy(stage, assignment, next, bargain, control, session, documents);
    }

    Negotiation with(Bargain next) {
        return copy(stage, assignment, client, next, control, session, documents);
    }

    Negotiation with(Control next) {
        return copy(stage, assignment, client, bargain, next, session, documents);
    }

    Negotiation with(McpSession next) {
        return copy(stage, assignment, client, bargain, control, Optional.of(next), documents);
    }

    Negotiation withoutSession() {
        return copy(stage, assignment, client, bargain, control, Optional.empty(), documents);
    }

    Negotiation with(Documents next) {
        return copy(stage, assignment, client, bargain, control, session, next);
    }

    Negotiation with(DealStock next) {
        return rebuilt(version, next, outlook, annotations, timing);
    }

    Negotiation with(Outlook next) {
        return rebuilt(version, stock, next, annotations, timing);
    }

    Negotiation with(Annotations next) {
        return rebuilt(version, stock, outlook, next, timing);
    }

    Negotiation with(Timing next) {
        return rebuilt(version, stock, outlook, annotations, next);
    }

    private Negotiation withVersion(long next, Timing nextTiming) {
        return rebuilt(next, stock, outlook, annotations, nextTiming);
    }

    private Negotiation rebuilt(
            long nextVersion, DealStock nextStock, Outlook nextOutlook, Annotations nextNotes, Timing nextTiming) {
        return new Negotiation(
                id,
                nextVersion,
                lead,
                journey,
                channel,
                stage,
                assignment,
                client,
                bargain,
                control,
                session,
                documents,
                nextStock,
                nextOutlook,
                nextNotes,
                nextTiming);
    }

    private Negotiation copy(
            Stage nextStage,
            Assignment nextAssignment,
            ClientData nextClient,
            Bargain nextBargain,
            Control nextControl,
            Optional<McpSession> nextSession,
            Documents nextDocuments) {
        return new Negotiation(
                id,
                version,
                lead,
                journey,
                channel,
                nextStage,
                nextAssignment,
                nextClient,
                nextBargain,
                nextControl,
                nextSession,
                nextDocuments,
                stock,
                outlook,
                annotations,
                timing);
    }
}

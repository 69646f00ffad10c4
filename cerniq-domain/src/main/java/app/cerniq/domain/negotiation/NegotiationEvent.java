package app.cerniq.domain.negotiation;

import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.negotiation.Documents.Acceptance;
import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Documents.Payment;
import app.cerniq.domain.negotiation.Documents.Proforma;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.DiscountRequest;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.OutdatedPrice;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can happen to a negotiation. Each event knows what it changes; who and when stand in its {@link Change}. */
public sealed interface NegotiationEvent {

    /** The negotiation after this event. */
    Negotiation applyTo(Negotiation before, Change change);

    /** Whether somebody did something; otherwise it only says that time has passed. */
    default boolean isActivity() {
        return true;
    }

    /**
     * This event after the person behind the deal was forgotten: personal data is gone, everything else is as it was. What
     * people wrote freely counts as personal, because anybody can be named in it.
     *
     * @param version of the change that this event is a part of
     */
    default NegotiationEvent redacted(Redaction redaction, long version) {
        return this;
    }

    /** A deal began. */
    record Opened(
            LeadId lead,
            Optional<JourneyId> journey,
            SalesChannelCode channel,
            ClientData client,
            Assignment assignment,
            Currency currency,
            Rounding rounding,
            Outlook outlook,
            Annotations annotations)
            implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            throw new IllegalStateException("A negotiation is opened once; this one is at version " + before.version());
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new Opened(
                    lead,
                    journey,
                    channel,
                    redaction.of(client, version),
                    assignment,
                    currency,
                    rounding,
                    outlook,
                    Annotations.NONE);
        }
    }

    /** The quote changed: a new immutable version stands. */
    record QuoteRevised(QuoteVersion quote, String reason) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.bargain().revised(quote))
                    .with(before.timing().quoted(Optional.of(change.at())));
        }
    }

    /** The quoted prices were compared with today's; those that are others are named. */
    record PricesCompared(List<OutdatedPrice> outdated) implements NegotiationEvent {
        public PricesCompared {
            outdated = List.copyOf(outdated);
        }

        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.bargain().compared(outdated));
        }
    }

    /** The products and quantities of the quote were found in stock. */
    record ProductsConfirmed(ContentHash contents) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.bargain().confirmed(contents));
        }
    }

    /** One side made a counter-offer. */
    record OfferMade(CounterOffer offer) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.bargain().offered(offer));
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new OfferMade(new CounterOffer(
                    offer.number(), offer.side(), offer.against(), offer.terms(), Redaction.MARK, offer.at()));
        }
    }

    /** The customer agreed to one quote version. */
    record AgreementReached(Agreement agreement) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.bargain().agreed(Optional.of(agreement)));
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new AgreementReached(new Agreement(agreement.quote(), agreement.at(), Redaction.MARK));
        }
    }

    /** A discount waits for somebody's decision. */
    record DiscountRequested(DiscountRequest request) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.bargain().requested(request));
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new DiscountRequested(request.withJustification(Redaction.MARK));
        }
    }

    /** A discount was granted, possibly lower than asked. */
    record DiscountApproved(DiscountApproval approval) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.bargain().decided(approval.request(), Optional.of(approval)));
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new DiscountApproved(approval.withComment(Redaction.MARK));
        }
    }

    /** A discount was refused by the person who had to decide. */
    record DiscountRejected(DiscountRequestId request, String comment) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.bargain().decided(request, Optional.empty()));
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new DiscountRejected(request, Redaction.MARK);
        }
    }

    /** The deal moved. */
    record StateChanged(
            NegotiationState from,
            NegotiationState to,
            TransitionTrigger trigger,
            String reason,
            Optional<LossReason> loss,
            List<RuleName> rules,
            PackVersion pack)
            implements NegotiationEvent {
        public StateChanged {
            rules = List.copyOf(rules);
        }

        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.movedTo(to, change.at());
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new StateChanged(from, to, trigger, Redaction.MARK, loss, rules, pack);
        }
    }

    /** The invoicing partner made out a proforma. */
    record ProformaIssued(Proforma proforma) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.documents().withProforma(proforma));
        }
    }

    /** The customer accepted the proforma, or paid for it. */
    record ProformaAccepted(String ref, Acceptance acceptance) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.documents().withProforma(before.proforma().accepted(acceptance)));
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new ProformaAccepted(ref, new Acceptance(acceptance.at(), Redaction.MARK));
        }
    }

    /** The customer refused the proforma. */
    record ProformaRejected(String ref, String reason) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.documents().withProforma(before.proforma().rejected(change.at())));
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new ProformaRejected(ref, Redaction.MARK);
        }
    }

    /** The invoice was issued. */
    record InvoiceIssued(Invoice invoice) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.documents().withInvoice(invoice));
        }
    }

    /** Money arrived. */
    record PaymentReceived(Payment payment) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.documents().withPayment(payment));
        }
    }

    /** The invoice was reversed in full. */
    record InvoiceReversed(String stornoRef) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.documents().withInvoice(before.invoice().reversedBy(stornoRef)));
        }
    }

    /** A human took the deal over from the agent. */
    record HandedOver(Assignment assignment, String reason) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.control().takenOver(reason)).with(assignment);
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new HandedOver(assignment, Redaction.MARK);
        }
    }

    /** The agent has the deal back. */
    record HandedBack(String reason) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.control().handedBack());
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new HandedBack(Redaction.MARK);
        }
    }

    /** More is known of the customer. */
    record ClientDataUpdated(ClientData client) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(client);
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new ClientDataUpdated(redaction.of(client, version));
        }
    }

    /** Scores, flags, tags or notes changed. */
    record DetailsUpdated(Outlook outlook, Annotations annotations, Control control, Assignment assignment)
            implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(outlook).with(annotations).with(control).with(assignment);
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new DetailsUpdated(outlook, Annotations.NONE, control.redacted(), assignment);
        }
    }

    /**
     * A deadline passed that moves nothing, and somebody has to be told. Where it moves the deal, the move says so.
     *
     * @param rules the rules that set it
     */
    record DeadlinePassed(DealTimer timer, Instant due, List<RuleName> rules, PackVersion pack)
            implements NegotiationEvent {
        public DeadlinePassed {
            rules = List.copyOf(rules);
        }

        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.timing().told(due));
        }

        @Override
        public boolean isActivity() {
            return false;
        }
    }

    /** The agent's tool session ended, because nobody used it for too long. */
    record SessionClosed(String sessionId) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.withoutSession();
        }

        @Override
        public boolean isActivity() {
            return false;
        }
    }

    /** The agent used its tool session, which therefore lives on. */
    record SessionUsed(McpSession session) implements NegotiationEvent {
        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(session);
        }
    }

    /**
     * From now on exactly this is held for the deal: what was held and still is, less what was replaced, and what was
     * added.
     *
     * @param replaced reservations that were held until now and end with this
     */
    record StockHeld(List<Reservation> added, List<ReservationId> replaced, Instant expiresAt)
            implements NegotiationEvent {
        public StockHeld {
            added = List.copyOf(added);
            replaced = List.copyOf(replaced);
        }

        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            var all = new ArrayList<>(added);
            before.heldAt(change.at()).map(Holding::reservations).orElse(List.of()).stream()
                    .filter(reservation -> !replaced.contains(reservation.id()))
                    .forEach(all::add);
            return before.with(before.stock().holding(new Holding(all, expiresAt)));
        }
    }

    /** What is held is held for longer, or for less long. */
    record HoldRescheduled(List<ReservationId> reservations, Instant expiresAt) implements NegotiationEvent {
        public HoldRescheduled {
            reservations = List.copyOf(reservations);
        }

        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            var held = before.stock().held().orElseThrow().reservations();
            return before.with(before.stock().holding(new Holding(held, expiresAt)));
        }
    }

    /** Nothing is held any more. */
    record StockReleased(List<ReservationId> reservations, ReleaseReason reason, String note)
            implements NegotiationEvent {
        public StockReleased {
            reservations = List.copyOf(reservations);
        }

        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.stock().released());
        }

        /** That its time was up is nobody's doing, and it may come with a change that says no more than that. */
        @Override
        public boolean isActivity() {
            return reason != ReleaseReason.EXPIRED;
        }

        @Override
        public NegotiationEvent redacted(Redaction redaction, long version) {
            return new StockReleased(reservations, reason, Redaction.MARK);
        }
    }

    /**
     * The goods left with the invoice.
     *
     * @param held the goods that had been held for the deal
     * @param direct the goods that had not, because the time was up or nobody had asked for it
     */
    record StockSold(List<Reservation> held, List<Reservation> direct) implements NegotiationEvent {
        public StockSold {
            held = List.copyOf(held);
            direct = List.copyOf(direct);
        }

        /** All that left, ordered by place. */
        public List<Reservation> all() {
            return Stream.concat(held.stream(), direct.stream())
                    .sorted(Comparator.comparing(Reservation::place))
                    .toList();
        }

        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.stock().selling(all()));
        }
    }

    /** The goods that had been sold came back, because the invoice was reversed. */
    record StockReturned(List<Reservation> returned) implements NegotiationEvent {
        public StockReturned {
            returned = List.copyOf(returned);
        }

        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before.with(before.stock().selling(List.of()));
        }
    }

    /**
     * The person behind the deal was forgotten. The events before it are redacted in the same step, so there is nothing
     * left for this one to change: folding them gives the deal without the person.
     *
     * @param kept the versions whose customer stays named, because no person stands there or because the law wants it
     * @param keptUntil until when the law wants it; empty where it wants nothing
     */
    record PersonErased(List<Long> kept, Optional<LocalDate> keptUntil) implements NegotiationEvent {
        public PersonErased {
            kept = List.copyOf(kept);
        }

        @Override
        public Negotiation applyTo(Negotiation before, Change change) {
            return before;
        }
    }
}

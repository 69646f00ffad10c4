package app.cerniq.adapters.postgres;

import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRequested;
import app.cerniq.domain.negotiation.NegotiationEvent.OfferMade;
import app.cerniq.domain.negotiation.NegotiationEvent.PaymentReceived;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationEventType;
import app.cerniq.domain.negotiation.NegotiationState;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The parts that store the deal itself, in the order in which they stand in the statement. Each of them selects from the
 * row that was changed, so a stale commit writes nothing.
 */
enum CommitPart implements StatementPart {
    BEGIN("begin-deal") {
        @Override
        public boolean isIn(Written written) {
            return written.change().version() == 1;
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            slots.uuid(from.deal().id().tenant().value()).uuid(from.deal().id().value());
            NegotiationColumns.fill(slots, from);
        }
    },
    CHANGE("change-deal") {
        @Override
        public boolean isIn(Written written) {
            return written.change().version() > 1;
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            NegotiationColumns.fill(slots, from);
            slots.uuid(from.deal().id().tenant().value())
                    .uuid(from.deal().id().value())
                    .number(from.change().version() - 1);
        }
    },
    HISTORY("add-history") {
        @Override
        public boolean isIn(Written written) {
            return written.event(StateChanged.class).isPresent();
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            var moved = from.event(StateChanged.class).orElseThrow();
            slots.text(moved.from().name())
                    .text(moved.to().name())
                    .text(moved.reason())
                    .text(moved.trigger().word())
                    .text(moved.loss().map(Enum::name))
                    .texts(each(moved.rules(), rule -> rule.value()))
                    .text(moved.pack().value());
        }
    },
    APPROVAL("add-approval") {
        @Override
        public boolean isIn(Written written) {
            return written.event(DiscountApproved.class).isPresent();
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            var approval = from.event(DiscountApproved.class).orElseThrow().approval();
            slots.uuid(approval.request().value())
                    .text(approval.quote().hex())
                    .texts(each(approval.lines(), line -> line.hex()))
                    .text(approval.tier().name())
                    .text(approval.by().kind().word())
                    .uuid(approval.by().id())
                    .text(approval.by().label())
                    .instant(approval.at())
                    .instant(approval.validUntil())
                    .text(approval.comment());
        }
    },
    QUOTE("add-quote") {
        @Override
        public boolean isIn(Written written) {
            return written.event(QuoteRevised.class).isPresent();
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            var revised = from.event(QuoteRevised.class).orElseThrow();
            var quote = revised.quote();
            slots.number(quote.number())
                    .text(revised.reason())
                    .decimal(quote.discount().points())
                    .number(quote.currency().getDefaultFractionDigits())
                    .number(quote.lines().size())
                    .json(QuoteItems.of(quote, from.deal().bargain().approvals()));
        }
    },
    REQUEST("add-request") {
        @Override
        public boolean isIn(Written written) {
            return written.event(DiscountRequested.class).isPresent();
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            var request = from.event(DiscountRequested.class).orElseThrow().request();
            slots.uuid(request.id().value())
                    .text(request.tier().name())
                    .text(request.quote().hex())
                    .json(request.lines())
                    .text(request.justification())
                    .text(request.requestedBy().kind().word())
                    .uuid(request.requestedBy().id())
                    .text(request.requestedBy().label())
                    .instant(request.requestedAt())
                    .instant(request.decideBy());
        }
    },
    REQUESTS("settle-requests") {
        @Override
        public boolean isIn(Written written) {
            return written.change().events().stream().anyMatch(CommitPart::settlesRequests);
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            var settled = from.change().events().stream()
                    .flatMap(event -> Settled.by(event).stream())
                    .toList();
            var id = from.deal().id();
            // By value and not by a join: the plan then never scans the requests of a whole tenant.
            slots.uuid(id.tenant().value())
                    .uuid(id.value())
                    .json(from.deal().bargain().requests())
                    .json(settled)
                    .uuid(id.tenant().value())
                    .uuid(id.value());
        }
    },
    OFFER("add-offer") {
        @Override
        public boolean isIn(Written written) {
            return written.event(OfferMade.class).isPresent();
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            var offer = from.event(OfferMade.class).orElseThrow().offer();
            slots.number(offer.number())
                    .text(offer.side().name())
                    .text(offer.against().hex())
                    .json(offer.terms())
                    .text(offer.note())
                    .instant(offer.at());
        }
    },
    PAYMENT("add-payment") {
        @Override
        public boolean isIn(Written written) {
            return written.event(PaymentReceived.class).isPresent();
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            var payment = from.event(PaymentReceived.class).orElseThrow().payment();
            slots.text(payment.ref())
                    .decimal(payment.amount().amount())
                    .text(payment.amount().currency().getCurrencyCode())
                    .instant(payment.receivedAt());
        }
    },
    EVENTS("add-events") {
        @Override
        public boolean isIn(Written written) {
            return true;
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            var events = from.change().events();
            slots.texts(each(from.commit().eventIds(), UUID::toString))
                    .texts(each(events, event -> NegotiationEventType.of(event).word()))
                    .texts(each(events, Json::write));
        }
    },
    MESSAGES("add-messages") {
        @Override
        public boolean isIn(Written written) {
            return !written.commit().messages().isEmpty();
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            Messages.fill(slots, from.commit().messages());
        }
    },
    DECISIONS("add-decisions") {
        @Override
        public boolean isIn(Written written) {
            return !written.commit().decisions().isEmpty();
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            var decisions = from.commit().decisions();
            slots.texts(each(decisions, decision -> decision.facts().getClass().getSimpleName()))
                    .texts(each(decisions, decision -> Json.write(decision.facts())))
                    .texts(each(decisions, decision -> Json.write(decision.outcome())))
                    .texts(each(decisions, decision -> Json.write(decision.reasons())))
                    .texts(each(decisions, decision -> Json.write(decision.rules())))
                    .texts(each(decisions, decision -> decision.pack().value()));
        }
    },
    KEY("add-key") {
        @Override
        public boolean isIn(Written written) {
            return true;
        }

        @Override
        public void fill(Slots slots, Written from) throws SQLException {
            slots.text(from.commit().key().value())
                    .text(from.commit().fingerprint().hex())
                    .json(from.commit().receipt());
        }
    };

    private final String file;

    CommitPart(String file) {
        this.file = file;
    }

    @Override
    public String file() {
        return file;
    }

    private static <T> List<String> each(List<? extends T> all, Function<T, String> text) {
        return all.stream().map(text).toList();
    }

    private static boolean settlesRequests(NegotiationEvent event) {
        return event instanceof QuoteRevised
                || event instanceof DiscountApproved
                || event instanceof DiscountRejected
                || (event instanceof StateChanged moved && moved.from() == NegotiationState.DEAD);
    }
}

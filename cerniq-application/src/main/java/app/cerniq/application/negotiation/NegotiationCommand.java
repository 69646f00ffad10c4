package app.cerniq.application.negotiation;

import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Annotations;
import app.cerniq.domain.negotiation.Assignment;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.JourneyId;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Outlook;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Everything that can be asked of a deal. Texts that give a reason have 1 to 500 characters. */
public sealed interface NegotiationCommand {

    /** Begin a deal with a lead. */
    record OpenNegotiation(
            LeadId lead,
            Optional<JourneyId> journey,
            SalesChannelCode channel,
            ClientData client,
            Assignment assignment,
            Currency currency,
            Rounding rounding,
            Outlook outlook,
            Annotations annotations)
            implements NegotiationCommand {

        /** A deal in lei, in the tenant's own sales, with the usual beginnings. */
        public static OpenNegotiation with(LeadId lead, ClientData client) {
            return new OpenNegotiation(
                    lead,
                    Optional.empty(),
                    SalesChannelCode.DIRECT,
                    client,
                    Assignment.NOBODY,
                    Money.RON,
                    Rounding.HALF_UP,
                    Outlook.NEW,
                    Annotations.NONE);
        }
    }

    /** Put a product on the table; of one that is there already, put more. */
    record AddItem(Sku sku, Quantity quantity, Percentage discount) implements NegotiationCommand {}

    /** Change the quantity or the discount of a line. */
    record ChangeItem(Sku sku, Optional<Quantity> quantity, Optional<Percentage> discount)
            implements NegotiationCommand {}

    /** Take a product off the table. */
    record RemoveItem(Sku sku) implements NegotiationCommand {}

    /** Put a whole new quote on the table, at the prices of today. */
    record ReviseQuote(List<Item> items) implements NegotiationCommand {
        public ReviseQuote {
            items = List.copyOf(items);
        }

        /** One line that is wanted. */
        public record Item(Sku sku, Quantity quantity, Percentage discount) {}
    }

    /** Give a discount on the whole quote, after that of each line; 0 takes it back. Later lines get it too. */
    record DiscountQuote(Percentage discount) implements NegotiationCommand {}

    /** Put today's prices on the table for the lines that have others, with their discounts as far as they are allowed. */
    record Reprice() implements NegotiationCommand {}

    /** Record what one side wants; what the seller offers stands in the quote at once. */
    record MakeOffer(CounterOffer.Side side, ContentHash against, List<CounterOffer.Term> terms, String note)
            implements NegotiationCommand {
        public MakeOffer {
            terms = List.copyOf(terms);
        }
    }

    /** Note that every product of the named quote is in stock. */
    record ConfirmProducts(ContentHash quote) implements NegotiationCommand {}

    /** Record the customer's yes to the named quote. */
    record RecordAgreement(ContentHash quote, String evidence) implements NegotiationCommand {}

    /** Move to another state. */
    record Advance(NegotiationState to, TransitionTrigger trigger, String reason, Optional<LossReason> loss)
            implements NegotiationCommand {
        public Advance {
            reason = Reasons.checked(reason);
        }

        /** A move without a loss to explain. */
        public static Advance to(NegotiationState to, TransitionTrigger trigger, String reason) {
            return new Advance(to, trigger, reason, Optional.empty());
        }
    }

    /** Bring a dead deal back to its beginning. */
    record Resurrect(TransitionTrigger trigger, String reason) implements NegotiationCommand {
        public Resurrect {
            reason = Reasons.checked(reason);
        }
    }

    /** Ask for a discount on lines that are quoted; it is granted at once where the rules or the actor's authority allow. */
    record RequestDiscount(List<Wanted> wanted, String justification) implements NegotiationCommand {
        public RequestDiscount {
            wanted = List.copyOf(wanted);
            justification = Reasons.checked(justification);
        }

        /** The discount that one line should have. */
        public record Wanted(Sku sku, Percentage discount) {}
    }

    /** Put another product in the place of one, for example because there is too little of it. */
    record SubstituteItem(Sku sku, Sku by, Quantity quantity, Percentage discount) implements NegotiationCommand {}

    /** Hold the goods of the named quote, for as long as the rules hold them in the state of the deal. */
    record ReserveStock(ContentHash quote, OnShortage onShortage) implements NegotiationCommand {

        /** All of it or nothing. */
        public static ReserveStock allOf(ContentHash quote) {
            return new ReserveStock(quote, OnShortage.REFUSE);
        }

        /** What happens where there is too little. */
        public enum OnShortage {
            /** Nothing is held. */
            REFUSE,
            /** The quote is cut to what there is, and that is held. */
            CUT_QUOTE
        }
    }

    /** Give back the goods that are held. */
    record ReleaseStock(String reason) implements NegotiationCommand {
        public ReleaseStock {
            reason = Reasons.checked(reason);
        }
    }

    /** Take back a promise, because a count found less than was promised. */
    record DisplaceHold(String reason) implements NegotiationCommand {
        public DisplaceHold {
            reason = Reasons.checked(reason);
        }
    }

    /** Grant a waiting discount, whole or lowered. */
    record GrantDiscount(DiscountRequestId request, Optional<Percentage> lowered, String comment)
            implements NegotiationCommand {
        public GrantDiscount {
            comment = Reasons.checked(comment);
        }
    }

    /** Refuse a waiting discount. */
    record RejectDiscount(DiscountRequestId request, String comment) implements NegotiationCommand {
        public RejectDiscount {
            comment = Reasons.checked(comment);
        }
    }

    /** Record the proforma that the invoicing partner made out for the named quote. */
    record RecordProforma(String ref, ContentHash quote, Instant expiresAt) implements NegotiationCommand {}

    /** Record that the customer accepted the proforma. */
    record AcceptProforma(String evidence) implements NegotiationCommand {}

    /** Record that the customer refused the proforma. */
    record RejectProforma(String reason) implements NegotiationCommand {
        public RejectProforma {
            reason = Reasons.checked(reason);
        }
    }

    /** Record the invoice that the invoicing partner issued. */
    record RecordInvoice(String ref, Instant issuedAt) implements NegotiationCommand {}

    /** Record money that arrived. */
    record RecordPayment(String ref, Money amount, Instant receivedAt) implements NegotiationCommand {}

    /** Record the storno that reversed the invoice in full. */
    record RecordStorno(String ref) implements NegotiationCommand {}

    /** Give the deal to a human. */
    record HandOver(UserId to, String reason) implements NegotiationCommand {
        public HandOver {
            reason = Reasons.checked(reason);
        }
    }

    /** Give the deal back to the agent. */
    record HandBack(String reason) implements NegotiationCommand {
        public HandBack {
            reason = Reasons.checked(reason);
        }
    }

    /** Replace what is known of the customer. */
    record UpdateClient(ClientData client) implements NegotiationCommand {}

    /** Replace scores, notes, assignment and flags. */
    record UpdateDetails(
            Outlook outlook,
            Annotations annotations,
            Assignment assignment,
            Optional<Percentage> confidence,
            Optional<String> reviewReason)
            implements NegotiationCommand {}

    /** Note a tool call of the agent, which keeps its session alive. */
    record UseSession(String sessionId) implements NegotiationCommand {}

    /** Let a timer fire that is due: the deal moves, or somebody is told. */
    record TimeOut(DealTimer timer) implements NegotiationCommand {}

    /** Close the agent's tool session that is over. */
    record CloseSession(String sessionId) implements NegotiationCommand {}
}

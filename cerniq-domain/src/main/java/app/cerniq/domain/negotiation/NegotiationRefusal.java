package app.cerniq.domain.negotiation;

import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.OutdatedPrice;
import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Shortage;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every way in which a negotiation says no. Nothing was written when one of these is returned. */
public sealed interface NegotiationRefusal extends Refusal {

    // --- who asks, and about what
    // -------------------------------------------------------------------------------------

    /** No tenant of that id is set up. */
    record UnknownTenant(TenantId tenant) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "There is no such tenant.";
        }

        @Override
        public String given() {
            return tenant.toString();
        }

        @Override
        public String accepted() {
            return "the id of a tenant that was set up before";
        }
    }

    /** The tenant has no negotiation of that id. */
    record UnknownNegotiation(NegotiationId negotiation) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "This tenant has no such negotiation.";
        }

        @Override
        public String given() {
            return negotiation.toString();
        }

        @Override
        public String accepted() {
            return "the id of a negotiation of tenant " + negotiation.tenant();
        }
    }

    /** Somebody else was faster, or the caller read an old state. */
    record StaleVersion(long expected, long actual) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The negotiation has changed since it was read.";
        }

        @Override
        public String given() {
            return "version " + expected;
        }

        @Override
        public String accepted() {
            return "version " + actual + ", after reading again";
        }
    }

    /** The same idempotency key came with another command. */
    record IdempotencyKeyReused(String key) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "This idempotency key was already used for another command.";
        }

        @Override
        public String given() {
            return key;
        }

        @Override
        public String accepted() {
            return "the same command as before, or a new key";
        }
    }

    /** One active negotiation per lead. */
    record LeadAlreadyInNegotiation(LeadId lead) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "This lead already has an active negotiation.";
        }

        @Override
        public String given() {
            return lead.toString();
        }

        @Override
        public String accepted() {
            return "a lead whose negotiations are all PAID or DEAD";
        }
    }

    /** The automation of this tenant stands still, so no agent acts on any of its deals. */
    record AutomationParked(Instant since, String because) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The automation of this tenant is parked since " + since + ": " + because
                    + (because.endsWith(".") ? "" : ".");
        }

        @Override
        public String given() {
            return "an agent";
        }

        @Override
        public String accepted() {
            return "a user, or an agent once a user let automation go on";
        }
    }

    /** A human holds the deal, so no agent acts. */
    record AgentOverruled(String agent, String because) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "A human holds this deal (" + because + ").";
        }

        @Override
        public String given() {
            return agent;
        }

        @Override
        public String accepted() {
            return "a user or the system, or the agent after a hand-back";
        }
    }

    /** The actor's authority does not reach. */
    record NotAuthorised(String actor, Authority has, Authority needed) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The actor's authority is not enough for this decision.";
        }

        @Override
        public String given() {
            return actor + " with authority " + has;
        }

        @Override
        public String accepted() {
            return "authority " + needed + " or higher";
        }
    }

    /** Only a person with an account may do this. */
    record OnlyForUsers(String actor, String what) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "Only a user may " + what + ".";
        }

        @Override
        public String given() {
            return actor;
        }

        @Override
        public String accepted() {
            return "a user";
        }
    }

    // --- moves
    // --------------------------------------------------------------------------------------------------------

    /** Not one of the legal moves, or a condition is missing. */
    record IllegalMove(NegotiationState from, NegotiationState to, List<OpenMove> open) implements NegotiationRefusal {
        public IllegalMove {
            open = List.copyOf(open);
        }

        @Override
        public String sentence() {
            return open.stream()
                    .filter(move -> move.to() == to)
                    .findFirst()
                    .map(this::notOpen)
                    .orElse("There is no move from " + from + " to " + to + ".");
        }

        private String notOpen(OpenMove wanted) {
            var move = "The move from " + from + " to " + to;
            return wanted.forbidden().isEmpty()
                    ? move + " is not open yet: "
                            + wanted.missing().stream()
                                    .map(condition -> condition.word() + " (" + condition.meaning() + ")")
                                    .collect(Collectors.joining("; "))
                            + "."
                    : move + " is closed to this actor: " + wanted.forbidden();
        }

        @Override
        public String given() {
            return from + " to " + to;
        }

        @Override
        public String accepted() {
            return open.isEmpty()
                    ? "none: " + from + " is final"
                    : open.stream().map(OpenMove::toString).collect(Collectors.joining(", "));
        }
    }

    /** The permit was made out for another deal, version, state or actor. */
    record PermitNotApplicable(String permit, String needed) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The permit does not fit this negotiation as it stands.";
        }

        @Override
        public String given() {
            return permit;
        }

        @Override
        public String accepted() {
            return needed;
        }
    }

    /** The command does not belong to this state. */
    record WrongState(String command, NegotiationState state, List<NegotiationState> allowed)
            implements NegotiationRefusal {
        public WrongState {
            allowed = List.copyOf(allowed);
        }

        @Override
        public String sentence() {
            return "It is not possible to " + command + " in state " + state + ".";
        }

        @Override
        public String given() {
            return state.toString();
        }

        @Override
        public String accepted() {
            return allowed.stream().map(Enum::name).collect(Collectors.joining(", "));
        }
    }

    // --- the quote
    // ----------------------------------------------------------------------------------------------------

    /** The catalogue does not have it, or does not sell it here and now. */
    record ProductNotOnSale(Sku sku, NotOnSale because) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "This product is not on sale. " + because.sentence();
        }

        @Override
        public String given() {
            return sku.toString();
        }

        @Override
        public String accepted() {
            return "the SKU of something that has a price on the deal's sales channel and in its currency today";
        }
    }

    /** The quote has no line for it. */
    record NoSuchLine(Sku sku, List<Sku> lines) implements NegotiationRefusal {
        public NoSuchLine {
            lines = List.copyOf(lines);
        }

        @Override
        public String sentence() {
            return "The quote has no line for this product.";
        }

        @Override
        public String given() {
            return sku.toString();
        }

        @Override
        public String accepted() {
            return lines.isEmpty() ? "nothing: the quote is empty" : "one of " + lines;
        }
    }

    /** One line per SKU. */
    record DuplicateLine(Sku sku) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The quote would have two lines for one product.";
        }

        @Override
        public String given() {
            return "two lines for " + sku;
        }

        @Override
        public String accepted() {
            return "one line per SKU, with the whole quantity";
        }
    }

    /** Sold by another unit. */
    record WrongUnit(Sku sku, Quantity quantity, String unit) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return sku + " is sold by another unit.";
        }

        @Override
        public String given() {
            return quantity.toString();
        }

        @Override
        public String accepted() {
            return "a quantity in " + unit;
        }
    }

    /** Sold in another currency than the quote's. */
    record WrongCurrency(Sku sku, Money price, Currency currency) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The price of " + sku + " is not in the currency of the quote.";
        }

        @Override
        public String given() {
            return price.toString();
        }

        @Override
        public String accepted() {
            return "a price in " + currency.getCurrencyCode();
        }
    }

    /** A price above the list. */
    record PriceOutOfRange(Sku sku, Money price, Money list) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The unit price of " + sku + " must not be above its list price.";
        }

        @Override
        public String given() {
            return price.toString();
        }

        @Override
        public String accepted() {
            return "0 to " + list;
        }
    }

    /** Too many lines, or a total beyond what an amount can hold. */
    record QuoteTooLarge(String size) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The quote would be too large.";
        }

        @Override
        public String given() {
            return size;
        }

        @Override
        public String accepted() {
            return "at most 100 lines and a total below 1000000000000";
        }
    }

    /** There is nothing to act on. */
    record EmptyQuote(String command) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "It is not possible to " + command + " without a quoted line.";
        }

        @Override
        public String given() {
            return "an empty quote";
        }

        @Override
        public String accepted() {
            return "a quote with at least one line";
        }
    }

    /** The caller speaks of a version that does not stand any more. */
    record QuoteChanged(ContentHash named, ContentHash current) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The quote is not the version that was named.";
        }

        @Override
        public String given() {
            return named.toString();
        }

        @Override
        public String accepted() {
            return current.toString();
        }
    }

    /** Quoted prices are others today, so the customer would agree to what is no longer offered. */
    record PricesOutdated(List<OutdatedPrice> outdated) implements NegotiationRefusal {
        public PricesOutdated {
            outdated = List.copyOf(outdated);
        }

        @Override
        public String sentence() {
            return "Prices have changed since they were quoted: "
                    + outdated.stream().map(OutdatedPrice::toString).collect(Collectors.joining("; ")) + ".";
        }

        @Override
        public String given() {
            return outdated.stream()
                    .map(price -> price.sku() + " at " + price.quoted())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String accepted() {
            return "a quote at today's prices: reprice it, or take off what is no longer on sale";
        }
    }

    /** There is nothing to price anew. */
    record PricesUpToDate() implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "Every quoted price is that of today.";
        }

        @Override
        public String given() {
            return "a quote at today's prices";
        }

        @Override
        public String accepted() {
            return "a quote whose offerings have changed since";
        }
    }

    // --- stock
    // ----------------------------------------------------------------------------------------------------

    /** More than there is; says of each product how much could be had, when more comes, and what else would do. */
    record NotEnoughStock(List<Shortage> shortages) implements NegotiationRefusal {
        public NotEnoughStock {
            shortages = List.copyOf(shortages);
        }

        @Override
        public String sentence() {
            return "There is not enough of " + each(Shortage::sku) + " in stock.";
        }

        @Override
        public String given() {
            return each(shortage -> shortage.wanted() + " of " + shortage.sku());
        }

        @Override
        public String accepted() {
            return each(Shortage::instead);
        }

        private String each(Function<Shortage, Object> word) {
            return shortages.stream().map(word).map(Object::toString).collect(Collectors.joining("; "));
        }
    }

    /** What was held is held no longer: its time was up by somebody else's clock, or the goods were not there. */
    record HoldLost(Instant expiresAt) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The goods are no longer held for this deal.";
        }

        @Override
        public String given() {
            return "a hold until " + expiresAt;
        }

        @Override
        public String accepted() {
            return "a new reservation first";
        }
    }

    /** Nothing is held that could be given back. */
    record NothingHeld(String command) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "Nothing is held for this deal, so one cannot " + command + ".";
        }

        @Override
        public String given() {
            return command;
        }

        @Override
        public String accepted() {
            return "a deal for which goods are held now";
        }
    }

    /** The rules let no deal in this state hold goods. */
    record NoHoldInState(NegotiationState state, List<String> because) implements NegotiationRefusal {
        public NoHoldInState {
            because = List.copyOf(because);
        }

        @Override
        public String sentence() {
            return "A deal in " + state + " holds no stock: " + String.join(" ", because);
        }

        @Override
        public String given() {
            return state.toString();
        }

        @Override
        public String accepted() {
            return "a state in which the rules let goods be held";
        }
    }

    /** No stock is kept of anything on the table. */
    record NothingToHold(ContentHash quote) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "No stock is kept of anything in this quote, so nothing has to be held.";
        }

        @Override
        public String given() {
            return quote.toString();
        }

        @Override
        public String accepted() {
            return "a quote with goods that are kept in stock";
        }
    }

    // --- discounts
    // ----------------------------------------------------------------------------------------------------

    /** A line whose price somebody else has to agree to. */
    record DiscountNeedsApproval(Sku sku, Percentage discount, DiscountTier tier, List<String> because)
            implements NegotiationRefusal {
        public DiscountNeedsApproval {
            because = List.copyOf(because);
        }

        @Override
        public String sentence() {
            return "The price of " + sku + " needs an approval by tier " + tier + ": " + String.join(" ", because);
        }

        @Override
        public String given() {
            return discount.toString();
        }

        @Override
        public String accepted() {
            return "a lower discount, or a granted request for this one";
        }
    }

    /** What the line is entitled to, with the discount on the quote, is more than is to be granted. */
    record CannotBeLowered(Sku sku, Percentage lowered, Percentage least) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The price rules and the discount on the quote give " + sku + " more than that.";
        }

        @Override
        public String given() {
            return lowered.toString();
        }

        @Override
        public String accepted() {
            return least + " or more";
        }
    }

    /** Nobody may grant it. */
    record DiscountRefused(Sku sku, Percentage discount, List<String> because) implements NegotiationRefusal {
        public DiscountRefused {
            because = List.copyOf(because);
        }

        @Override
        public String sentence() {
            return "Nobody may grant this price for " + sku + ": " + String.join(" ", because);
        }

        @Override
        public String given() {
            return discount.toString();
        }

        @Override
        public String accepted() {
            return "a lower discount";
        }
    }

    /** The request is unknown, or decided already. */
    record NoSuchDiscountRequest(DiscountRequestId request, List<DiscountRequestId> waiting)
            implements NegotiationRefusal {
        public NoSuchDiscountRequest {
            waiting = List.copyOf(waiting);
        }

        @Override
        public String sentence() {
            return "No such discount request waits for a decision.";
        }

        @Override
        public String given() {
            return request.toString();
        }

        @Override
        public String accepted() {
            return waiting.isEmpty() ? "nothing: no request waits" : "one of " + waiting;
        }
    }

    /** The decision grants more than was asked for. */
    record GrantAboveRequest(Percentage granted, Percentage requested) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "A decision may lower a requested discount, never raise it.";
        }

        @Override
        public String given() {
            return granted.toString();
        }

        @Override
        public String accepted() {
            return "0 % to " + requested;
        }
    }

    // --- documents
    // ----------------------------------------------------------------------------------------------------

    /** A fiscal document cannot be made out yet. */
    record ClientDataIncomplete(List<String> missing) implements NegotiationRefusal {
        public ClientDataIncomplete {
            missing = List.copyOf(missing);
        }

        @Override
        public String sentence() {
            return "The customer's data is not complete enough for a fiscal document.";
        }

        @Override
        public String given() {
            return "without " + String.join(", ", missing);
        }

        @Override
        public String accepted() {
            return "a name, a CUI or CNP, and an address";
        }
    }

    /** At most one live proforma, and one invoice, per deal. */
    record DocumentAlreadyExists(String kind, String ref) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "This deal already has a live " + kind + ".";
        }

        @Override
        public String given() {
            return ref;
        }

        @Override
        public String accepted() {
            return "a deal without a live " + kind;
        }
    }

    /** The document is missing, or no longer binds. */
    record NoLiveDocument(String kind, String command) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "It is not possible to " + command + " without a live " + kind + ".";
        }

        @Override
        public String given() {
            return "no live " + kind;
        }

        @Override
        public String accepted() {
            return "a deal with a " + kind + " that is neither refused, expired nor reversed";
        }
    }

    /** An amount or a validity that makes no sense here. */
    record DocumentValueRefused(String what, String given, String accepted) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "The " + what + " is not acceptable.";
        }
    }

    // --- control
    // ------------------------------------------------------------------------------------------------------

    /** Taking over twice, or handing back what nobody took. */
    record ControlUnchanged(boolean humanControlled) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return humanControlled ? "A human already holds this deal." : "No human holds this deal.";
        }

        @Override
        public String given() {
            return humanControlled ? "a takeover" : "a hand-back";
        }

        @Override
        public String accepted() {
            return humanControlled ? "a hand-back" : "a takeover";
        }
    }

    // --- time
    // ---------------------------------------------------------------------------------------------------------

    /** A timer was to fire that is not due: the deal moved on, the clock went back, or the times are others by now. */
    record NotDue(DealTimer timer, Optional<Deadline> standing) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "This timer is not due.";
        }

        @Override
        public String given() {
            return timer.name();
        }

        @Override
        public String accepted() {
            return standing.map(deadline -> deadline.timer() + " from " + deadline.at() + " on")
                    .orElse("nothing: this deal waits for nothing");
        }
    }

    /** A session was to be closed that is not over, or is another one by now. */
    record SessionAlive(String sessionId, Optional<McpSession> standing) implements NegotiationRefusal {
        @Override
        public String sentence() {
            return "This session is not over.";
        }

        @Override
        public String given() {
            return sessionId;
        }

        @Override
        public String accepted() {
            return standing.map(session -> session.id() + " from " + session.expiresAt() + " on")
                    .orElse("nothing: this deal has no session");
        }
    }
}

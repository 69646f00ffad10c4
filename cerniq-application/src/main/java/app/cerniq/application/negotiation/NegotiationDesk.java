package app.cerniq.application.negotiation;

import app.cerniq.application.approval.Escalation;
import app.cerniq.application.negotiation.NegotiationCommand.AcceptProforma;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.CloseSession;
import app.cerniq.application.negotiation.NegotiationCommand.ConfirmProducts;
import app.cerniq.application.negotiation.NegotiationCommand.DiscountQuote;
import app.cerniq.application.negotiation.NegotiationCommand.DisplaceHold;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.HandBack;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.MakeOffer;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.RecordInvoice;
import app.cerniq.application.negotiation.NegotiationCommand.RecordPayment;
import app.cerniq.application.negotiation.NegotiationCommand.RecordProforma;
import app.cerniq.application.negotiation.NegotiationCommand.RecordStorno;
import app.cerniq.application.negotiation.NegotiationCommand.RejectDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.RejectProforma;
import app.cerniq.application.negotiation.NegotiationCommand.ReleaseStock;
import app.cerniq.application.negotiation.NegotiationCommand.RemoveItem;
import app.cerniq.application.negotiation.NegotiationCommand.Reprice;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.application.negotiation.NegotiationCommand.Resurrect;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote;
import app.cerniq.application.negotiation.NegotiationCommand.SubstituteItem;
import app.cerniq.application.negotiation.NegotiationCommand.TimeOut;
import app.cerniq.application.negotiation.NegotiationCommand.UpdateClient;
import app.cerniq.application.negotiation.NegotiationCommand.UpdateDetails;
import app.cerniq.application.negotiation.NegotiationCommand.UseSession;
import app.cerniq.application.runtime.safety.AutomationDesk;
import app.cerniq.application.runtime.telemetry.Telemetry;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.OpenMove;
import app.cerniq.domain.negotiation.Opening;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.negotiation.ToolQuestion;
import app.cerniq.ports.negotiation.Transition;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be asked of deals. Every command answers with a receipt or a refusal; after a refusal nothing was
 * written. Thread-safe; holds no state of its own.
 */
public final class NegotiationDesk {

    private final Storage storage;
    private final Policies policies;
    private final Clock clock;
    private final Conducting conducting;
    private final RevisingQuote quotes;
    private final KeepingStock goods;
    private final GrantingDiscount discounts;
    private final AdvancingDeal moves;
    private final TimingOut timeouts;
    private final Pricing pricing;
    private final Repricing reprices;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public NegotiationDesk(
            Storage storage,
            Policies policies,
            AllocationStrategy allocation,
            Telemetry telemetry,
            AutomationDesk automation,
            Escalation escalation,
            Clock clock,
            Ids ids) {
        this.storage = storage;
        this.policies = policies;
        this.clock = clock;
        this.pricing = new Pricing(storage, policies);
        this.quotes = new RevisingQuote(pricing);
        this.goods = new KeepingStock(new FindingGoods(storage, allocation, ids), policies.holds(), quotes);
        var deadlines = new SettingDeadline(policies.timeouts());
        this.conducting = new Conducting(storage, goods, deadlines, new Supervision(telemetry, automation), clock, ids);
        this.discounts = new GrantingDiscount(pricing, escalation);
        this.reprices = new Repricing(pricing);
        this.moves = new AdvancingDeal(policies.moves(), reprices);
        this.timeouts = new TimingOut(deadlines, moves);
    }

    /** Begins a deal in DISCOVERY; a lead has at most one that is active. */
    public Either<NegotiationRefusal, Receipt> open(TenantId tenant, Actor actor, String key, OpenNegotiation command) {
        return open(tenant, actor, key, command, EventCause.NONE);
    }

    /** Begins a deal because of something, for instance because a lead answered. */
    public Either<NegotiationRefusal, Receipt> open(
            TenantId tenant, Actor actor, String key, OpenNegotiation command, EventCause cause) {
        var opened = new Opened(
                command.lead(),
                command.journey(),
                command.channel(),
                command.client(),
                command.assignment(),
                command.currency(),
                command.rounding(),
                command.outlook(),
                command.annotations());
        return conducting.begin(
                tenant, actor, new IdempotencyKey(key), command, cause, stamp -> id -> Opening.open(id, opened, stamp));
    }

    public Either<NegotiationRefusal, Receipt> addItem(Ask ask, AddItem command) {
        return conducting.conduct(ask, command, situation -> quotes.add(situation, command));
    }

    public Either<NegotiationRefusal, Receipt> changeItem(Ask ask, ChangeItem command) {
        return conducting.conduct(ask, command, situation -> quotes.change(situation, command));
    }

    public Either<NegotiationRefusal, Receipt> removeItem(Ask ask, RemoveItem command) {
        return conducting.conduct(ask, command, situation -> quotes.remove(situation, command));
    }

    public Either<NegotiationRefusal, Receipt> reviseQuote(Ask ask, ReviseQuote command) {
        return conducting.conduct(ask, command, situation -> quotes.revise(situation, command));
    }

    /** Gives a discount on the whole quote, which every line but a bargained one contains from then on. */
    public Either<NegotiationRefusal, Receipt> discountQuote(Ask ask, DiscountQuote command) {
        return conducting.conduct(ask, command, situation -> quotes.discountQuote(situation, command));
    }

    /** Puts today's prices on the table where others stand; a discount that is not allowed at them becomes smaller. */
    public Either<NegotiationRefusal, Receipt> reprice(Ask ask, Reprice command) {
        return conducting.conduct(ask, command, reprices::reprice);
    }

    public Either<NegotiationRefusal, Receipt> makeOffer(Ask ask, MakeOffer command) {
        return conducting.conduct(ask, command, situation -> quotes.offer(situation, command));
    }

    /** Confirms the products of the named quote against the stock there is now. */
    public Either<NegotiationRefusal, Receipt> confirmProducts(Ask ask, ConfirmProducts command) {
        return conducting.conduct(
                ask,
                command,
                it -> it.deal().quoting(it.stamp()).confirmProducts(command.quote(), goods.positions(it)));
    }

    /** Puts another product in the place of one. */
    public Either<NegotiationRefusal, Receipt> substituteItem(Ask ask, SubstituteItem command) {
        return conducting.conduct(ask, command, situation -> quotes.substitute(situation, command));
    }

    /** Holds the goods of the named quote; from then on what is held follows the quote and the state of the deal. */
    public Either<NegotiationRefusal, Receipt> reserveStock(Ask ask, ReserveStock command) {
        return conducting.conduct(ask, command, situation -> goods.reserve(situation, command));
    }

    public Either<NegotiationRefusal, Receipt> releaseStock(Ask ask, ReleaseStock command) {
        return conducting.conduct(
                ask, command, situation -> goods.release(situation, ReleaseReason.CANCELLED, command.reason()));
    }

    /** Takes back a promise that cannot be kept; the deal has to reserve again. */
    public Either<NegotiationRefusal, Receipt> displaceHold(Ask ask, DisplaceHold command) {
        return conducting.conduct(
                ask, command, situation -> goods.release(situation, ReleaseReason.DISPLACED, command.reason()));
    }

    public Either<NegotiationRefusal, Receipt> recordAgreement(Ask ask, RecordAgreement command) {
        return conducting.conduct(
                ask, command, it -> it.deal().quoting(it.stamp()).agree(command.quote(), command.evidence()));
    }

    /** Asks for a discount; the receipt names the request where it has to wait for somebody. */
    public Either<NegotiationRefusal, Receipt> requestDiscount(Ask ask, RequestDiscount command) {
        return conducting.conduct(ask, command, situation -> discounts.request(situation, command));
    }

    public Either<NegotiationRefusal, Receipt> grantDiscount(Ask ask, GrantDiscount command) {
        return conducting.conduct(ask, command, situation -> discounts.grant(situation, command));
    }

    public Either<NegotiationRefusal, Receipt> rejectDiscount(Ask ask, RejectDiscount command) {
        return conducting.conduct(
                ask, command, it -> it.deal().discounting(it.stamp()).reject(command.request(), command.comment()));
    }

    /** Moves the deal, if the rules permit it. */
    public Either<NegotiationRefusal, Receipt> advance(Ask ask, Advance command) {
        return conducting.conduct(ask, command, situation -> moves.advance(situation, command));
    }

    /** Brings a dead deal back to DISCOVERY in a new round, without the quote and documents of the old one. */
    public Either<NegotiationRefusal, Receipt> resurrect(Ask ask, Resurrect command) {
        return conducting.conduct(ask, command, situation -> moves.resurrect(situation, command));
    }

    public Either<NegotiationRefusal, Receipt> recordProforma(Ask ask, RecordProforma command) {
        return conducting.conduct(
                ask,
                command,
                it -> it.deal()
                        .invoicing(it.stamp())
                        .recordProforma(command.ref(), command.quote(), command.expiresAt()));
    }

    public Either<NegotiationRefusal, Receipt> acceptProforma(Ask ask, AcceptProforma command) {
        return conducting.conduct(
                ask, command, it -> it.deal().invoicing(it.stamp()).acceptProforma(command.evidence()));
    }

    public Either<NegotiationRefusal, Receipt> rejectProforma(Ask ask, RejectProforma command) {
        return conducting.conduct(
                ask, command, it -> it.deal().invoicing(it.stamp()).rejectProforma(command.reason()));
    }

    public Either<NegotiationRefusal, Receipt> recordInvoice(Ask ask, RecordInvoice command) {
        return conducting.conduct(
                ask, command, it -> it.deal().invoicing(it.stamp()).recordInvoice(command.ref(), command.issuedAt()));
    }

    public Either<NegotiationRefusal, Receipt> recordPayment(Ask ask, RecordPayment command) {
        return conducting.conduct(
                ask,
                command,
                it -> it.deal()
                        .invoicing(it.stamp())
                        .recordPayment(command.ref(), command.amount(), command.receivedAt()));
    }

    public Either<NegotiationRefusal, Receipt> recordStorno(Ask ask, RecordStorno command) {
        return conducting.conduct(
                ask, command, it -> it.deal().invoicing(it.stamp()).recordStorno(command.ref()));
    }

    /** Gives the deal to a human; from the commit on, every command of an agent is refused. */
    public Either<NegotiationRefusal, Receipt> handOver(Ask ask, HandOver command) {
        return conducting.conduct(
                ask, command, it -> it.deal().handling(it.stamp()).handOver(command.to(), command.reason()));
    }

    public Either<NegotiationRefusal, Receipt> handBack(Ask ask, HandBack command) {
        return conducting.conduct(
                ask, command, it -> it.deal().handling(it.stamp()).handBack(command.reason()));
    }

    public Either<NegotiationRefusal, Receipt> updateClient(Ask ask, UpdateClient command) {
        return conducting.conduct(
                ask, command, it -> it.deal().handling(it.stamp()).updateClient(command.client()));
    }

    public Either<NegotiationRefusal, Receipt> updateDetails(Ask ask, UpdateDetails command) {
        return conducting.conduct(
                ask,
                command,
                it -> it.deal()
                        .handling(it.stamp())
                        .updateDetails(
                                command.outlook(),
                                command.annotations(),
                                command.assignment(),
                                command.confidence(),
                                command.reviewReason()));
    }

    public Either<NegotiationRefusal, Receipt> useSession(Ask ask, UseSession command) {
        return conducting.conduct(
                ask, command, it -> it.deal().handling(it.stamp()).useSession(command.sessionId()));
    }

    /** Lets a timer fire that is due by the rules and times in force now; {@link TimerDesk} finds those that are. */
    public Either<NegotiationRefusal, Receipt> timeOut(Ask ask, TimeOut command) {
        return conducting.conduct(ask, command, situation -> timeouts.timeOut(situation, command));
    }

    /** Closes the agent's session that is over. */
    public Either<NegotiationRefusal, Receipt> closeSession(Ask ask, CloseSession command) {
        return conducting.conduct(
                ask, command, it -> it.deal().waiting(it.stamp()).closeSession(command.sessionId()));
    }

    /** The deal as it stands; empty where the tenant has none of that id. */
    public Optional<Negotiation> find(NegotiationId id) {
        return storage.negotiations().find(id);
    }

    /** What would become of a request for a discount by this actor now: nothing is asked and nothing is written. */
    public Either<NegotiationRefusal, DiscountPreview> previewDiscount(
            NegotiationId id, Actor actor, RequestDiscount command) {
        return existing(id).flatMap(deal -> discounts.preview(conducting.imagined(deal, actor), command));
    }

    /** The moves of the deal so far, oldest first. */
    public List<Transition> transitions(NegotiationId id) {
        return storage.negotiations().transitions(id);
    }

    /** Each next state with the conditions that this actor still lacks; nothing is reserved or promised by asking. */
    public Either<NegotiationRefusal, List<OpenMove>> availableMoves(NegotiationId id, Actor actor) {
        return existing(id).map(deal -> policies.moves().availableMoves(deal, actor, clock.instant()));
    }

    /** Whether an agent may use a tool on the deal as it stands. */
    public Either<NegotiationRefusal, Decision<Boolean>> mayUse(NegotiationId id, Tool tool) {
        return existing(id).map(deal -> policies.tools().decide(new ToolQuestion(deal.state(), tool)));
    }

    /** Why a quoted line costs what it costs, in sentences: list, rules, discounts, rounding. */
    public Either<NegotiationRefusal, List<String>> explain(NegotiationId id, Sku sku) {
        return existing(id).flatMap(deal -> RevisingQuote.standing(deal, sku)).map(QuoteLine::explanation);
    }

    /** What is left of each line and of the whole quote after cost, at today's bands. */
    public Either<NegotiationRefusal, QuoteMargins> margins(NegotiationId id) {
        return existing(id).map(deal -> pricing.margins(deal, clock.instant()));
    }

    private Either<NegotiationRefusal, Negotiation> existing(NegotiationId id) {
        return find(id).<Either<NegotiationRefusal, Negotiation>>map(Either::right)
                .orElseGet(() -> Either.left(new NegotiationRefusal.UnknownNegotiation(id)));
    }
}

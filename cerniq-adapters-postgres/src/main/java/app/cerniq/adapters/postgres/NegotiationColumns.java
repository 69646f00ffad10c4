package app.cerniq.adapters.postgres;

import static app.cerniq.adapters.postgres.Aspect.ANNOTATIONS;
import static app.cerniq.adapters.postgres.Aspect.ASSIGNMENT;
import static app.cerniq.adapters.postgres.Aspect.BARGAIN;
import static app.cerniq.adapters.postgres.Aspect.CHANGE;
import static app.cerniq.adapters.postgres.Aspect.CLIENT;
import static app.cerniq.adapters.postgres.Aspect.CONTROL;
import static app.cerniq.adapters.postgres.Aspect.DOCUMENTS;
import static app.cerniq.adapters.postgres.Aspect.GOODS;
import static app.cerniq.adapters.postgres.Aspect.ORIGIN;
import static app.cerniq.adapters.postgres.Aspect.OUTLOOK;
import static app.cerniq.adapters.postgres.Aspect.SESSION;
import static app.cerniq.adapters.postgres.Aspect.STAGE;

import app.cerniq.domain.negotiation.Agreement;
import app.cerniq.domain.negotiation.ClientData.PostalAddress;
import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.Documents.Acceptance;
import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Documents.Proforma;
import app.cerniq.domain.negotiation.JourneyId;
import app.cerniq.domain.negotiation.McpSession;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.PhoneId;
import app.cerniq.domain.pricing.Margin;
import app.cerniq.domain.shared.Cnp;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TradeRegisterNumber;
import app.cerniq.domain.shared.UserId;
import app.cerniq.domain.stock.Holding;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of gold_negotiations that a commit writes, and where each value comes from. {@link NegotiationRow} reads
 * them back.
 */
final class NegotiationColumns {

    private interface Filling {
        void fill(Slots slots, Written from) throws SQLException;
    }

    /** @param next what the column becomes when the row changes */
    private record Column(String name, String next, Filling filling) {}

    private record Side(Aspect aspect, List<Column> columns) {}

    private static Side side(Aspect aspect, Column... columns) {
        return new Side(aspect, List.of(columns));
    }

    private static Column column(String name, Filling filling) {
        return new Column(name, "?", filling);
    }

    private static Column column(String name, String next, Filling filling) {
        return new Column(name, next, filling);
    }

    private static final List<Side> SIDES = List.of(
            side(
                    CHANGE,
                    column("version", (to, it) -> to.number(it.deal().version())),
                    column(
                            "last_activity_at",
                            (to, it) -> to.instant(it.timing().lastActivityAt())),
                    column("told_of", (to, it) -> to.instant(it.timing().toldOf())),
                    column(
                            "deadline_timer",
                            (to, it) -> to.text(it.deadline()
                                    .map(deadline -> deadline.timer().name()))),
                    column("deadline_at", (to, it) -> to.instant(it.deadline().map(Deadline::at))),
                    column(
                            "deadline_version",
                            (to, it) -> to.number(
                                    it.deadline().map(deadline -> it.deal().version()))),
                    // Earlier is early enough, and leaves the index alone.
                    column(
                            "wake_at",
                            "least(wake_at, ?)",
                            (to, it) -> to.instant(it.deadline().map(Deadline::at))),
                    column("updated_at", (to, it) -> to.instant(it.change().at())),
                    column("updated_by", (to, it) -> to.uuid(it.change().by().id())),
                    column(
                            "updated_by_type",
                            (to, it) -> to.text(it.change().by().kind().word())),
                    column(
                            "updated_by_label",
                            (to, it) -> to.text(it.change().by().label()))),
            side(
                    ORIGIN,
                    column("lead_id", (to, it) -> to.uuid(it.deal().lead().value())),
                    column("journey_id", (to, it) -> to.uuid(it.deal().journey().map(JourneyId::value))),
                    column(
                            "sales_channel",
                            (to, it) -> to.text(it.deal().channel().value())),
                    column(
                            "currency",
                            (to, it) -> to.text(it.bargain().currency().getCurrencyCode())),
                    column(
                            "rounding",
                            (to, it) -> to.text(it.bargain().rounding().name())),
                    column(
                            "first_contact_at",
                            (to, it) -> to.instant(it.timing().firstContactAt())),
                    column("created_at", (to, it) -> to.instant(it.timing().createdAt())),
                    column(
                            "created_by",
                            (to, it) -> to.uuid(it.timing().createdBy().id())),
                    column(
                            "created_by_type",
                            (to, it) -> to.text(it.timing().createdBy().kind().word())),
                    column(
                            "created_by_label",
                            (to, it) -> to.text(it.timing().createdBy().label()))),
            side(
                    STAGE,
                    column(
                            "current_state",
                            (to, it) -> to.text(it.deal().state().name())),
                    column(
                            "previous_state",
                            (to, it) -> to.text(it.stage().previous().map(NegotiationState::name))),
                    column("state_changed_at", (to, it) -> to.instant(it.stage().changedAt())),
                    column("round", (to, it) -> to.number(it.stage().round()))),
            side(
                    ASSIGNMENT,
                    column(
                            "assigned_phone_id",
                            (to, it) -> to.uuid(it.assignment().phone().map(PhoneId::value))),
                    column(
                            "assigned_user_id",
                            (to, it) -> to.uuid(it.assignment().user().map(UserId::value)))),
            side(
                    CLIENT,
                    column("client_name", (to, it) -> to.text(it.client().name())),
                    column("client_cif", (to, it) -> to.text(it.client().cui().map(Cui::digits))),
                    column("client_cnp", (to, it) -> to.text(it.client().cnp().map(Cnp::digits))),
                    column(
                            "client_trade_register",
                            (to, it) -> to.text(it.client().tradeRegister().map(TradeRegisterNumber::value))),
                    column("client_street", (to, it) -> to.text(it.address().map(PostalAddress::street))),
                    column("client_city", (to, it) -> to.text(it.address().map(PostalAddress::city))),
                    column("client_county", (to, it) -> to.text(it.address().map(PostalAddress::county))),
                    column("client_country", (to, it) -> to.text(it.address().map(PostalAddress::country))),
                    column("client_email", (to, it) -> to.text(it.client().email())),
                    column("client_phone", (to, it) -> to.text(it.client().phone()))),
            side(
                    BARGAIN,
                    column("quote_count", (to, it) -> to.number(it.bargain().versions())),
                    column(
                            "quote_hash",
                            (to, it) ->
                                    to.text(it.quote().map(quote -> quote.hash().hex()))),
                    column(
                            "quote_contents_hash",
                            (to, it) -> to.text(
                                    it.quote().map(quote -> quote.contents().hex()))),
                    column("net_value", (to, it) -> to.decimal(it.net())),
                    column("vat_value", (to, it) -> to.decimal(it.vat())),
                    column("total_value", (to, it) -> to.decimal(it.gross())),
                    column(
                            "estimated_margin_percent",
                            (to, it) -> to.decimal(
                                    it.quote().flatMap(Written.Figures::margin).map(Margin::points))),
                    column("offer_count", (to, it) -> to.number(it.bargain().offers())),
                    column(
                            "confirmed_contents_hash",
                            (to, it) -> to.text(it.bargain().confirmedContents().map(ContentHash::hex))),
                    column(
                            "agreement_quote_hash",
                            (to, it) -> to.text(
                                    it.agreement().map(yes -> yes.quote().hex()))),
                    column("agreement_at", (to, it) -> to.instant(it.agreement().map(Agreement::at))),
                    column(
                            "agreement_evidence",
                            (to, it) -> to.text(it.agreement().map(Agreement::evidence))),
                    column(
                            "max_discount_offered",
                            (to, it) ->
                                    to.decimal(it.bargain().maxDiscountOffered().points())),
                    column("outdated_prices", (to, it) -> to.json(it.bargain().outdated())),
                    column(
                            "discount_approved_by",
                            (to, it) -> to.uuid(it.lastApproval()
                                    .map(approval -> approval.by().id()))),
                    column(
                            "discount_approval_at",
                            (to, it) -> to.instant(it.lastApproval().map(approval -> approval.at())))),
            side(
                    CONTROL,
                    column("ai_enabled", (to, it) -> to.flag(it.control().aiEnabled())),
                    column(
                            "ai_confidence_score",
                            (to, it) -> to.decimal(it.control().aiConfidence().map(Percentage::points))),
                    column("ai_handoff_reason", (to, it) -> to.text(it.control().handoffReason())),
                    column(
                            "human_review_reason",
                            (to, it) -> to.text(it.control().reviewReason())),
                    column(
                            "is_human_controlled",
                            (to, it) -> to.flag(it.control().humanControlled()))),
            side(
                    SESSION,
                    column(
                            "mcp_session_id",
                            (to, it) -> to.text(it.deal().session().map(McpSession::id))),
                    column(
                            "mcp_session_expires_at",
                            (to, it) -> to.instant(it.deal().session().map(McpSession::expiresAt)))),
            side(
                    DOCUMENTS,
                    column("proforma_ref", (to, it) -> to.text(it.proforma().map(Proforma::ref))),
                    column(
                            "proforma_quote_hash",
                            (to, it) -> to.text(it.proforma()
                                    .map(proforma -> proforma.quote().hex()))),
                    column(
                            "proforma_sent_at",
                            (to, it) -> to.instant(it.proforma().map(Proforma::sentAt))),
                    column(
                            "proforma_expires_at",
                            (to, it) -> to.instant(it.proforma().map(Proforma::expiresAt))),
                    column(
                            "proforma_accepted_at",
                            (to, it) -> to.instant(it.acceptance().map(Acceptance::at))),
                    column(
                            "proforma_acceptance",
                            (to, it) -> to.text(it.acceptance().map(Acceptance::evidence))),
                    column(
                            "proforma_rejected_at",
                            (to, it) -> to.instant(it.proforma().flatMap(Proforma::rejectedAt))),
                    column("invoice_ref", (to, it) -> to.text(it.invoice().map(Invoice::ref))),
                    column(
                            "invoice_issued_at",
                            (to, it) -> to.instant(it.invoice().map(Invoice::issuedAt))),
                    column(
                            "invoice_gross",
                            (to, it) -> to.decimal(
                                    it.invoice().map(invoice -> invoice.gross().amount()))),
                    column("storno_ref", (to, it) -> to.text(it.invoice().flatMap(Invoice::stornoRef))),
                    column(
                            "paid_value",
                            (to, it) -> to.decimal(it.deal()
                                    .documents()
                                    .paid()
                                    .map(Money::amount)
                                    .orElse(BigDecimal.ZERO)))),
            side(
                    GOODS,
                    column(
                            "held_until",
                            (to, it) -> to.instant(it.deal().stock().held().map(Holding::expiresAt))),
                    column(
                            "held_reservations",
                            (to, it) ->
                                    to.uuids(GoodsMoved.held(it.deal().stock().held()))),
                    column(
                            "sold_reservations",
                            (to, it) -> to.uuids(GoodsMoved.uuids(
                                    GoodsMoved.ids(it.deal().stock().sold()))))),
            side(
                    OUTLOOK,
                    column(
                            "expected_close_date",
                            (to, it) -> to.date(it.outlook().expectedClose())),
                    column(
                            "engagement_score",
                            (to, it) -> to.number(it.outlook().engagement())),
                    column(
                            "sentiment_score",
                            (to, it) -> to.decimal(it.outlook().sentiment())),
                    column(
                            "close_probability",
                            (to, it) ->
                                    to.decimal(it.outlook().closeProbability().map(Percentage::points))),
                    column(
                            "priority",
                            (to, it) -> to.text(it.outlook().priority().name()))),
            side(
                    ANNOTATIONS,
                    column("tags", (to, it) -> to.texts(it.deal().annotations().tags())),
                    column("notes", (to, it) -> to.text(it.deal().annotations().notes())),
                    column(
                            "custom_fields",
                            (to, it) -> to.json(it.deal().annotations().customFields()))));

    private static final Set<Aspect> ALL = EnumSet.allOf(Aspect.class);

    private NegotiationColumns() {}

    private static Stream<Column> columns(Set<Aspect> aspects) {
        return SIDES.stream().filter(side -> aspects.contains(side.aspect())).flatMap(side -> side.columns().stream());
    }

    /** {@code a = ?, b = ?}, for an update of these sides. */
    static String assignments(Set<Aspect> aspects) {
        return columns(aspects)
                .map(column -> column.name() + " = " + column.next())
                .collect(Collectors.joining(",\n        "));
    }

    /** {@code a, b}, for an insert. */
    static String names() {
        return names("");
    }

    /** {@code n.a, n.b}, for a select. */
    static String names(String prefix) {
        return columns(ALL).map(column -> prefix + column.name()).collect(Collectors.joining(",\n        "));
    }

    /** {@code ?, ?}, for an insert. */
    static String marks() {
        return columns(ALL).map(column -> "?").collect(Collectors.joining(", "));
    }

    /** Fills the question marks of {@link #assignments} or, for all sides, of {@link #marks}. */
    static void fill(Slots slots, Written from) throws SQLException {
        for (var side : SIDES) {
            if (from.aspects().contains(side.aspect())) {
                for (var column : side.columns()) {
                    column.filling().fill(slots, from);
                }
            }
        }
    }
}

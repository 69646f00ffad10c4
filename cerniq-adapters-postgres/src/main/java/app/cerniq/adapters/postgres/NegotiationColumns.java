package app.cerniq.adapters.postgres;

import static app.cerniq.adapters.postgres.Aspect.ANNOTATIONS;
import static app.cerniq.adapters.postgres.Aspect.ASSIGNMENT;
import static app.cerniq.adapters.postgres.Aspect.BARGAIN;
import static app.cerniq.adapters.postgres.Aspect.CHANGE;
import static app.cerniq.adapters.postgres.Aspect.CLIENT;
import static app.cerniq.adapters.postgres.Aspect.CONTROL;
import static app.cerniq.adapters.postgres.Aspect.DOCUMENTS;
import static app.cerniq.adapters.postgres.Aspect.ORIGIN;
import static app.cerniq.adapters.postgres.Aspect.OUTLOOK;
import static app.cerniq.adapters.postgres.Aspect.SESSION;
import static app.cerniq.adapters.postgres.Aspect.STAGE;

import app.cerniq.domain.negotiation.Agreement;
import app.cerniq.domain.negotiation.ClientData.PostalAddress;
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
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of gold_negotiations that a commit writes, and where each value comes from. {@link NegotiationRow} reads
 * them back.
 */
final class NegotiationColumns {

    private interface Filling {
        void fill(Slots slots, Written from) throws SQLException;
    }

    private record Column(Aspect aspect, String name, Filling filling) {}

    private static Column column(Aspect aspect, String name, Filling filling) {
        return new Column(aspect, name, filling);
    }

    private static final List<Column> ALL = List.of(
            column(CHANGE, "version", (to, it) -> to.number(it.deal().version())),
            column(ORIGIN, "lead_id", (to, it) -> to.uuid(it.deal().lead().value())),
            column(ORIGIN, "journey_id", (to, it) -> to.uuid(it.deal().journey().map(JourneyId::value))),
            column(STAGE, "current_state", (to, it) -> to.text(it.deal().state().name())),
            column(
                    STAGE,
                    "previous_state",
                    (to, it) -> to.text(it.deal().stage().previous().map(NegotiationState::name))),
            column(
                    STAGE,
                    "state_changed_at",
                    (to, it) -> to.instant(it.deal().stage().changedAt())),
            column(STAGE, "round", (to, it) -> to.number(it.deal().stage().round())),
            column(
                    ASSIGNMENT,
                    "assigned_phone_id",
                    (to, it) -> to.uuid(it.deal().assignment().phone().map(PhoneId::value))),
            column(
                    ASSIGNMENT,
                    "assigned_user_id",
                    (to, it) -> to.uuid(it.deal().assignment().user().map(UserId::value))),
            column(CLIENT, "client_name", (to, it) -> to.text(it.deal().client().name())),
            column(
                    CLIENT,
                    "client_cif",
                    (to, it) -> to.text(it.deal().client().cui().map(Cui::digits))),
            column(
                    CLIENT,
                    "client_cnp",
                    (to, it) -> to.text(it.deal().client().cnp().map(Cnp::digits))),
            column(
                    CLIENT,
                    "client_trade_register",
                    (to, it) -> to.text(it.deal().client().tradeRegister().map(TradeRegisterNumber::value))),
            column(
                    CLIENT,
                    "client_street",
                    (to, it) -> to.text(it.deal().client().address().map(PostalAddress::street))),
            column(
                    CLIENT,
                    "client_city",
                    (to, it) -> to.text(it.deal().client().address().map(PostalAddress::city))),
            column(
                    CLIENT,
                    "client_county",
                    (to, it) -> to.text(it.deal().client().address().map(PostalAddress::county))),
            column(
                    CLIENT,
                    "client_country",
                    (to, it) -> to.text(it.deal().client().address().map(PostalAddress::country))),
            column(
                    CLIENT,
                    "client_email",
                    (to, it) -> to.text(it.deal().client().email())),
            column(
                    CLIENT,
                    "client_phone",
                    (to, it) -> to.text(it.deal().client().phone())),
            column(
                    ORIGIN,
                    "currency",
                    (to, it) -> to.text(it.deal().bargain().currency().getCurrencyCode())),
            column(
                    ORIGIN,
                    "rounding",
                    (to, it) -> to.text(it.deal().bargain().rounding().name())),
            column(
                    BARGAIN,
                    "quote_count",
                    (to, it) -> to.number(it.deal().bargain().versions())),
            column(
                    BARGAIN,
                    "quote_hash",
                    (to, it) -> to.text(it.quote().map(quote -> quote.hash().hex()))),
            column(
                    BARGAIN,
                    "quote_contents_hash",
                    (to, it) -> to.text(it.quote().map(quote -> quote.contents().hex()))),
            column(BARGAIN, "net_value", (to, it) -> to.decimal(it.net())),
            column(BARGAIN, "vat_value", (to, it) -> to.decimal(it.vat())),
            column(BARGAIN, "total_value", (to, it) -> to.decimal(it.gross())),
            column(
                    BARGAIN,
                    "estimated_margin_percent",
                    (to, it) -> to.decimal(
                            it.quote().flatMap(Written.Figures::margin).map(Margin::points))),
            column(
                    BARGAIN,
                    "offer_count",
                    (to, it) -> to.number(it.deal().bargain().offers())),
            column(
                    BARGAIN,
                    "confirmed_contents_hash",
                    (to, it) -> to.text(it.deal().bargain().confirmedContents().map(ContentHash::hex))),
            column(
                    BARGAIN,
                    "agreement_quote_hash",
                    (to, it) -> to.text(it.deal()
                            .bargain()
                            .agreement()
                            .map(yes -> yes.quote().hex()))),
            column(
                    BARGAIN,
                    "agreement_at",
                    (to, it) -> to.instant(it.deal().bargain().agreement().map(Agreement::at))),
            column(
                    BARGAIN,
                    "agreement_evidence",
                    (to, it) -> to.text(it.deal().bargain().agreement().map(Agreement::evidence))),
            column(
                    BARGAIN,
                    "max_discount_offered",
                    (to, it) ->
                            to.decimal(it.deal().bargain().maxDiscountOffered().points())),
            column(
                    BARGAIN,
                    "discount_approved_by",
                    (to, it) -> to.uuid(
                            it.lastApproval().map(approval -> approval.by().id()))),
            column(
                    BARGAIN,
                    "discount_approval_at",
                    (to, it) -> to.instant(it.lastApproval().map(approval -> approval.at()))),
            column(
                    CONTROL,
                    "ai_enabled",
                    (to, it) -> to.flag(it.deal().control().aiEnabled())),
            column(
                    CONTROL,
                    "ai_confidence_score",
                    (to, it) -> to.decimal(it.deal().control().aiConfidence().map(Percentage::points))),
            column(
                    CONTROL,
                    "ai_handoff_reason",
                    (to, it) -> to.text(it.deal().control().handoffReason())),
            column(
                    SESSION,
                    "mcp_session_id",
                    (to, it) -> to.text(it.deal().session().map(McpSession::id))),
            column(
                    SESSION,
                    "mcp_session_expires_at",
                    (to, it) -> to.instant(it.deal().session().map(McpSession::expiresAt))),
            column(DOCUMENTS, "proforma_ref", (to, it) -> to.text(it.proforma().map(Proforma::ref))),
            column(
                    DOCUMENTS,
                    "proforma_quote_hash",
                    (to, it) -> to.text(
                            it.proforma().map(proforma -> proforma.quote().hex()))),
            column(
                    DOCUMENTS,
                    "proforma_sent_at",
                    (to, it) -> to.instant(it.proforma().map(Proforma::sentAt))),
            column(
                    DOCUMENTS,
                    "proforma_expires_at",
                    (to, it) -> to.instant(it.proforma().map(Proforma::expiresAt))),
            column(
                    DOCUMENTS,
                    "proforma_accepted_at",
                    (to, it) -> to.instant(
                            it.proforma().flatMap(Proforma::acceptance).map(Acceptance::at))),
            column(
                    DOCUMENTS,
                    "proforma_acceptance",
                    (to, it) ->
                            to.text(it.proforma().flatMap(Proforma::acceptance).map(Acceptance::evidence))),
            column(
                    DOCUMENTS,
                    "proforma_rejected_at",
                    (to, it) -> to.instant(it.proforma().flatMap(Proforma::rejectedAt))),
            column(DOCUMENTS, "invoice_ref", (to, it) -> to.text(it.invoice().map(Invoice::ref))),
            column(
                    DOCUMENTS,
                    "invoice_issued_at",
                    (to, it) -> to.instant(it.invoice().map(Invoice::issuedAt))),
            column(
                    DOCUMENTS,
                    "invoice_gross",
                    (to, it) -> to.decimal(
                            it.invoice().map(invoice -> invoice.gross().amount()))),
            column(DOCUMENTS, "storno_ref", (to, it) -> to.text(it.invoice().flatMap(Invoice::stornoRef))),
            column(
                    DOCUMENTS,
                    "paid_value",
                    (to, it) -> to.decimal(
                            it.deal().documents().paid().map(Money::amount).orElse(BigDecimal.ZERO))),
            column(
                    ORIGIN,
                    "first_contact_at",
                    (to, it) -> to.instant(it.deal().timing().firstContactAt())),
            column(
                    CHANGE,
                    "last_activity_at",
                    (to, it) -> to.instant(it.deal().timing().lastActivityAt())),
            column(
                    OUTLOOK,
                    "expected_close_date",
                    (to, it) -> to.date(it.deal().outlook().expectedClose())),
            column(
                    OUTLOOK,
                    "engagement_score",
                    (to, it) -> to.number(it.deal().outlook().engagement())),
            column(
                    OUTLOOK,
                    "sentiment_score",
                    (to, it) -> to.decimal(it.deal().outlook().sentiment())),
            column(
                    OUTLOOK,
                    "close_probability",
                    (to, it) ->
                            to.decimal(it.deal().outlook().closeProbability().map(Percentage::points))),
            column(
                    OUTLOOK,
                    "priority",
                    (to, it) -> to.text(it.deal().outlook().priority().name())),
            column(
                    CONTROL,
                    "human_review_reason",
                    (to, it) -> to.text(it.deal().control().reviewReason())),
            column(
                    CONTROL,
                    "is_human_controlled",
                    (to, it) -> to.flag(it.deal().control().humanControlled())),
            column(
                    ANNOTATIONS,
                    "tags",
                    (to, it) -> to.texts(it.deal().annotations().tags())),
            column(
                    ANNOTATIONS,
                    "notes",
                    (to, it) -> to.text(it.deal().annotations().notes())),
            column(
                    ANNOTATIONS,
                    "custom_fields",
                    (to, it) -> to.json(it.deal().annotations().customFields())),
            column(
                    ORIGIN,
                    "created_at",
                    (to, it) -> to.instant(it.deal().timing().createdAt())),
            column(
                    ORIGIN,
                    "created_by",
                    (to, it) -> to.uuid(it.deal().timing().createdBy().id())),
            column(
                    ORIGIN,
                    "created_by_type",
                    (to, it) -> to.text(it.deal().timing().createdBy().kind().word())),
            column(
                    ORIGIN,
                    "created_by_label",
                    (to, it) -> to.text(it.deal().timing().createdBy().label())),
            column(CHANGE, "updated_at", (to, it) -> to.instant(it.change().at())),
            column(CHANGE, "updated_by", (to, it) -> to.uuid(it.change().by().id())),
            column(
                    CHANGE,
                    "updated_by_type",
                    (to, it) -> to.text(it.change().by().kind().word())),
            column(
                    CHANGE,
                    "updated_by_label",
                    (to, it) -> to.text(it.change().by().label())));

    private NegotiationColumns() {}

    /** {@code a = ?, b = ?}, for an update of these sides. */
    static String assignments(Set<Aspect> aspects) {
        return ALL.stream()
                .filter(column -> aspects.contains(column.aspect()))
                .map(column -> column.name() + " = ?")
                .collect(Collectors.joining(",\n        "));
    }

    /** {@code a, b}, for an insert. */
    static String names() {
        return names("");
    }

    /** {@code n.a, n.b}, for a select. */
    static String names(String prefix) {
        return ALL.stream().map(column -> prefix + column.name()).collect(Collectors.joining(",\n        "));
    }

    /** {@code ?, ?}, for an insert. */
    static String marks() {
        return ALL.stream().map(column -> "?").collect(Collectors.joining(", "));
    }

    /** Fills the question marks of {@link #assignments} or, for all sides, of {@link #marks}. */
    static void fill(Slots slots, Written from) throws SQLException {
        for (var column : ALL) {
            if (from.aspects().contains(column.aspect())) {
                column.filling().fill(slots, from);
            }
        }
    }
}

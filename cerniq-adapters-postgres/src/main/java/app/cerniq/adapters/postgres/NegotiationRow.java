package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Agreement;
import app.cerniq.domain.negotiation.Annotations;
import app.cerniq.domain.negotiation.Assignment;
import app.cerniq.domain.negotiation.Bargain;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.ClientData.PostalAddress;
import app.cerniq.domain.negotiation.Control;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.Documents;
import app.cerniq.domain.negotiation.Documents.Acceptance;
import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Documents.Payment;
import app.cerniq.domain.negotiation.Documents.Proforma;
import app.cerniq.domain.negotiation.JourneyId;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.McpSession;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Outlook;
import app.cerniq.domain.negotiation.PhoneId;
import app.cerniq.domain.negotiation.Priority;
import app.cerniq.domain.negotiation.Stage;
import app.cerniq.domain.negotiation.Timing;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.DiscountRequest;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.OutdatedPrice;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Cnp;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.TradeRegisterNumber;
import app.cerniq.domain.shared.UserId;
import app.cerniq.domain.stock.DealStock;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One row of gold_negotiations with what hangs on it, as {@code load.sql} brings it. */
final class NegotiationRow {

    private static final TypeReference<List<QuoteLine>> LINES = new TypeReference<>() {};
    private static final TypeReference<List<OutdatedPrice>> OUTDATED = new TypeReference<>() {};
    private static final TypeReference<CounterOffer> OFFER = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Row row;

    NegotiationRow(Row row) {
        this.row = row;
    }

    Negotiation read() throws SQLException {
        return new Negotiation(
                new NegotiationId(new TenantId(row.uuid("tenant_id")), row.uuid("id")),
                row.number("version"),
                new LeadId(row.uuid("lead_id")),
                row.maybeUuid("journey_id").map(JourneyId::new),
                new SalesChannelCode(row.text("sales_channel")),
                new Stage(
                        NegotiationState.valueOf(row.text("current_state")),
                        row.maybeText("previous_state").map(NegotiationState::valueOf),
                        row.instant("state_changed_at"),
                        (int) row.number("round")),
                new Assignment(
                        row.maybeUuid("assigned_phone_id").map(PhoneId::new),
                        row.maybeUuid("assigned_user_id").map(UserId::new)),
                client(),
                bargain(Currency.getInstance(row.text("currency"))),
                new Control(
                        row.flag("ai_enabled"),
                        row.maybeDecimal("ai_confidence_score").map(Percentage::new),
                        row.maybeText("ai_handoff_reason"),
                        row.flag("is_human_controlled"),
                        row.maybeText("human_review_reason")),
                session(),
                new Documents(proforma(), invoice(), payments()),
                stock(),
                outlook(),
                new Annotations(
                        row.texts("tags"), row.maybeText("notes"), Json.read(row.tree("custom_fields"), FIELDS)),
                new Timing(
                        row.instant("created_at"),
                        new ActorRef(
                                ActorKind.fromWord(row.text("created_by_type")),
                                row.uuid("created_by"),
                                row.text("created_by_label")),
                        row.instant("first_contact_at"),
                        row.instant("last_activity_at"),
                        row.maybeInstant("quoted_at"),
                        row.maybeInstant("told_of")));
    }

    private ClientData client() throws SQLException {
        var street = row.maybeText("client_street");
        return new ClientData(
                row.maybeText("client_name"),
                row.maybeText("client_cif").map(Cui::new),
                row.maybeText("client_cnp").map(Cnp::new),
                row.maybeText("client_trade_register").map(TradeRegisterNumber::new),
                street.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new PostalAddress(
                                street.get(),
                                row.text("client_city"),
                                row.text("client_county"),
                                row.text("client_country"))),
                row.maybeText("client_email"),
                row.maybeText("client_phone"));
    }

    private Bargain bargain(Currency currency) throws SQLException {
        var rounding = Rounding.valueOf(row.text("rounding"));
        var versions = (int) row.number("quote_count");
        var hash = row.maybeText("quote_hash");
        Optional<QuoteVersion> quote = hash.isEmpty()
                ? Optional.empty()
                : Optional.of(new QuoteVersion(
                        versions,
                        currency,
                        rounding,
                        new Percentage(row.decimal("quote_discount")),
                        QuoteItems.read(row.tree("quote_lines"), currency)));
        var agreed = row.maybeText("agreement_quote_hash");
        return new Bargain(
                currency,
                rounding,
                quote,
                versions,
                row.maybeTree("last_offer").map(offer -> Json.read(offer, OFFER)),
                (int) row.number("offer_count"),
                row.maybeText("confirmed_contents_hash").map(ContentHash::new),
                agreed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Agreement(
                                new ContentHash(agreed.get()),
                                row.instant("agreement_at"),
                                row.text("agreement_evidence"))),
                requests(),
                approvals(),
                new Percentage(row.decimal("max_discount_offered")),
                Json.read(row.tree("outdated_prices"), OUTDATED));
    }

    private List<DiscountRequest> requests() throws SQLException {
        var requests = new ArrayList<DiscountRequest>();
        for (var request : row.tree("requests")) {
            requests.add(new DiscountRequest(
                    new DiscountRequestId(uuid(request, "id")),
                    Json.read(request.required("lines"), LINES),
                    new ContentHash(text(request, "quote_hash")),
                    DiscountTier.valueOf(text(request, "tier")),
                    actor(request, "requested_by"),
                    Json.instant(text(request, "requested_at")),
                    Json.instant(text(request, "decide_by")),
                    text(request, "justification")));
        }
        return requests;
    }

    private List<DiscountApproval> approvals() throws SQLException {
        var approvals = new ArrayList<DiscountApproval>();
        for (var approval : row.tree("approvals")) {
            var lines = new ArrayList<ContentHash>();
            approval.required("line_hashes").forEach(line -> lines.add(new ContentHash(line.textValue())));
            approvals.add(new DiscountApproval(
                    new DiscountRequestId(uuid(approval, "request_id")),
                    new ContentHash(text(approval, "quote_hash")),
                    lines,
                    DiscountTier.valueOf(text(approval, "tier")),
                    actor(approval, "approved_by"),
                    Json.instant(text(approval, "approved_at")),
                    Json.instant(text(approval, "valid_until")),
                    text(approval, "comment")));
        }
        return approvals;
    }

    private Optional<McpSession> session() throws SQLException {
        var id = row.maybeText("mcp_session_id");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new McpSession(id.get(), row.instant("mcp_session_expires_at")));
    }

    private Optional<Proforma> proforma() throws SQLException {
        var ref = row.maybeText("proforma_ref");
        if (ref.isEmpty()) {
            return Optional.empty();
        }
        var evidence = row.maybeText("proforma_acceptance");
        return Optional.of(new Proforma(
                ref.get(),
                new ContentHash(row.text("proforma_quote_hash")),
                row.instant("proforma_sent_at"),
                row.instant("proforma_expires_at"),
                evidence.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Acceptance(row.instant("proforma_accepted_at"), evidence.get())),
                row.maybeInstant("proforma_rejected_at")));
    }

    private Optional<Invoice> invoice() throws SQLException {
        var ref = row.maybeText("invoice_ref");
        return ref.isEmpty()
                ? Optional.empty()
                : Optional.of(new Invoice(
                        ref.get(),
                        row.instant("invoice_issued_at"),
                        new Money(row.decimal("invoice_gross"), Currency.getInstance(row.text("currency"))),
                        row.maybeText("storno_ref")));
    }

    private List<Payment> payments() throws SQLException {
        var payments = new ArrayList<Payment>();
        for (var payment : row.tree("payments")) {
            payments.add(new Payment(
                    text(payment, "payment_ref"),
                    new Money(
                            payment.required("amount").decimalValue(), Currency.getInstance(text(payment, "currency"))),
                    Json.instant(text(payment, "received_at"))));
        }
        return payments;
    }

    private DealStock stock() throws SQLException {
        var until = row.maybeInstant("held_until");
        var held = reservations("held");
        return new DealStock(until.map(expiresAt -> new Holding(held, expiresAt)), reservations("sold"));
    }

    private List<Reservation> reservations(String column) throws SQLException {
        var reservations = new ArrayList<Reservation>();
        for (var reservation : row.tree(column)) {
            reservations.add(new Reservation(
                    new ReservationId(uuid(reservation, "id")),
                    new Place(new Sku(text(reservation, "sku")), new LocationCode(text(reservation, "location"))),
                    new Quantity(
                            reservation.required("quantity").decimalValue(), Json.unit(text(reservation, "unit")))));
        }
        return reservations;
    }

    private Outlook outlook() throws SQLException {
        return new Outlook(
                Priority.valueOf(row.text("priority")),
                (int) row.number("engagement_score"),
                row.decimal("sentiment_score"),
                row.maybeDecimal("close_probability").map(Percentage::new),
                row.maybeDate("expected_close_date"));
    }

    private static ActorRef actor(JsonNode from, String column) {
        return new ActorRef(
                ActorKind.fromWord(text(from, column + "_type")), uuid(from, column), text(from, column + "_label"));
    }

    private static String text(JsonNode from, String field) {
        return from.required(field).textValue();
    }

    private static UUID uuid(JsonNode from, String field) {
        return UUID.fromString(text(from, field));
    }
}

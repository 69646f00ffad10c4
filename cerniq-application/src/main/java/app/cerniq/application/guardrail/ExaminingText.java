package app.cerniq.application.guardrail;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.Citations;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.guardrail.Situation;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.guardrail.ViolationType;
import app.cerniq.domain.guardrail.reading.ClaimReader;
import app.cerniq.domain.guardrail.reading.Lexicon;
import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.negotiation.Documents;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.PriceBook;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.guardrail.TenantRules;
import app.cerniq.ports.guardrail.TextGate;
import app.cerniq.ports.shared.Policies;
import app.cerniq.ports.shared.Storage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text gate over a store: reads what a text says, reads what is true, and lets the rules judge. What was prepared for a
 * tenant (the words of its catalogue, its guardrails) is kept under the version that it was made of and checked at every
 * question, so that a change counts from its commit on. Thread-safe.
 */
public final class ExaminingText implements TextGate {

    /** Where the days of a Romanian seller begin. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private static final int KEPT_TENANTS = 200;

    private final Storage storage;
    private final Policies policies;
    private final Cache<TenantId, Lexicon> lexicons = new Cache<>(KEPT_TENANTS);
    private final Cache<TenantId, TenantRules> packs = new Cache<>(KEPT_TENANTS);

    /** A gate over a store and the rules in force. */
    public ExaminingText(Storage storage, Policies policies) {
        this.storage = storage;
        this.policies = policies;
    }

    @Override
    public Verdict examine(NegotiationId id, String text, Instant at) {
        return storage.negotiations()
                .find(id)
                .map(deal -> examine(deal, text, at))
                .orElseGet(() -> refused(id, text));
    }

    /** The verdict for a deal as it is given, whether or not it stands so in the store. */
    public Verdict examine(Negotiation deal, String text, Instant at) {
        var tenant = deal.id().tenant();
        var inForce = storage.guardrailBook().at(tenant, at);
        var lexicon = lexicon(tenant, inForce.terms());
        var today = at.atZone(ZONE).toLocalDate();
        var claims = Citations.among(
                ClaimReader.read(text, lexicon, today, deal.bargain().currency()),
                Citations.in(text, numbers(deal.documents())));
        var own = inForce.guardrails().stream().findFirst().map(this::rules);
        var situation = situation(deal, claims, inForce.terms(), at);
        return Examination.of(policies, own, situation, figures(tenant, situation, at), text, claims);
    }

    private Lexicon lexicon(TenantId tenant, SalesTerms terms) {
        var state = storage.guardrailBook().vocabularyState(tenant);
        return lexicons.get(tenant, List.of(state, terms.competitors(), terms.forbidden()), () -> {
            var vocabulary = storage.guardrailBook().vocabulary(tenant);
            return Lexicon.of(
                    vocabulary.goods().stream()
                            .map(named -> new Lexicon.Entry(named.sku(), named.name(), named.unit()))
                            .toList(),
                    terms.competitors(),
                    terms.forbidden());
        });
    }

    private TenantRules rules(GuardrailPack pack) {
        return packs.get(pack.tenant(), pack.version(), () -> policies.guards().build(pack));
    }

    /** Has a pack built and tested before it is laid down; nobody is asked by it yet. */
    TenantRules prepare(GuardrailPack pack) {
        return policies.guards().build(pack);
    }

    private Situation situation(Negotiation deal, List<Claim> claims, SalesTerms terms, Instant at) {
        var tenant = deal.id().tenant();
        var skus = skus(deal, claims);
        var bargain = deal.bargain();
        var onSale = skus.isEmpty()
                ? new HashMap<Sku, PricedOffering>()
                : storage.offerings().onSale(OnSaleQuestion.of(tenant, skus, deal.channel(), bargain.currency(), at));
        var stock = skus.isEmpty()
                ? new HashMap<Sku, StockPosition>()
                : storage.stockLevels().positions(tenant, skus, at);
        return new Situation(deal, earlier(deal, claims), onSale, stock, terms, at, ZONE);
    }

    /** Asked for only where a price is said and there was another version. */
    private List<QuoteVersion> earlier(Negotiation deal, List<Claim> claims) {
        var isPriced = claims.stream().anyMatch(Claim.Amount.class::isInstance);
        var number = deal.bargain().quote().map(QuoteVersion::number).orElse(0);
        return isPriced && number > 1 ? storage.negotiations().quotes(deal.id()) : List.of();
    }

    private static Set<Sku> skus(Negotiation deal, List<Claim> claims) {
        var skus = new TreeSet<Sku>();
        deal.bargain().lines().forEach(line -> skus.add(line.sku()));
        claims.forEach(claim -> skus.addAll(claim.about()));
        return skus;
    }

    private Figures figures(TenantId tenant, Situation situation, Instant at) {
        var ofTenant = storage.tenants()
                .discountLimits(tenant)
                .orElseThrow(() -> new IllegalStateException("A deal of a tenant that is not set up: " + tenant));
        var skus = situation.onSale().keySet();
        var rules = skus.isEmpty()
                ? new HashMap<Sku, List<PriceRule>>()
                : storage.priceRules().inForce(tenant, skus, at);
        var limits = new HashMap<Sku, DiscountLimits>();
        var margins = new HashMap<Sku, MarginBands>();
        rules.forEach((sku, covering) -> {
            limits.put(sku, PriceBook.limits(covering, ofTenant));
            margins.put(sku, PriceBook.margins(covering));
        });
        return new Figures(ofTenant, limits, margins);
    }

    private static List<String> numbers(Documents documents) {
        var numbers = new ArrayList<String>();
        documents.proforma().ifPresent(proforma -> numbers.add(proforma.ref()));
        documents.invoice().ifPresent(invoice -> {
            numbers.add(invoice.ref());
            invoice.stornoRef().ifPresent(numbers::add);
        });
        documents.payments().forEach(payment -> numbers.add(payment.ref()));
        return numbers;
    }

    /** For a deal that the tenant does not have, nothing is true. */
    private static Verdict refused(NegotiationId id, String text) {
        return new Verdict(
                Verdict.hash(text),
                List.of(),
                List.of(new Violation(
                        ViolationType.STATE_VIOLATION,
                        "UNKNOWN_DEAL",
                        Severity.CRITICAL,
                        Optional.empty(),
                        id.toString(),
                        "a deal of the tenant",
                        Optional.empty(),
                        new RuleName("GATE-01 a text is for the customer of a deal"))),
                List.of());
    }
}

package app.cerniq.application.guardrail;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.Binding;
import app.cerniq.domain.guardrail.Binding.Bound;
import app.cerniq.domain.guardrail.BoundClaim;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.Evidence;
import app.cerniq.domain.guardrail.PlainText;
import app.cerniq.domain.guardrail.Situation;
import app.cerniq.domain.guardrail.SmuggledInstructions;
import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.guardrail.ViolationType;
import app.cerniq.domain.guardrail.tenant.TenantGuardrail;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.Iban;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.guardrail.Breach;
import app.cerniq.ports.guardrail.Check;
import app.cerniq.ports.guardrail.ClaimQuestion;
import app.cerniq.ports.guardrail.ReplyQuestion;
import app.cerniq.ports.guardrail.Said;
import app.cerniq.ports.guardrail.TenantRules;
import app.cerniq.ports.guardrail.TextQuestion;
import app.cerniq.ports.shared.Policies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One look at one text: what it says was read, what is true was read; here both are compared and judged by the rules. */
public final class Examination {

    private static final int LONGEST_QUOTATION = 500;

    private static final List<String> OFFERS = List.of(" ofert", " pret", " cotati", " offer", " price", " quot");

    private final Policies policies;
    private final Situation situation;
    private final Figures figures;
    private final String text;
    private final String plain;
    private final List<Bound> claims;
    private final Map<Sku, LineFacts> lines = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<Decision<?>> because = new ArrayList<>();

    private Examination(Policies policies, Situation situation, Figures figures, String text, List<Claim> claims) {
        this.policies = policies;
        this.situation = situation;
        this.figures = figures;
        this.text = text;
        this.plain = PlainText.of(text);
        this.claims = Binding.of(text, claims, situation);
    }

    /**
     * The verdict on a text.
     *
     * @param policies the rules in force
     * @param own the tenant's own guardrails, if it has any
     * @param situation what is true
     * @param figures what the tenant lays down about prices
     * @param text what somebody wants to say
     * @param claims what it says
     */
    public static Verdict of(
            Policies policies,
            Optional<TenantRules> own,
            Situation situation,
            Figures figures,
            String text,
            List<Claim> claims) {
        var examination = new Examination(policies, situation, figures, text, claims);
        examination.judgeText();
        examination.judgeClaims();
        examination.judgeLines();
        own.ifPresent(examination::judgeBy);
        return examination.verdict();
    }

    private void judgeText() {
        var stripped = text.strip();
        var smuggled = SmuggledInstructions.in(text, plain);
        var decision = policies.guards()
                .ofText(new TextQuestion(
                        stripped.codePointCount(0, stripped.length()), speaksOfOffer(), smuggled.isPresent()));
        keep(decision);
        for (var breach : decision.outcome()) {
            var given = breach.check() == Check.SMUGGLED_INSTRUCTION ? smuggled.orElse("") : cut(stripped);
            add(breach, Optional.empty(), given, breach.check().accepted(), Optional.empty());
        }
    }

    private boolean speaksOfOffer() {
        return OFFERS.stream().anyMatch(plain::contains);
    }

    private void judgeClaims() {
        for (var bound : claims) {
            var claim = bound.claim();
            var decision = policies.guards()
                    .ofClaim(new ClaimQuestion(
                            Said.by(claim),
                            bound.isBound(),
                            isWellFormed(claim),
                            situation.deal().state(),
                            situation.terms().competitorSeverity()));
            keep(decision);
            for (var breach : decision.outcome()) {
                var instead = bound.instead().flatMap(Examination::words);
                add(
                        breach,
                        Optional.of(claim.span()),
                        words(claim),
                        instead.orElse(breach.check().accepted()),
                        instead);
            }
            for (var sku : situation.meant(claim)) {
                if (concernsGoods(claim)) {
                    lines.computeIfAbsent(sku, key -> new LineFacts(text, key, situation, figures))
                            .hear(bound);
                }
            }
        }
    }

    private static boolean concernsGoods(Claim claim) {
        return claim instanceof Claim.Amount
                || claim instanceof Claim.Share
                || claim instanceof Claim.Goods
                || claim instanceof Claim.Availability;
    }

    private static boolean isWellFormed(Claim claim) {
        if (claim instanceof Claim.Citation citation) {
            return switch (citation.kind()) {
                case CUI -> Cui.parse(citation.words()).isRight();
                case IBAN -> Iban.parse(citation.words()).isRight();
                case DOCUMENT -> true;
            };
        }
        return true;
    }

    private void judgeLines() {
        for (var facts : lines.values()) {
            if (facts.speaks()) {
                var decision = policies.guards().ofLine(facts.question(policies.discounts()));
                keep(decision);
                decision.outcome().forEach(breach -> add(facts, breach));
            }
            facts.concession().ifPresent(question -> {
                var decision = policies.guards().ofConcession(question);
                keep(decision);
                decision.outcome().forEach(breach -> add(facts, breach));
            });
        }
    }

    private void add(LineFacts facts, Breach breach) {
        var claim = claimOf(facts, breach.check());
        var accepted = accepted(facts, breach.check());
        add(
                breach,
                claim.map(Claim::span),
                facts.sku() + ": " + claim.map(this::words).orElse("nothing"),
                accepted.orElse(breach.check().accepted()),
                Optional.empty());
    }

    private static Optional<Claim> claimOf(LineFacts facts, Check check) {
        return switch (check) {
            case DISCOUNT_EXCEEDS_MAXIMUM, DISCOUNT_NEEDS_APPROVAL -> facts.discounted();
            case INSUFFICIENT_STOCK, LOW_STOCK, MISSING_STOCK_DATA -> facts.counted();
            default -> facts.priced();
        };
    }

    private Optional<String> accepted(LineFacts facts, Check check) {
        return switch (check) {
            case PRICE_BELOW_MINIMUM, PRICE_BELOW_COST ->
                facts.offering().map(offering -> "a price from " + offering.floorPrice() + " on");
            case PRICE_ABOVE_LIST -> facts.offering().map(offering -> "about " + offering.listPrice());
            case PRICE_ABOVE_OFFER, PRICE_RAISED ->
                situation.line(facts.sku()).map(line -> line.unitPrice().toString());
            case DISCOUNT_EXCEEDS_MAXIMUM ->
                Optional.of(
                        "a discount of at most " + figures.limits(facts.sku()).maximum());
            case DISCOUNT_NEEDS_APPROVAL ->
                Optional.of(
                        "a discount of at most " + figures.limits(facts.sku()).automatic() + ", or an approval");
            case INSUFFICIENT_STOCK ->
                Optional.ofNullable(situation.stock().get(facts.sku()))
                        .map(position -> "at most " + position.available());
            default -> Optional.empty();
        };
    }

    private void judgeBy(TenantRules own) {
        var decision = own.decide(reply());
        keep(decision);
        for (var guardrail : decision.outcome()) {
            violations.add(violation(guardrail, rule(decision, guardrail)));
        }
    }

    private static RuleName rule(Decision<?> decision, TenantGuardrail guardrail) {
        return decision.rules().stream()
                .filter(fired -> fired.id().equals(guardrail.code()))
                .findFirst()
                .orElse(new RuleName(guardrail.code() + " " + guardrail.name()));
    }

    private Violation violation(TenantGuardrail guardrail, RuleName rule) {
        return new Violation(
                ViolationType.STATE_VIOLATION,
                "TENANT_" + guardrail.action().name() + "_" + guardrail.code().replace('-', '_'),
                guardrail.action().severity(),
                Optional.empty(),
                cut(text.strip()),
                guardrail.message(),
                Optional.empty(),
                rule);
    }

    private ReplyQuestion reply() {
        var quote = situation.quote();
        var margins = situation.deal().bargain().lines().stream()
                .flatMap(line -> line.margin().stream())
                .mapToLong(margin -> margin.points().movePointRight(2).longValue())
                .min();
        return new ReplyQuestion(
                situation.deal().state(),
                text.strip().length(),
                claims.size(),
                situation.deal().bargain().lines().size(),
                lines.values().stream().mapToInt(LineFacts::discount).max().orElse(0),
                quote.map(version -> version.totals()
                                .net()
                                .amount()
                                .movePointRight(2)
                                .longValue())
                        .orElse(0L),
                margins.orElse(10_000),
                longest(Use.DELIVERY),
                longest(Use.PAYMENT),
                violations.stream()
                        .filter(violation -> !violation.severity().refuses())
                        .count(),
                says(Said.PRICE),
                says(Said.DISCOUNT),
                says(Said.IN_STOCK) || says(Said.OTHER_AVAILABILITY),
                says(Said.COMPETITOR),
                plain);
    }

    private long longest(Use use) {
        return claims.stream()
                .filter(bound -> bound.claim() instanceof Claim.Term term && term.use() == use)
                .mapToLong(bound -> ((Claim.Term) bound.claim()).most().longValue())
                .max()
                .orElse(0);
    }

    private boolean says(Said said) {
        return claims.stream().anyMatch(bound -> Said.by(bound.claim()) == said);
    }

    /** A decision without a finding is no reason for anything. */
    private void keep(Decision<?> decision) {
        if (!decision.rules().isEmpty()) {
            because.add(decision);
        }
    }

    private void add(Breach breach, Optional<Span> span, String given, String accepted, Optional<String> correction) {
        violations.add(new Violation(
                breach.check().type(),
                breach.check().name(),
                breach.severity(),
                span,
                given.isEmpty() ? "nothing" : given,
                accepted,
                correction,
                breach.rule()));
    }

    private Verdict verdict() {
        violations.sort(Comparator.comparing(Violation::severity)
                .reversed()
                .thenComparing(violation -> violation.span().map(Span::begin).orElse(-1))
                .thenComparing(Violation::check));
        return new Verdict(
                Verdict.hash(text),
                claims.stream()
                        .map(bound ->
                                new BoundClaim(bound.claim(), bound.evidence().map(Evidence::row)))
                        .toList(),
                violations,
                because);
    }

    private String words(Claim claim) {
        var span = claim.span();
        return span.end() <= text.length() ? cut(span.of(text)) : "";
    }

    /** What could stand in the place of a wrong amount. */
    private static Optional<String> words(Evidence evidence) {
        if (evidence instanceof Evidence.Worth worth) {
            var per = worth.per().map(unit -> "/" + unit.symbol()).orElse("");
            return Optional.of(worth.money() + per);
        }
        return Optional.empty();
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_QUOTATION ? words : words.substring(0, LONGEST_QUOTATION);
    }
}

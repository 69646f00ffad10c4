package app.cerniq.domain.guardrail;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.StockPosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that was read from the store for one text.
 *
 * @param deal the deal whose customer the text is for
 * @param earlier the versions that its quote had before, oldest first
 * @param onSale the goods that the text or the quote is about, as far as they are sold today
 * @param stock what there is of them; what the deal holds itself counts as there
 * @param terms what the tenant laid down
 * @param at the instant of the verdict
 * @param zone where the tenant's days begin
 */
public record Situation(
        Negotiation deal,
        List<QuoteVersion> earlier,
        Map<Sku, PricedOffering> onSale,
        Map<Sku, StockPosition> stock,
        SalesTerms terms,
        Instant at,
        ZoneId zone) {

    public Situation {
        earlier = List.copyOf(earlier);
        onSale = Map.copyOf(onSale);
        stock = Map.copyOf(stock);
    }

    /** The day of the verdict. */
    public LocalDate today() {
        return dayOf(at);
    }

    LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The version that stands; empty before the first line. */
    public Optional<QuoteVersion> quote() {
        return deal.bargain().quote();
    }

    /** The line of a SKU, if it is quoted. */
    public Optional<QuoteLine> line(Sku sku) {
        return quote().flatMap(version -> version.line(sku));
    }

    /** The SKUs that are quoted. */
    public Set<Sku> quoted() {
        return deal.bargain().lines().stream().map(QuoteLine::sku).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What goods a claim is about: those of its candidates that are quoted or, where none is, all of them; where several
     * remain, those that are sold by the unit that it speaks of, if any are.
     */
    public Set<Sku> meant(Claim claim) {
        var candidates = candidates(claim);
        if (candidates.size() < 2) {
            return candidates;
        }
        return unit(claim)
                .map(unit -> {
                    var fitting = new TreeSet<>(candidates);
                    fitting.removeIf(sku -> soldBy(sku).filter(unit::equals).isEmpty());
                    return fitting.isEmpty() ? candidates : (Set<Sku>) fitting;
                })
                .orElse(candidates);
    }

    private static Optional<Unit> unit(Claim claim) {
        if (claim instanceof Claim.Goods goods) {
            return Optional.of(goods.quantity().unit());
        }
        return claim instanceof Claim.Amount amount ? amount.per() : Optional.empty();
    }

    private Optional<Unit> soldBy(Sku sku) {
        return line(sku)
                .map(QuoteLine::offering)
                .or(() -> Optional.ofNullable(onSale.get(sku)))
                .map(PricedOffering::unit);
    }

    private Set<Sku> candidates(Claim claim) {
        var quoted = quoted();
        if (claim.about().isEmpty()) {
            return quoted;
        }
        var both = new TreeSet<>(claim.about());
        both.retainAll(quoted);
        return both.isEmpty() ? claim.about() : both;
    }
}

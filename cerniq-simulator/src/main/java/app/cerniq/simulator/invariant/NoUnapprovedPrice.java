package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** I4: whoever gives more than they may has somebody's word for exactly that. */
final class NoUnapprovedPrice implements Invariant {

    private final Limits limits;

    NoUnapprovedPrice(World world) {
        this.limits = new Limits(world);
    }

    @Override
    public String id() {
        return "I4";
    }

    @Override
    public String sentence() {
        return "No price is below the floor and no discount above the limit without an approval of exactly that line.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        limits.follow(moment.calls());
        var faults = new ArrayList<String>();
        for (var change : moment.changes()) {
            change.events(QuoteRevised.class)
                    .forEach(revised -> revised.quote().lines().stream()
                            .filter(line -> isNew(line, change.before()))
                            .forEach(line -> fault(line, change).ifPresent(faults::add)));
            change.events(DiscountApproved.class)
                    .forEach(approved ->
                            fault(approved.approval(), change, moment.world()).ifPresent(faults::add));
        }
        return faults;
    }

    private static boolean isNew(QuoteLine line, Optional<Negotiation> before) {
        return before.filter(deal -> deal.bargain().lines().contains(line)).isEmpty();
    }

    private Optional<String> fault(QuoteLine line, DealChange change) {
        var approvals = change.after().bargain().approvals().stream()
                .filter(approval ->
                        approval.covers(line) && !change.change().at().isAfter(approval.validUntil()))
                .toList();
        // An approval stands though the limits became stricter since; so it is held against all that ever were.
        var since = approvals.isEmpty() ? change.by().map(call -> call.since()).orElse(0L) : 0L;
        var isFine =
                limits
                        .between(
                                change.change().negotiation().tenant(),
                                line.sku(),
                                since,
                                change.change().at())
                        .stream()
                        .map(frame -> Tiers.of(line, frame.limits(), frame.margins()))
                        .anyMatch(tier -> tier == DiscountTier.AUTO
                                || (tier != DiscountTier.REFUSED
                                        && approvals.stream().anyMatch(approval -> isEnough(approval, tier))));
        return isFine
                ? Optional.empty()
                : Optional.of("Deal " + change.change().negotiation() + " version "
                        + change.change().version() + " quotes " + line.sku() + " at " + line.unitPrice() + " (-"
                        + line.discount() + ") with approvals "
                        + approvals.stream().map(DiscountApproval::tier).toList() + ".");
    }

    private static boolean isEnough(DiscountApproval approval, DiscountTier tier) {
        return approval.tier().needed().covers(tier.needed());
    }

    /** Whoever approved had the authority, and the approval names the very version that it made. */
    private static Optional<String> fault(DiscountApproval approval, DealChange change, World world) {
        var hash = change.after().bargain().quote().map(quote -> quote.hash());
        if (!hash.equals(Optional.of(approval.quote()))) {
            return Optional.of("The approval " + approval.request() + " names a version that is not the one it made.");
        }
        return world.person(approval.by().id())
                .filter(person -> !person.authority().covers(approval.tier().needed()))
                .map(person -> person.label() + " approved " + approval.request() + " of tier " + approval.tier()
                        + " with the authority " + person.authority() + ".");
    }
}

package app.cerniq.adapters.postgres;

import app.cerniq.domain.negotiation.Agreement;
import app.cerniq.domain.negotiation.Assignment;
import app.cerniq.domain.negotiation.Bargain;
import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.ClientData.PostalAddress;
import app.cerniq.domain.negotiation.Control;
import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.Documents.Acceptance;
import app.cerniq.domain.negotiation.Documents.Invoice;
import app.cerniq.domain.negotiation.Documents.Proforma;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.Outlook;
import app.cerniq.domain.negotiation.Stage;
import app.cerniq.domain.negotiation.Timing;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.Margin;
import app.cerniq.domain.pricing.QuoteTotals;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.ports.negotiation.Commit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A commit with the figures that several columns share, computed once.
 *
 * @param aspects the sides of the deal that are written
 * @param quote empty where nothing is on the table or the bargain is not written
 * @param goods empty where no goods are held, released, sold or returned
 */
record Written(
        Commit commit,
        Negotiation deal,
        Change change,
        Set<Aspect> aspects,
        Optional<Figures> quote,
        Optional<GoodsMoved> goods) {

    /** What a quote version amounts to. */
    record Figures(
            QuoteVersion version, ContentHash hash, ContentHash contents, QuoteTotals totals, Optional<Margin> margin) {

        static Figures of(QuoteVersion version) {
            return new Figures(
                    version,
                    version.hash(),
                    version.contents(),
                    version.totals(),
                    QuoteTotals.estimatedMargin(version));
        }
    }

    static Written of(Commit commit) {
        var deal = commit.accepted().next();
        var change = commit.accepted().change();
        var aspects = Aspect.touchedBy(change.events());
        return new Written(
                commit,
                deal,
                change,
                aspects,
                deal.bargain()
                        .quote()
                        .filter(quote -> aspects.contains(Aspect.BARGAIN))
                        .map(Figures::of),
                GoodsMoved.by(commit.accepted()));
    }

    BigDecimal net() {
        return total(QuoteTotals::net);
    }

    BigDecimal vat() {
        return total(QuoteTotals::vat);
    }

    BigDecimal gross() {
        return total(QuoteTotals::gross);
    }

    private BigDecimal total(Function<QuoteTotals, Money> which) {
        return quote.map(Figures::totals).map(which).map(Money::amount).orElse(BigDecimal.ZERO);
    }

    Stage stage() {
        return deal.stage();
    }

    Assignment assignment() {
        return deal.assignment();
    }

    ClientData client() {
        return deal.client();
    }

    Optional<PostalAddress> address() {
        return deal.client().address();
    }

    Bargain bargain() {
        return deal.bargain();
    }

    Optional<Agreement> agreement() {
        return deal.bargain().agreement();
    }

    Control control() {
        return deal.control();
    }

    Outlook outlook() {
        return deal.outlook();
    }

    Timing timing() {
        return deal.timing();
    }

    Optional<Deadline> deadline() {
        return commit.deadline();
    }

    Optional<Acceptance> acceptance() {
        return proforma().flatMap(Proforma::acceptance);
    }

    Optional<Proforma> proforma() {
        return deal.documents().proforma();
    }

    Optional<Invoice> invoice() {
        return deal.documents().invoice();
    }

    Optional<DiscountApproval> lastApproval() {
        var approvals = deal.bargain().approvals();
        return approvals.isEmpty() ? Optional.empty() : Optional.of(approvals.get(approvals.size() - 1));
    }

    /** The one event of a kind, if the change has one; a change never has two that are stored in tables of their own. */
    <E extends NegotiationEvent> Optional<E> event(Class<E> kind) {
        var found = change.events().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("One change, " + found.size() + " events of " + kind.getSimpleName()
                    + ": at most one can be stored.");
        }
        return found.stream().findFirst();
    }
}

package app.cerniq.domain.negotiation;

import app.cerniq.domain.negotiation.NegotiationEvent.ClientDataUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What goes and what stays when the person behind a deal is forgotten. Contact data and whatever people wrote go in any
 * case; who the customer was stays in the versions that are named here.
 *
 * @param kept the versions whose customer stays named: companies, and persons to whom an invoice was made out that the
 *     law wants to be kept
 */
public record Redaction(Set<Long> kept) {

    /** What stands in the place of words that were erased. */
    public static final String MARK = "[erased]";

    public Redaction {
        kept = Set.copyOf(kept);
    }

    /**
     * The redaction of a history.
     *
     * @param isKeptByLaw whether an invoice that was issued at an instant still has to be kept
     */
    public static Redaction of(List<Change> history, Predicate<Instant> isKeptByLaw) {
        var kept = new TreeSet<Long>();
        var named = 0L; // the version in which the customer of the moment was named
        for (var change : history) {
            for (var event : change.events()) {
                var client = client(event);
                if (client.isPresent()) {
                    named = change.version();
                    if (!client.get().isPerson()) {
                        kept.add(named);
                    }
                }
                if (event instanceof InvoiceIssued issued
                        && isKeptByLaw.test(issued.invoice().issuedAt())) {
                    kept.add(named);
                }
            }
        }
        return new Redaction(kept);
    }

    private static Optional<ClientData> client(NegotiationEvent event) {
        if (event instanceof Opened opened) {
            return Optional.of(opened.client());
        }
        return event instanceof ClientDataUpdated updated ? Optional.of(updated.client()) : Optional.empty();
    }

    /** The versions in ascending order. */
    public List<Long> inOrder() {
        return List.copyOf(new TreeSet<>(kept));
    }

    /** A history without the person. */
    public List<Change> of(List<Change> history) {
        return history.stream().map(change -> change.redacted(this)).toList();
    }

    /** The deal that a complete history gives without the person. */
    public Negotiation fold(List<Change> history) {
        return Negotiation.fold(of(history));
    }

    ClientData of(ClientData client, long version) {
        return kept.contains(version) ? client.identity() : ClientData.UNKNOWN;
    }
}

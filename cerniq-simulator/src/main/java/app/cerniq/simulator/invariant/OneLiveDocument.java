package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.Documents.Proforma;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceReversed;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaAccepted;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** I9: at most one document of a kind speaks for a deal. Kept from the events alone, not from what the deal says. */
final class OneLiveDocument implements Invariant {

    private static final class File {
        /** By reference: until when each that was issued binds; empty: for good, because it was accepted. */
        private final Map<String, Optional<Instant>> proformas = new LinkedHashMap<>();

        private final List<String> invoices = new ArrayList<>();
    }

    private final Map<NegotiationId, File> files = new HashMap<>();

    @Override
    public String id() {
        return "I9";
    }

    @Override
    public String sentence() {
        return "At most one live proforma and at most one invoice that is not reversed per deal.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        var faults = new ArrayList<String>();
        for (var change : moment.changes()) {
            var file = files.computeIfAbsent(change.change().negotiation(), fresh -> new File());
            for (var event : change.change().events()) {
                enter(file, event, change.change().at());
                fault(file, change).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private static void enter(File file, NegotiationEvent event, Instant at) {
        file.proformas
                .values()
                .removeIf(until -> until.filter(end -> !at.isBefore(end)).isPresent());
        if (event instanceof ProformaIssued issued) {
            Proforma proforma = issued.proforma();
            file.proformas.put(proforma.ref() + " of " + proforma.sentAt(), Optional.of(proforma.expiresAt()));
        } else if (event instanceof ProformaAccepted) {
            file.proformas.replaceAll((ref, until) -> Optional.empty());
        } else if (event instanceof ProformaRejected) {
            file.proformas.clear();
        } else if (event instanceof InvoiceIssued issued) {
            file.invoices.add(issued.invoice().ref());
        } else if (event instanceof InvoiceReversed) {
            file.invoices.clear();
        } else if (event instanceof StateChanged moved && moved.from() == NegotiationState.DEAD) {
            file.proformas.clear(); // a new round begins without the documents of the old one
            file.invoices.clear();
        }
    }

    private static Optional<String> fault(File file, DealChange change) {
        var isOne = file.proformas.size() <= 1 && file.invoices.size() <= 1;
        return isOne
                ? Optional.empty()
                : Optional.of("Version " + change.change().version() + " of "
                        + change.change().negotiation() + " has the proformas "
                        + file.proformas.keySet() + " and the invoices " + file.invoices + ".");
    }
}

package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.simulator.world.Seen;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was read of every deal so far: its history and what that folds to. Reads again only deals that were touched. */
final class DealBook {

    /** The one step that may change what was written. */
    private static final String ERASURE = "personalData.erase";

    private static final class Page {
        private List<Change> history = List.of();
        private Optional<Negotiation> folded = Optional.empty();
    }

    private final Negotiations store;
    private final Map<NegotiationId, Page> pages = new LinkedHashMap<>();

    DealBook(Negotiations store) {
        this.store = store;
    }

    /** The deals that somebody tried to change in these calls. */
    static Set<NegotiationId> touched(Collection<Seen> calls) {
        var touched = new LinkedHashSet<NegotiationId>();
        calls.forEach(call -> commit(call)
                .ifPresent(commit -> touched.add(commit.accepted().next().id())));
        return touched;
    }

    static Optional<Commit> commit(Seen call) {
        return call.is("negotiations.commit") || call.is(ERASURE)
                ? Optional.of((Commit) call.call().arguments().get(0))
                : Optional.empty();
    }

    /** The receipt that a commit was answered with; empty where it was refused or the call is another one. */
    static Optional<Receipt> receipt(Seen call) {
        return commit(call).isPresent() && call.answer() instanceof Either<?, ?> either && either.isRight()
                ? Optional.of((Receipt) either.get())
                : Optional.empty();
    }

    Set<NegotiationId> all() {
        return pages.keySet();
    }

    /** What is new of some deals; what does not fit what was read before is a fault of I14. */
    List<DealChange> read(Collection<NegotiationId> deals, Collection<Seen> calls, List<String> faults) {
        var fresh = new ArrayList<DealChange>();
        for (var id : deals) {
            var history = store.history(id);
            if (history.isEmpty() && !pages.containsKey(id)) {
                continue; // nobody got as far as opening it
            }
            var page = pages.computeIfAbsent(id, unread -> new Page());
            fresh.addAll(read(id, page, history, calls, faults));
        }
        return fresh;
    }

    private List<DealChange> read(
            NegotiationId id, Page page, List<Change> history, Collection<Seen> calls, List<String> faults) {
        var known = page.history.size();
        var isRedacted = calls.stream().anyMatch(call -> isErasureOf(id, call));
        if (isRedacted
                && known <= history.size()
                && Skeleton.of(page.history).equals(Skeleton.of(history.subList(0, known)))) {
            page.history = history.subList(0, known);
            page.folded = Optional.of(Negotiation.fold(page.history));
        }
        if (history.size() < known || !history.subList(0, known).equals(page.history)) {
            faults.add("The history of " + id + " is not what was read before: " + known + " changes then, "
                    + history.size() + " now, or others.");
            return List.of();
        }
        var fresh = new ArrayList<DealChange>();
        for (var change : history.subList(known, history.size())) {
            var before = page.folded;
            try {
                var after = before.map(there -> there.apply(change)).orElseGet(() -> Negotiation.fold(List.of(change)));
                fresh.add(new DealChange(before, change, after, committing(change, calls)));
                page.folded = Optional.of(after);
            } catch (RuntimeException unfit) {
                faults.add("Change " + change.version() + " of " + id + " does not fit what came before: " + unfit);
                return fresh;
            }
        }
        page.history = history;
        var stored = store.find(id);
        if (!stored.equals(page.folded)) {
            faults.add("The history of " + id + " folds to version "
                    + page.folded.map(Negotiation::version).orElse(0L) + ", which is not what is stored as version "
                    + stored.map(Negotiation::version).orElse(0L) + ".");
        }
        return fresh;
    }

    private static boolean isErasureOf(NegotiationId id, Seen call) {
        return call.is(ERASURE)
                && receipt(call)
                        .filter(receipt -> receipt.negotiation().equals(id))
                        .isPresent();
    }

    private static Optional<Seen> committing(Change change, Collection<Seen> calls) {
        return calls.stream()
                .filter(call -> commit(call)
                        .filter(commit -> commit.accepted().next().id().equals(change.negotiation())
                                && commit.accepted().change().version() == change.version())
                        .isPresent())
                .filter(call -> receipt(call).isPresent())
                .findFirst();
    }
}

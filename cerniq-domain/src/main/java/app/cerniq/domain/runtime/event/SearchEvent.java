package app.cerniq.domain.runtime.event;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ContentHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happens while goods are looked for (category B). Nobody is told the words: they are hashed. */
public sealed interface SearchEvent extends EventPayload {

    /** Goods are looked for by meaning. */
    record SemanticRequested(UUID searchId, Optional<NegotiationId> negotiationId, ContentHash query, int limit)
            implements SearchEvent {}

    /** Goods were looked for by meaning. */
    record SemanticCompleted(UUID searchId, Optional<NegotiationId> negotiationId, int hits, long tookMillis)
            implements SearchEvent {}

    /** Goods are looked for by word. */
    record KeywordRequested(UUID searchId, Optional<NegotiationId> negotiationId, ContentHash query, int limit)
            implements SearchEvent {}

    /** Goods were looked for by word. */
    record KeywordCompleted(UUID searchId, Optional<NegotiationId> negotiationId, int hits, long tookMillis)
            implements SearchEvent {}

    /** Goods are looked for by word and meaning. */
    record HybridRequested(UUID searchId, Optional<NegotiationId> negotiationId, ContentHash query, int limit)
            implements SearchEvent {}

    /** Goods were looked for by word and meaning. */
    record HybridCompleted(UUID searchId, Optional<NegotiationId> negotiationId, int hits, long tookMillis)
            implements SearchEvent {}

    /** The hits were put into another order. */
    record Reranked(UUID searchId, Optional<NegotiationId> negotiationId, List<Sku> skus) implements SearchEvent {
        public Reranked {
            skus = List.copyOf(skus);
        }
    }

    /** The hits are remembered for a while. */
    record Cached(UUID searchId, ContentHash query, Instant until) implements SearchEvent {}
}

package app.cerniq.domain.runtime.event;

import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happens to knowledge about products (category A of the source document). */
public sealed interface ProductEvent extends EventPayload {

    /** Somebody asked for an offering to be read again from its source. */
    record SyncRequested(OfferingCode offeringCode, Optional<String> reason) implements ProductEvent {}

    /** An offering was read from its source. */
    record Synced(OfferingCode offeringCode, int offeringVersion) implements ProductEvent {}

    /** The meaning of an offering has to be computed again. */
    record EmbedRequested(OfferingCode offeringCode, int offeringVersion) implements ProductEvent {}

    /** The meaning of an offering was computed. */
    record Embedded(OfferingCode offeringCode, int offeringVersion, String model, int dimensions)
            implements ProductEvent {}

    /** A document about an offering has to be cut into pieces. */
    record ChunkRequested(UUID documentId, OfferingCode offeringCode) implements ProductEvent {}

    /** A document about an offering was cut into pieces. */
    record Chunked(UUID documentId, OfferingCode offeringCode, int chunks) implements ProductEvent {}

    /** An offering has to be made findable. */
    record IndexRequested(OfferingCode offeringCode, int offeringVersion) implements ProductEvent {}

    /** An offering can be found. */
    record Indexed(OfferingCode offeringCode, int offeringVersion) implements ProductEvent {}

    /** An offering was checked against its product domain. */
    record Validated(OfferingCode offeringCode, int offeringVersion, boolean valid, List<String> faults)
            implements ProductEvent {
        public Validated {
            faults = List.copyOf(faults);
        }
    }

    /** A price begins to hold. */
    record PriceUpdated(Sku sku, PriceListCode priceList, Optional<Money> oldPrice, Money newPrice, Instant validFrom)
            implements ProductEvent {}
}

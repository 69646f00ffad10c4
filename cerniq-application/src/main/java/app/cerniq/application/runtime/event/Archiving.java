package app.cerniq.application.runtime.event;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.runtime.OutboxMessage;
import java.time.Instant;
import java.util.stream.Collectors;

/** Moves what was delivered into the archive, in short steps: first it is kept there, then it leaves the outbox. */
final class Archiving {

    private static final int BATCH = 1_000;
    private static final int TENANTS = 1_000;

    private final Outbox outbox;
    private final EventArchive archive;

    Archiving(Outbox outbox, EventArchive archive) {
        this.outbox = outbox;
        this.archive = archive;
    }

    /** One batch of each tenant; how many messages were moved. */
    int move(Instant deliveredBefore) {
        return outbox.withDelivered(deliveredBefore, TENANTS).stream()
                .mapToInt(tenant -> move(tenant, deliveredBefore))
                .sum();
    }

    private int move(TenantId tenant, Instant deliveredBefore) {
        var messages = outbox.delivered(tenant, deliveredBefore, BATCH);
        archive.keep(tenant, messages);
        outbox.forget(tenant, messages.stream().map(OutboxMessage::eventId).collect(Collectors.toSet()));
        return messages.size();
    }
}

package app.cerniq.examples.demo;

import app.cerniq.domain.shared.TenantId;
import java.sql.SQLException;
import java.util.Optional;

/** Asks the database, prints every answer, and remembers whether all of them were good. */
final class Verdict {

    private final Ledger ledger;
    private final Timeline timeline;
    private boolean allHold = true;

    Verdict(Ledger ledger, Timeline timeline) {
        this.ledger = ledger;
        this.timeline = timeline;
    }

    boolean allHold() {
        return allHold;
    }

    long count(Optional<TenantId> tenant, String sql) {
        return ledger.count(tenant, sql);
    }

    boolean none(Optional<TenantId> tenant, String sql) {
        return ledger.count(tenant, sql) == 0;
    }

    boolean refuses(TenantId tenant, String sql) throws SQLException {
        return ledger.refuses(tenant, sql);
    }

    void check(boolean holds, String invariant, String seen) {
        allHold &= holds;
        timeline.check(holds, invariant, seen);
    }
}

package app.cerniq.adapters.postgres;

import app.cerniq.domain.shared.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ids of tenants, from the functions that see over all of them and tell nothing else. */
final class TenantIds {

    private TenantIds() {}

    /** How the question marks are filled in. */
    interface Filling {
        Slots of(Slots slots) throws SQLException;
    }

    /** The answer of one such function, which is the only column. */
    static List<TenantId> read(Database database, String statement, Filling filling) {
        return database.run("list tenants", connection -> {
            try (var prepared = connection.prepareStatement(statement)) {
                filling.of(new Slots(prepared));
                try (var rows = prepared.executeQuery()) {
                    var tenants = new ArrayList<TenantId>();
                    while (rows.next()) {
                        tenants.add(new TenantId(rows.getObject(1, UUID.class)));
                    }
                    return List.copyOf(tenants);
                }
            }
        });
    }
}

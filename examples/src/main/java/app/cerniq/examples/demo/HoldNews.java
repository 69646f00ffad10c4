package app.cerniq.examples.demo;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.Reservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What a step of a deal meant for its goods, in words. */
final class HoldNews {

    private HoldNews() {}

    /** No lines where nothing changed. */
    static List<String> between(Negotiation before, Negotiation after, Instant at) {
        var was = before.heldAt(at);
        var is = after.heldAt(at);
        var sold = after.stock().sold();
        if (!sold.isEmpty() && !sold.equals(before.stock().sold())) {
            return parcels(was.isPresent() ? "sold: " : "sold straight from the shelf: ", sold);
        }
        if (is.equals(was)) {
            return List.of();
        }
        return is.map(holding -> was.filter(old -> old.reservations().equals(holding.reservations()))
                        .map(old -> List.of("held on until " + Timeline.moment(holding.expiresAt())))
                        .orElseGet(() -> held(holding)))
                .orElseGet(() -> List.of("nothing is held any more"));
    }

    private static List<String> held(Holding holding) {
        return parcels("held until " + Timeline.moment(holding.expiresAt()) + ": ", holding.reservations());
    }

    private static List<String> parcels(String intro, List<Reservation> reservations) {
        var bySku = reservations.stream()
                .collect(Collectors.groupingBy(Reservation::sku, LinkedHashMap::new, Collectors.toList()));
        var lines = new ArrayList<String>();
        bySku.forEach((sku, parcels) -> lines.add((lines.isEmpty() ? intro : "and ") + parcel(sku, parcels)));
        return lines;
    }

    private static String parcel(Sku sku, List<Reservation> parcels) {
        return parcels.stream()
                        .map(parcel ->
                                parcel.quantity() + " at " + parcel.place().location())
                        .collect(Collectors.joining(" + "))
                + " of " + sku;
    }
}

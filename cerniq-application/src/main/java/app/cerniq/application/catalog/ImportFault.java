package app.cerniq.application.catalog;

import app.cerniq.domain.catalog.CatalogRefusal;

/**
 * Why a catalogue was not brought in.
 *
 * @param position which offering of it, counted from 1; 0 where it is none of them
 * @param because what is wrong with it
 */
public record ImportFault(int position, CatalogRefusal because) {

    /** The fault in one line. */
    public String describe() {
        return (position == 0 ? "" : "Offering " + position + ": ") + because.describe();
    }
}

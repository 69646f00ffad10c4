package app.cerniq.application.catalog;

/**
 * What an import has changed.
 *
 * @param offerings that are new or have another version
 * @param variants that are new or have changed
 * @param prices that are new
 */
public record ImportReceipt(int offerings, int variants, int prices) {}

package app.cerniq.ports.fiscal;

import app.cerniq.domain.shared.Cui;

/**
 * A company as the tax authority knows it.
 *
 * @param name as registered
 * @param address as registered, in one line
 * @param isVatPayer whether it is registered for VAT on that day
 * @param isInactive whether it was declared inactive: then nothing it is invoiced can be deducted
 */
public record TaxRegistration(Cui cui, String name, String address, boolean isVatPayer, boolean isInactive) {}

package app.cerniq.domain.negotiation;

import java.util.UUID;

/** The phone number that speaks with this customer and stays the same for the whole deal; opaque to Cerniq. */
public record PhoneId(UUID value) {}

package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.UserId;
import java.util.Optional;

/** Who speaks with the customer: the sticky phone number, and the person in charge. */
public record Assignment(Optional<PhoneId> phone, Optional<UserId> user) {

    public static final Assignment NOBODY = new Assignment(Optional.empty(), Optional.empty());
}

package app.cerniq.application.shared;

import app.cerniq.domain.shared.Actor;
import java.util.UUID;

/** Whom history names where nobody acted and time has passed. */
public final class Clockwork {

    /** The same in every process, so that two of them issue one and the same command. */
    public static final Actor.SystemProcess ACTOR =
            new Actor.SystemProcess(UUID.fromString("00000000-0000-7000-8000-00000000c10c"), "clockwork");

    private Clockwork() {}
}

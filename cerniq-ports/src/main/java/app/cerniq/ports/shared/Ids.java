package app.cerniq.ports.shared;

import java.util.UUID;

/** Where new identities come from; injected, so that a test can foretell them. */
public interface Ids {

    /** A new id that was never given before; ids given later sort later (RFC 9562, version 7). */
    UUID next();
}

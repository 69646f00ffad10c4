package app.cerniq.benchmarks.replay;

import app.cerniq.benchmarks.replay.Recording.Sent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One command as it was heard on its way to the server.
 *
 * @param sent what was sent, each in one round trip
 * @param made the values that a script makes for itself, and the SQL that makes them
 * @param at the time of the command
 * @param version the version of the deal that it was decided on
 */
record Heard(List<Sent> sent, Map<Object, String> made, Instant at, long version) {
    Heard {
        sent = List.copyOf(sent);
        made = Map.copyOf(made);
    }
}

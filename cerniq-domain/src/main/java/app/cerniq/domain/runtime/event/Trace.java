package app.cerniq.domain.runtime.event;

import java.util.Optional;

/**
 * Where in a distributed trace an event came about; W3C Trace Context.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 lower-case hexadecimal digits, not all zero
 * @param parentSpanId as the span id
 */
public record Trace(String traceId, String spanId, Optional<String> parentSpanId) {

    public Trace {
        check("trace id", traceId, 32);
        check("span id", spanId, 16);
        parentSpanId.ifPresent(parent -> check("parent span id", parent, 16));
    }

    /** The value of the {@code traceparent} header, version 00, sampled. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    private static void check(String what, String given, int digits) {
        if (!given.matches("[0-9a-f]{" + digits + "}") || given.matches("0+")) {
            throw new IllegalArgumentException("A " + what + " is " + digits
                    + " lower-case hexadecimal digits, not all zero; \"" + given + "\" is not.");
        }
    }
}

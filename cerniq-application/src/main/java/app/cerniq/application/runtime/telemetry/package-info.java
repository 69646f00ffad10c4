/** What an operator sees: metrics through Micrometer, spans through the OpenTelemetry API, a context for log lines. */
@NullMarked
package app.cerniq.application.runtime.telemetry;

import org.jspecify.annotations.NullMarked;

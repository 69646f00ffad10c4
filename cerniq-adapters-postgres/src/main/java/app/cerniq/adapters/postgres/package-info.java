/** Memory: storage, outbox and timers in PostgreSQL. */
@NullMarked
package app.cerniq.adapters.postgres;

import org.jspecify.annotations.NullMarked;

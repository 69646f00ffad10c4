/** A PostgreSQL for whoever has none at hand, and the engine's store on it. */
@NullMarked
package app.cerniq.examples.postgres;

import org.jspecify.annotations.NullMarked;

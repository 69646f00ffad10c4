/** The {@code cerniq} command line. */
@NullMarked
package app.cerniq.examples.cli;

import org.jspecify.annotations.NullMarked;

/** The oversell simulation at the command line: on a real database, with connections that are killed. */
@NullMarked
package app.cerniq.examples.simulation;

import org.jspecify.annotations.NullMarked;

/** Runnable: the cerniq command line. */
@NullMarked
package app.cerniq.examples;

import org.jspecify.annotations.NullMarked;

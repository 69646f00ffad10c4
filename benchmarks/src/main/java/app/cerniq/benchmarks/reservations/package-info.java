/** How fast goods are held and given back, beside the same SQL without the library, and when the tables have grown. */
@NullMarked
package app.cerniq.benchmarks.reservations;

import org.jspecify.annotations.NullMarked;

/** How fast reservations whose time is up are swept, beside the same work in plain SQL. */
@NullMarked
package app.cerniq.benchmarks.sweep;

import org.jspecify.annotations.NullMarked;

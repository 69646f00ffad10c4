/** Product lists and customers as CSV: read whole, or refused with every fault. */
@NullMarked
package app.cerniq.examples.data;

import org.jspecify.annotations.NullMarked;

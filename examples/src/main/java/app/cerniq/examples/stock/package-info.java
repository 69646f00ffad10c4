/** The warehouse at the command line: goods to begin with, imports, and what there is. */
@NullMarked
package app.cerniq.examples.stock;

import org.jspecify.annotations.NullMarked;

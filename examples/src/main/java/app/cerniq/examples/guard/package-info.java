/** Texts looked at on the command line. */
@NullMarked
package app.cerniq.examples.guard;

import org.jspecify.annotations.NullMarked;

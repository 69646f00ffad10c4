/** Published events on their way to a bus that is not ours, over HTTP. */
@NullMarked
package app.cerniq.examples.bridge;

import org.jspecify.annotations.NullMarked;

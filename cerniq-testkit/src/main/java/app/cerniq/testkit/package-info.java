/** In-memory adapters, and a contract that every adapter must keep. */
@NullMarked
package app.cerniq.testkit;

import org.jspecify.annotations.NullMarked;

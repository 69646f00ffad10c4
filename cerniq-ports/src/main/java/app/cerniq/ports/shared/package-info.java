/** What every context needs from the world: identities and failures of the machinery. */
@NullMarked
package app.cerniq.ports.shared;

import org.jspecify.annotations.NullMarked;

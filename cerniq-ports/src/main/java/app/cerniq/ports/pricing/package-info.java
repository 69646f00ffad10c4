/** What pricing needs from the world. */
@NullMarked
package app.cerniq.ports.pricing;

import org.jspecify.annotations.NullMarked;

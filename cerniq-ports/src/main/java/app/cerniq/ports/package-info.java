/** What the core needs from the world. */
@NullMarked
package app.cerniq.ports;

import org.jspecify.annotations.NullMarked;

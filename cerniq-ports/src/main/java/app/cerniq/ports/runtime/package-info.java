/** What keeps running needs from the world: messages on their way, those who want them, and those that could not be told. */
@NullMarked
package app.cerniq.ports.runtime;

import org.jspecify.annotations.NullMarked;

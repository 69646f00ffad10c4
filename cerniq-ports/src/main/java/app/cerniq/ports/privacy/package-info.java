/** What forgetting a person needs from the world. */
@NullMarked
package app.cerniq.ports.privacy;

import org.jspecify.annotations.NullMarked;

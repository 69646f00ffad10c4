/** Natural persons behind deals: what is held about them, how long, and how they are forgotten. */
@NullMarked
package app.cerniq.domain.privacy;

import org.jspecify.annotations.NullMarked;

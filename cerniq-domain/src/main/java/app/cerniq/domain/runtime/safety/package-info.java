/** When automation has to stop by itself: what is counted, how much of it is too much, and what parking means. */
@NullMarked
package app.cerniq.domain.runtime.safety;

import org.jspecify.annotations.NullMarked;

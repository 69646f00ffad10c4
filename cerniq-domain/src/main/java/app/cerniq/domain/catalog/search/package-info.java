/** Finding goods: what is asked, how several lists become one, and in which order it is answered. */
@NullMarked
package app.cerniq.domain.catalog.search;

import org.jspecify.annotations.NullMarked;

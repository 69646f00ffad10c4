/** What can be asked of the catalogue: what is sold, where, for how much, and since when. */
@NullMarked
package app.cerniq.application.catalog;

import org.jspecify.annotations.NullMarked;

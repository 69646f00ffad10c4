/** What there is, where it lies, and what is held for whom. */
@NullMarked
package app.cerniq.domain.stock;

import org.jspecify.annotations.NullMarked;

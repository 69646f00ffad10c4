/** What can go wrong out there, and what is done about it: as data. */
@NullMarked
package app.cerniq.domain.runtime.failure;

import org.jspecify.annotations.NullMarked;

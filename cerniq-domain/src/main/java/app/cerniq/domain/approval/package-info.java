/** What people have to look at, by when, and who is next if they do not. */
@NullMarked
package app.cerniq.domain.approval;

import org.jspecify.annotations.NullMarked;

/** What people have to look at. */
@NullMarked
package app.cerniq.application.approval;

import org.jspecify.annotations.NullMarked;

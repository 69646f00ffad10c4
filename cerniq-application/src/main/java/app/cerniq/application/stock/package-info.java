/** What can be asked of the warehouse. */
@NullMarked
package app.cerniq.application.stock;

import org.jspecify.annotations.NullMarked;

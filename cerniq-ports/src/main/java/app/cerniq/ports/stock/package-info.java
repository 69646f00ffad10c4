/** What stock keeping needs from the world. */
@NullMarked
package app.cerniq.ports.stock;

import org.jspecify.annotations.NullMarked;

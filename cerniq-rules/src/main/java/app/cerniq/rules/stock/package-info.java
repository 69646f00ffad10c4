/** The rules of stock keeping. */
@NullMarked
package app.cerniq.rules.stock;

import org.jspecify.annotations.NullMarked;

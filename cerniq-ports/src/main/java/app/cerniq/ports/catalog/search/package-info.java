/** Finding goods by words and by meaning. Prices and stock are asked where they are kept. */
@NullMarked
package app.cerniq.ports.catalog.search;

import org.jspecify.annotations.NullMarked;

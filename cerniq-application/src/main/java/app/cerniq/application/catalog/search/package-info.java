/** What can be asked of the search: goods by words and meaning, with the price and the stock of this moment. */
@NullMarked
package app.cerniq.application.catalog.search;

import org.jspecify.annotations.NullMarked;

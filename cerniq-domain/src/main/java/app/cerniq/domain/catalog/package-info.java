/** What is sold: offerings and their prices, copied by value into a quote. */
@NullMarked
package app.cerniq.domain.catalog;

import org.jspecify.annotations.NullMarked;

/** The rules of pricing. */
@NullMarked
package app.cerniq.rules.pricing;

import org.jspecify.annotations.NullMarked;

/** Quote arithmetic, discount tiers and floors. */
@NullMarked
package app.cerniq.domain.pricing;

import org.jspecify.annotations.NullMarked;

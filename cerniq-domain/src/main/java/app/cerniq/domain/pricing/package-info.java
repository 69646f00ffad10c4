/** Quote arithmetic, price rules and what they entitle to, discount tiers, floors and margins. */
@NullMarked
package app.cerniq.domain.pricing;

import org.jspecify.annotations.NullMarked;

/** What the tax authority asks of a sale. */
@NullMarked
package app.cerniq.domain.fiscal;

import org.jspecify.annotations.NullMarked;

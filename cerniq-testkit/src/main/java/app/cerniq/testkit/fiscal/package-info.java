/** An invoicing office and a tax authority in memory that fail exactly as they are told. */
@NullMarked
package app.cerniq.testkit.fiscal;

import org.jspecify.annotations.NullMarked;

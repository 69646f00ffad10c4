/** The rules of the deal: its moves and its tools. */
@NullMarked
package app.cerniq.rules.negotiation;

import org.jspecify.annotations.NullMarked;

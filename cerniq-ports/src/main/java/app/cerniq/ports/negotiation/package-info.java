/** What the deal needs from the world: its store and the policies that judge its moves and tools. */
@NullMarked
package app.cerniq.ports.negotiation;

import org.jspecify.annotations.NullMarked;

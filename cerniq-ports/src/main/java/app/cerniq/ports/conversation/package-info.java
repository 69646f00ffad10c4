/** What conversations need from the world: a store, models, tools, and rules. */
@NullMarked
package app.cerniq.ports.conversation;

import org.jspecify.annotations.NullMarked;

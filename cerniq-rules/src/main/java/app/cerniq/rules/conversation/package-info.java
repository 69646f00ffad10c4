/** The rules about conversations. */
@NullMarked
package app.cerniq.rules.conversation;

import org.jspecify.annotations.NullMarked;

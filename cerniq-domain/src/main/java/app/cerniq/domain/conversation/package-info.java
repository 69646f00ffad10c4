/** What is said between us and a customer: messages, turns, drafts, and what is known from them. */
@NullMarked
package app.cerniq.domain.conversation;

import org.jspecify.annotations.NullMarked;

/** What is said to customers, and what never leaves. */
@NullMarked
package app.cerniq.application.conversation;

import org.jspecify.annotations.NullMarked;

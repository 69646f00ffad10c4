/** What an agent may ask the engine for, and what it gets: every call is examined before anything comes of it. */
@NullMarked
package app.cerniq.application.conversation.tool;

import org.jspecify.annotations.NullMarked;

/** What natural persons can ask: what is held about them, and to be forgotten. */
@NullMarked
package app.cerniq.application.privacy;

import org.jspecify.annotations.NullMarked;

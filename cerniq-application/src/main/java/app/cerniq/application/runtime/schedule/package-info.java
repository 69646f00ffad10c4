/** What runs by itself, how often, and how it is started and stopped. */
@NullMarked
package app.cerniq.application.runtime.schedule;

import org.jspecify.annotations.NullMarked;

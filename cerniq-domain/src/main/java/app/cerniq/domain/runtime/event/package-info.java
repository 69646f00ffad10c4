/** What others are told: the catalogue of events, and the envelope in which each of them travels. */
@NullMarked
package app.cerniq.domain.runtime.event;

import org.jspecify.annotations.NullMarked;

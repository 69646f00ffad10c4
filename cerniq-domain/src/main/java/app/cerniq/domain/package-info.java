/** What is true: aggregates, values, events and refusals. */
@NullMarked
package app.cerniq.domain;

import org.jspecify.annotations.NullMarked;

/** Tables and numbers for people at a terminal. */
@NullMarked
package app.cerniq.examples.text;

import org.jspecify.annotations.NullMarked;

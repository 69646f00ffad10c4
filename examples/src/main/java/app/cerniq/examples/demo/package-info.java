/** Four deals played from end to end on a real PostgreSQL, told as a timeline, then checked in the database. */
@NullMarked
package app.cerniq.examples.demo;

import org.jspecify.annotations.NullMarked;
